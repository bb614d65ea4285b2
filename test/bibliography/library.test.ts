import { expect, test } from 'vitest';
import { bibliographyNotices, libraryOf, type Permission } from '../../server/bibliography/library.ts';
import { createShelf } from '../../server/bibliography/load.ts';
import { defaultSettings, formatOfFile } from '../../server/core/index.ts';
import type { ReadAnswer } from '../../server/files/port.ts';

const folder = 'file:///desk';
const bib = (...keys: readonly string[]): string => keys.map(key => `@misc{${key}, title={On ${key}}}`).join('\n');

interface Options {
  readonly draft?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly folder?: string | undefined;
  readonly extra?: readonly string[];
  readonly maximumBytes?: number;
  readonly permission?: Permission;
  readonly everywhere?: boolean;
}

/** A draft in a folder of files that are in memory only. */
async function desk(text: string, options: Options = {}) {
  const {
    draft = 'file:///desk/draft.md',
    files = {},
    extra = [],
    maximumBytes = 1000,
    permission = 'no',
    everywhere = false,
  } = options;
  const read: string[] = [];
  const asked: string[] = [];
  const port = {
    read: async (uri: string, _: string | undefined, most = Infinity): Promise<ReadAnswer> => {
      read.push(uri);
      const content = files[uri];
      if (content === undefined) return { kind: 'missing' };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      if (bytes.length > most) return { kind: 'too-large', size: bytes.length };
      return { kind: 'found', bytes, version: `${bytes.length}` };
    },
    search: async (within: string, endings: readonly string[]) => ({
      kind: 'found' as const,
      uris: Object.keys(files).filter(uri => uri.startsWith(within) && endings.some(ending => uri.endsWith(ending))),
    }),
  };
  const found = await libraryOf(
    { uri: draft, text, languageId: formatOfFile(draft).id },
    {
      folder: 'folder' in options ? options.folder : folder,
      settings: { ...defaultSettings.bibliography, files: extra, maximumBytes },
      files: port,
      shelf: createShelf(port, async () => undefined),
      everywhere,
      mayRead: async uri => {
        asked.push(uri);
        return permission;
      },
    },
  );
  return {
    ...found,
    keys: [...found.library.entries.keys()],
    notices: bibliographyNotices(found, ({ by }) => by).map(({ start, end, message }) => [
      text.slice(start, end),
      message,
    ]),
    read,
    asked,
  };
}

const naming = (...paths: readonly string[]): string => `---\nbibliography: [${paths.join(', ')}]\n---\nText [@a].`;

test('reads the bibliographies that a draft names, in their order, from its folder or from the one that is open', async () => {
  const { keys, library, homes, notices } = await desk(naming('one.bib', 'lib/two.bib'), {
    draft: 'file:///desk/drafts/draft.md',
    files: { 'file:///desk/drafts/one.bib': bib('a', 'b'), 'file:///desk/lib/two.bib': bib('b', 'c') },
  });
  expect(keys).toEqual(['a', 'b', 'c']);
  expect(library).toMatchObject({ complete: true, declared: true });
  expect(homes.get('b')).toBe('file:///desk/drafts/one.bib');
  expect(notices).toEqual([]);
});

test('a draft that names none has those of the folder, which are only likely its own', async () => {
  const files = { 'file:///desk/x/refs.bib': bib('a'), 'file:///desk/site.json': '{}' };
  const { keys, library } = await desk('Text [@a].', { files });
  expect(keys).toEqual(['a']);
  expect(library).toMatchObject({ complete: true, declared: false });
  expect((await desk('Text [@a].', { files, folder: undefined })).library).toMatchObject({ complete: false });
});

test('the references in the front matter of a draft are its own', async () => {
  const text = '---\nreferences:\n- id: own\n  title: Mine\n---\nText [@own].';
  const { keys, homes, library } = await desk(text, { files: { 'file:///desk/refs.bib': bib('a') } });
  expect(keys).toEqual(['own']);
  expect(homes.get('own')).toBe('file:///desk/draft.md');
  expect(library).toMatchObject({ complete: true, declared: true });
});

test.each([
  ['_quarto.yml', 'project:\n  type: book\nbibliography: refs.bib\n', 'chapters/one.qmd'],
  ['defaults.yaml', 'metadata:\n  bibliography: ${.}/refs.bib\n', 'draft.md'],
  ['myst.yml', 'project:\n  bibliography:\n    - refs.bib\n', 'draft.md'],
  ['conf.py', "bibtex_bibfiles = ['refs.bib']\n", 'chapters/deep/one.rst'],
])('%s names the bibliographies of the drafts below it', async (name, configuration, draft) => {
  const files = { [`file:///desk/${name}`]: configuration, 'file:///desk/refs.bib': bib('a') };
  const { keys, library, notices, watched } = await desk('Text.', { draft: `file:///desk/${draft}`, files });
  expect(keys).toEqual(['a']);
  expect(library).toMatchObject({ complete: true, declared: true });
  expect(notices).toEqual([]);
  expect(watched).toContain(`file:///desk/${name}`);
});

test('a configuration above the folder that is open is not looked at, and what one names in vain is said', async () => {
  const files = {
    'file:///_quarto.yml': 'bibliography: above.bib',
    'file:///above.bib': bib('above'),
    'file:///desk/a/_quarto.yml': 'bibliography: [lost.bib, ../b.bib]',
    'file:///desk/b.bib': bib('b'),
  };
  const { keys, notices } = await desk('Text.', { draft: 'file:///desk/a/one.qmd', files });
  expect(keys).toEqual(['b']);
  expect(notices).toEqual([['', '“_quarto.yml”: The bibliography “lost.bib” is not there.']]);
});

test('a draft has the bibliographies of its front matter before those of a configuration', async () => {
  const files = {
    'file:///desk/_quarto.yml': 'bibliography: all.bib',
    'file:///desk/all.bib': bib('a', 'b'),
    'file:///desk/own.bib': bib('a'),
  };
  const { homes } = await desk(naming('own.bib'), { files });
  expect([...homes]).toEqual([
    ['a', 'file:///desk/own.bib'],
    ['b', 'file:///desk/all.bib'],
  ]);
});

test('what cannot be read is said at the place that names it, and the rest is read', async () => {
  const { keys, library, notices } = await desk(
    naming('gone.bib', 'big.bib', 'a.bib', 'https://x.example/r.bib', 'a.doc'),
    {
      files: {
        'file:///desk/a.bib': bib('a'),
        'file:///desk/a.doc': '',
        'file:///desk/big.bib': `% ${'x'.repeat(2000)}`,
      },
    },
  );
  expect(keys).toEqual(['a']);
  // A key that is missed may be in what was not read.
  expect(library.complete).toBe(false);
  expect(notices).toEqual([
    ['gone.bib', 'The bibliography “gone.bib” is not there.'],
    ['big.bib', expect.stringMatching(/^“big\.bib” has 0 MB, more than .*“sayswho\.bibliography\.maximumSize” allows/)],
    ['https://x.example/r.bib', expect.stringContaining('is on the network, where Says Who reads nothing')],
    ['a.doc', expect.stringContaining('is no bibliography that is read')],
  ]);
});

test.each([
  ['yes', ['a'], undefined],
  ['no', [], /name it in the setting “sayswho\.bibliography\.files”/],
  ['untrusted', [], /which is restricted.*Trust the folder to be asked/],
] as const)('a bibliography outside the folder is read if the answer is %s', async (permission, expected, message) => {
  const { keys, notices, asked, read } = await desk(naming('../refs.bib'), {
    files: { 'file:///refs.bib': bib('a') },
    permission,
  });
  expect(keys).toEqual(expected);
  expect(asked).toEqual(['file:///refs.bib']);
  expect(read.filter(uri => uri.endsWith('.bib'))).toEqual(permission === 'yes' ? ['file:///refs.bib'] : []);
  expect(notices).toEqual(message ? [['../refs.bib', expect.stringMatching(message)]] : []);
});

test('what the settings name is read wherever it is, and is missed at the start of the draft', async () => {
  const { keys, asked, notices } = await desk('Text.', {
    extra: ['/home/me/all.bib', 'gone.bib'],
    files: { 'file:///home/me/all.bib': bib('a') },
  });
  expect(keys).toEqual(['a']);
  expect(asked).toEqual([]);
  expect(notices).toEqual([['', expect.stringContaining('“gone.bib” of the setting “sayswho.bibliography.files”')]]);
});

const tex = 'file:///desk/main.tex';

test('includes are followed, with what is missing or leads in a circle', async () => {
  const text = '\\input{preamble}\n\\include{parts/one}\n\\input{gone}';
  const { keys, notices } = await desk(text, {
    draft: tex,
    files: {
      'file:///desk/preamble.tex': '\\addbibresource{refs.bib}\\addbibresource{lost.bib}',
      'file:///desk/refs.bib': bib('a'),
      'file:///desk/parts/one.tex': '\\input{main.tex}',
    },
  });
  expect(keys).toEqual(['a']);
  expect(notices).toEqual([
    ['preamble', 'The bibliography “lost.bib” is not there.'],
    ['parts/one', 'This include leads back to where it came from: main.tex → one.tex → main.tex.'],
    ['gone', expect.stringContaining('“gone.tex”, which “main.tex” includes, is not found')],
  ]);
});

test('a part outside the folder is said to be unread, and is read where whoever named the draft allowed it', async () => {
  const files = { 'file:///pre.tex': '\\addbibresource{refs.bib}', 'file:///refs.bib': bib('a') };
  const text = '\\input{../pre}';
  const { keys, notices } = await desk(text, { draft: tex, files });
  expect(keys).toEqual([]);
  expect(notices).toEqual([
    [
      '../pre',
      '“../pre.tex”, which “main.tex” includes, lies outside the folder that is open and was not read, so that bibliographies named in it are not known.',
    ],
  ]);
  expect(await desk(text, { draft: tex, files, everywhere: true })).toMatchObject({ keys: ['a'], notices: [] });
});

test('a chapter has the bibliographies of its main file, which is no circle', async () => {
  const { keys, notices } = await desk('% !TEX root = main.tex\nText \\cite{a}.', {
    draft: 'file:///desk/one.tex',
    files: { [tex]: '\\addbibresource{refs.bib}\n\\input{one}', 'file:///desk/refs.bib': bib('a') },
  });
  expect(keys).toEqual(['a']);
  expect(notices).toEqual([]);
});

test('letters in an old encoding are said to be lost', async () => {
  const { bibliographies } = await desk(naming('old.bib'), {
    files: { 'file:///desk/old.bib': Uint8Array.from(Buffer.from(bib('a', 'mül'), 'latin1')) },
  });
  expect(bibliographies.get('file:///desk/old.bib')).toMatchObject({
    problems: [{ message: expect.stringContaining('not in UTF-8') }],
    text: expect.stringContaining('@misc{a'),
  });
});

test('a bibliography that did not change is not parsed again', async () => {
  let pauses = 0;
  const bytes = new TextEncoder().encode(bib(...Array.from({ length: 3000 }, (_, i) => `key${i}`)));
  const shelf = createShelf(
    { read: async (_, known) => (known === 'v1' ? { kind: 'unchanged' } : { kind: 'found', bytes, version: 'v1' }) },
    async () => void pauses++,
  );
  const [first, same] = await Promise.all([shelf.load('file:///a.bib', 1e9), shelf.load('file:///a.bib', 1e9)]);
  expect(same).toBe(first);
  const before = pauses;
  const again = await shelf.load('file:///a.bib', 1e9);
  expect(pauses).toBe(before);
  expect(again).toEqual(first);
});
