/**
 * Makes something of an object once, and hands it out again for as long as there is the object.
 *
 * @param make A function that answers the same each time; where it answers `undefined`, it is asked again.
 */
export function once<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return of => {
    let made = known.get(of);
    if (made === undefined) known.set(of, (made = make(of)));
    return made;
  };
}
