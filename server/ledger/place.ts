/** The ending of the file that holds the record of a draft, behind the draft's own name. */
export const recordEnding = '.claims.yaml';

/** Where the record of a draft lies, or why it has no place. */
export type Place = { readonly uri: string } | { readonly problem: string };

/**
 * @param folder The setting `ledger.folder`: empty for a record beside its draft, else a folder below the root, in which records
 *   lie as their drafts lie below the root.
 * @param roots The folders that are open, as URIs; the draft's own folder is the root where it lies in none.
 */
export function placeOf(draftUri: string, folder: string, roots: readonly string[]): Place {
  const scheme = draftUri.slice(0, draftUri.indexOf(':'));
  if (scheme === 'untitled')
    return { problem: 'Save the draft first: the record of checking lies beside the file of the draft.' };
  if (/[?#]/.test(draftUri) || scheme === 'vscode-notebook-cell')
    return { problem: 'The record of checking belongs to a draft in a file of its own, which this is not.' };
  const parts = folder.split(/[\\/]+/).filter(part => part !== '' && part !== '.');
  if (parts.length === 0) return { uri: draftUri + recordEnding };
  if (parts.includes('..') || /^(?:[\\/]|[a-z]:)/i.test(folder))
    return { problem: `“sayswho.ledger.folder” must be a folder below the one that is open, not “${folder}”.` };
  const root = rootOf(draftUri, roots);
  return { uri: `${root}${parts.map(encodeURIComponent).join('/')}/${draftUri.slice(root.length)}${recordEnding}` };
}

/** The folder that is open in which the draft lies, the innermost of several, with a slash at its end. */
function rootOf(draftUri: string, roots: readonly string[]): string {
  const slashed = roots.map(root => (root.endsWith('/') ? root : `${root}/`));
  const around = slashed.filter(root => draftUri.startsWith(root)).toSorted((a, b) => b.length - a.length);
  return around[0] ?? folderOf(draftUri);
}

/** The folder of a file, with a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** The last part of a URI as people read it. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
