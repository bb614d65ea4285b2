import type { FilePort } from './port.ts';

/** Files on the disks of this machine through `disks`, which locks them against other processes, and all others through the editor. */
export function routedFiles(disks: FilePort | undefined, editor: FilePort | undefined): FilePort | undefined {
  if (!disks || !editor || disks === editor) return disks ?? editor;
  const portOf = (uri: string) => (uri.startsWith('file:') ? disks : editor);
  return {
    read: (uri, known, most) => portOf(uri).read(uri, known, most),
    write: (uri, bytes, expected) => portOf(uri).write(uri, bytes, expected),
    keepAside: uri => portOf(uri).keepAside(uri),
    find: (folder, ending) => portOf(folder).find(folder, ending),
    search: (folder, endings, most) => portOf(folder).search(folder, endings, most),
    watch: (uri, changed) => portOf(uri).watch(uri, changed),
  };
}
