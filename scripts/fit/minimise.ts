/** Value of a function at a point, with its gradient written into the second array. */
export type Differentiable = (point: Float64Array, gradient: Float64Array) => number;

const remembered = 8;
const mostSteps = 200;

/**
 * The point, from zero, at which a smooth convex function is least: L-BFGS (Nocedal 1980) with a halving line search.
 *
 * @param least It ends where a step makes the value smaller by less than this share.
 */
export function minimise(size: number, costAt: Differentiable, least = 1e-6): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = costAt(point, gradient);
  const steps: { readonly moved: Float64Array; readonly turned: Float64Array; readonly curvature: number }[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const direction = directionFrom(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope >= 0) break;
    // The first step has nothing to tell its length from.
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = point;
    const nextGradient = new Float64Array(size);
    let nextValue = value;
    for (let halving = 0; halving < 30; halving++) {
      const by = length;
      next = point.map((x, i) => x + by * (direction[i] as number));
      nextValue = costAt(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    if (!(nextValue < value)) break;
    const before = { point, gradient };
    const moved = next.map((x, i) => x - (before.point[i] as number));
    const turned = nextGradient.map((x, i) => x - (before.gradient[i] as number));
    const curvature = dot(moved, turned);
    if (curvature > 0) steps.push({ moved, turned, curvature });
    if (steps.length > remembered) steps.shift();
    const gained = value - nextValue;
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (gained < least * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

/** The two loops of L-BFGS: the gradient, against the curvature that the last steps showed. */
function directionFrom(
  gradient: Float64Array,
  steps: readonly { readonly moved: Float64Array; readonly turned: Float64Array; readonly curvature: number }[],
): Float64Array {
  const direction = gradient.map(x => -x);
  const shares: number[] = [];
  for (const { moved, turned, curvature } of steps.toReversed()) {
    const share = dot(moved, direction) / curvature;
    shares.unshift(share);
    add(direction, -share, turned);
  }
  const last = steps.at(-1);
  if (last) {
    const size = last.curvature / dot(last.turned, last.turned);
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * size;
  }
  steps.forEach(({ moved, turned, curvature }, i) => {
    add(direction, (shares[i] as number) - dot(turned, direction) / curvature, moved);
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, times: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (what[i] as number);
}
