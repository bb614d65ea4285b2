/** A source of chance that gives the same numbers for the same seed: mulberry32. */
export function chance(seed: number): (below: number) => number {
  let state = seed | 0;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** What writers type and paste, with the marks of every format, whole and in part. */
const pieces = [
  ...[
    'a',
    ' ',
    '.',
    'word ',
    'Experts say ',
    ' 40%',
    '“',
    '”',
    '"',
    '😀',
    '\ud800',
    '\u0000',
    '\uFEFF',
    'TK',
    '\\',
    '&amp;',
  ],
  ...['\n', '\n\n', '\r\n', '\r', '\f', '\u2028', '   \n', ' \r\n', '  ', '    ', '\t'],
  ...['*', '**', '_', '`', '[', ']', '(', ')', '{', '}', '|', '$', '%', '@roe2019', '[^1]', '[the report]'],
  ...[
    '# ',
    '## ',
    '= ',
    '== ',
    '* ',
    '> ',
    '- ',
    '1. ',
    ': ',
    ':   ',
    '.. ',
    '::',
    '+',
    '#+',
    '[^1]: ',
    '|-\n',
    '{|\n',
    '|}\n',
  ],
  ...[
    '```',
    '```\n',
    '~~~\n',
    '---\n',
    '===\n',
    '----\n',
    '____\n',
    '|===\n',
    '***\n',
    '$$\n',
    '+++\n',
    ':::\n',
    '\n    code\n',
  ],
  ...[
    '\n[the report]: https://a.example\n',
    '| a | b |\n|---|---|\n| c | d |\n',
    'Table: A caption\n',
    'title: x\n',
    '{\n"a": 1\n}\n',
  ],
  ...[
    '<div>',
    '</div>',
    '<p>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<ref>',
    '</ref>',
    '{{',
    '}}',
    '[[',
    ']]',
    '<nowiki>',
  ],
  ...[
    '\\begin{quote}\n',
    '\\end{quote}\n',
    '\\begin{verbatim}\n',
    '\\end{verbatim}\n',
    '\\section{',
    '\\footnote{',
    '#quote[',
    '/*',
    '*/',
  ],
  ...['#+begin_src\n', '#+end_src\n', '#+begin_quote\n', '#+end_quote\n', '.. code::\n', 'import x\n', 'export y\n'],
] as const;

/**
 * A draft that is edited at random, one version after the other: typed, pasted and cut within and across blocks, undone,
 * its line breaks changed. It starts anew where it grows or shrinks out of bounds.
 */
export function* versionsOf(draft: string, seed: number): Generator<string, never> {
  const upTo = chance(seed);
  const lines = draft.split(/\r?\n/);
  const undo: string[] = [draft];
  const piece = () => pieces[upTo(pieces.length)] as string;
  let text = draft;
  for (;;) {
    yield text;
    const anywhere = upTo(text.length + 1);
    const at = upTo(3) > 0 ? anywhere : Math.min(text.length, Math.max(0, text.indexOf('\n', anywhere)) + upTo(3));
    const put = (inserted: string, removed = 0) => text.slice(0, at) + inserted + text.slice(at + removed);
    const from = upTo(lines.length);
    const edits = [
      () => put('e'),
      () => put(piece()),
      () => put(piece()),
      () => put(piece() + piece(), upTo(6)),
      () => put('', 1 + upTo(4)),
      () => put('', upTo(200)),
      () => put(lines.slice(from, from + 1 + upTo(5)).join(upTo(4) > 0 ? '\n' : '\r\n'), upTo(10)),
      () => put('\n\n'),
      () => undo[upTo(undo.length)] as string,
      () => (upTo(8) > 0 ? put('ing ') : text.replace(/\r?\n/g, upTo(2) > 0 ? '\r\n' : '\n')),
    ];
    text = (edits[upTo(edits.length)] as () => string)();
    if (text.length > 2 * draft.length || text.length < draft.length / 4) text = draft;
    undo.push(text);
    if (undo.length > 6) undo.shift();
  }
}
