/**
 * The URI of a file that a draft or a setting names by its path, from the folder of `base`; undefined where a path says nothing
 * there, as in a draft that is not saved.
 *
 * @param base The URI of the file that names it, or that of a folder with a slash at its end.
 */
export function uriOf(path: string, base: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:\//.exec(slashed);
  try {
    if (/^file:/.test(path)) return new URL(path).href;
    return new URL(drive ? `/${encoded(slashed)}` : encoded(slashed), drive ? 'file:///' : base).href;
  } catch {
    return undefined;
  }
}

/** True for an address on the network, which is never read. */
export const isOnNetwork = (path: string): boolean => /^(?:https?|ftp):\/\//i.test(path);

/** True where a file lies in a folder or in one inside it. */
export function isInside(uri: string, folder: string): boolean {
  const within = plain(folder).replace(/\/?$/, '/');
  return plain(uri).startsWith(within);
}

/** The folder of a file, with a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** The name of a file for people. */
export const nameOfUri = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

const encoded = (path: string): string =>
  path
    .split('/')
    .map(part => encodeURIComponent(part).replace(/^([A-Za-z])%3A$/, '$1:'))
    .join('/');

/** Programs write the same URI in several ways: "c%3A" and "C:", "ü" and "%C3%BC". */
const plain = (uri: string): string =>
  decoded(uri)
    .normalize('NFC')
    .replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_, scheme: string, drive: string) => scheme + drive.toLowerCase());

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
