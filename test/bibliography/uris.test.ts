import { expect, test } from 'vitest';
import { isInside, nameOfUri, uriOf } from '../../server/bibliography/uris.ts';

test.each([
  ['refs.bib', 'file:///desk/draft.md', 'file:///desk/refs.bib'],
  ['../lib/my refs#1.bib', 'file:///desk/a/draft.md', 'file:///desk/lib/my%20refs%231.bib'],
  ['/home/me/refs.bib', 'file:///desk/draft.md', 'file:///home/me/refs.bib'],
  ['C:\\refs\\all.bib', 'file:///d%3A/draft.md', 'file:///C:/refs/all.bib'],
  ['refs.bib', 'vscode-vfs://github/desk/draft.md', 'vscode-vfs://github/desk/refs.bib'],
  ['refs.bib', 'untitled:Untitled-1', undefined],
])('%s in %s is %s', (path, base, uri) => expect(uriOf(path, base)).toBe(uri));

test.each([
  ['file:///desk/a/refs.bib', 'file:///desk', true],
  ['file:///desktop/refs.bib', 'file:///desk', false],
  ['file:///c%3A/desk/refs.bib', 'file:///C:/desk/', true],
  ['file:///d%C3%A9sk/refs.bib', 'file:///désk', true],
])('%s in %s: %s', (uri, folder, inside) => expect(isInside(uri, folder)).toBe(inside));

test('a name is shown as people write it', () => expect(nameOfUri('file:///my%20refs.bib')).toBe('my refs.bib'));
