import { expect, test } from 'vitest';
import { check, defaultSettings, languages, read } from '../../../server/core/index.ts';

/** How a language writes the few things that an op-ed needs. */
interface Writing {
  readonly start?: string;
  readonly end?: string;
  readonly heading: (words: string) => string;
  readonly paragraph?: (words: string) => string;
  readonly quotation: (words: string) => string;
  readonly item: (words: string) => string;
  readonly strong: (words: string) => string;
  readonly link: (words: string, address: string) => string;
  readonly note: (words: string) => string;
  readonly code: (words: string) => string;
  readonly text?: (words: string) => string;
  readonly comment: (words: string) => string;
}

const markdown: Writing = {
  heading: words => `## ${words}`,
  quotation: words => `> ${words}`,
  item: words => `- ${words}`,
  strong: words => `**${words}**`,
  link: (words, address) => `[${words}](${address})`,
  note: words => `^[${words}]`,
  code: words => `\`${words}\``,
  comment: words => `<!-- ${words} -->`,
};
const latex: Writing = {
  start: '\\documentclass{article}\n\\begin{document}',
  end: '\\end{document}',
  heading: words => `\\section{${words}}`,
  quotation: words => `\\begin{quote}\n${words}\n\\end{quote}`,
  item: words => `\\begin{itemize}\n\\item ${words}\n\\end{itemize}`,
  strong: words => `\\textbf{${words}}`,
  link: (words, address) => `\\href{${address}}{${words}}`,
  note: words => `\\footnote{${words}}`,
  code: words => `\\verb|${words}|`,
  text: words => words.replace(/[%$&#]/g, '\\$&'),
  comment: words => `% ${words}`,
};
const wikitext: Writing = {
  heading: words => `== ${words} ==`,
  quotation: words => `<blockquote>${words}</blockquote>`,
  item: words => `* ${words}`,
  strong: words => `'''${words}'''`,
  link: (words, address) => `[${address} ${words}]`,
  note: words => `<ref>${words}</ref>`,
  code: words => `<code>${words}</code>`,
  comment: words => `<!-- ${words} -->`,
};
const writings: Readonly<Record<string, Writing>> = {
  markdown: { ...markdown, start: '---\ntitle: Experts say\n---' },
  mdx: {
    ...markdown,
    start: 'import x from "experts"',
    note: words => `[^1]\n\n[^1]: ${words}\n\n`,
    comment: words => `{/* ${words} */}`,
  },
  quarto: markdown,
  rmd: markdown,
  latex,
  tex: latex,
  html: {
    start: '<html><head><title>Experts say</title></head><body>',
    end: '</body></html>',
    heading: words => `<h2>${words}</h2>`,
    paragraph: words => `<p>${words}</p>`,
    quotation: words => `<blockquote><p>${words}</p></blockquote>`,
    item: words => `<ul><li>${words}</li></ul>`,
    strong: words => `<strong>${words}</strong>`,
    link: (words, address) => `<a href="${address}">${words}</a>`,
    note: words => `<sup><a href="#note-1">1</a></sup></p><p id="note-1">${words}`,
    code: words => `<code>${words}</code>`,
    text: words => words.replace(/&/g, '&amp;').replace(/“/g, '&ldquo;').replace(/”/g, '&#8221;'),
    comment: words => `<!-- ${words} -->`,
  },
  asciidoc: {
    start: '= Title\nAnna Lind\n:toc: left',
    heading: words => `== ${words}`,
    quotation: words => `____\n${words}\n____`,
    item: words => `* ${words}`,
    strong: words => `*${words}*`,
    link: (words, address) => `${address}[${words}]`,
    note: words => `footnote:[${words}]`,
    code: words => `\`${words}\``,
    comment: words => `// ${words}`,
  },
  restructuredtext: {
    heading: words => `${words}\n${'='.repeat(words.length)}`,
    quotation: words => `   ${words}`,
    item: words => `- ${words}`,
    strong: words => `**${words}**`,
    link: (words, address) => `\`${words} <${address}>\`_`,
    note: words => ` [1]_\n\n.. [1] ${words}\n\n`,
    code: words => `\`\`${words}\`\``,
    comment: words => `.. ${words}`,
  },
  org: {
    start: '#+title: Title',
    heading: words => `* ${words}`,
    quotation: words => `#+begin_quote\n${words}\n#+end_quote`,
    item: words => `- ${words}`,
    strong: words => `*${words}*`,
    link: (words, address) => `[[${address}][${words}]]`,
    note: words => `[fn:: ${words}]`,
    code: words => `=${words}=`,
    comment: words => `# ${words}`,
  },
  typst: {
    start: '#set text(lang: "en")',
    heading: words => `= ${words}`,
    quotation: words => `#quote(block: true)[${words}]`,
    item: words => `- ${words}`,
    strong: words => `*${words}*`,
    link: (words, address) => `#link("${address}")[${words}]`,
    note: words => `#footnote[${words}]`,
    code: words => `\`${words}\``,
    text: words => words.replace(/[$#]/g, '\\$&'),
    comment: words => `// ${words}`,
  },
  wikitext,
  mediawiki: wikitext,
};

/** The same op-ed in each language. */
function opEd(writing: Writing): string {
  const text = writing.text ?? (words => words);
  const paragraph = writing.paragraph ?? (words => words);
  const { heading, quotation, item, strong, link, note, code, comment } = writing;
  return [
    writing.start ?? '',
    heading('What the council says'),
    comment('Experts say that nobody reads comments.'),
    paragraph(`${text('Experts say the dam will hold. ')}${strong('Rents')}${text(' in Halden rose by 40% in 2019.')}`),
    paragraph(
      `${text('Rents in Malden rose by 30% in 2020, ')}${link('the council', 'https://a.example/rents')}${text(' found.')}`,
    ),
    paragraph(`${text('The dam cost $40 million in 2018.')}${note('Ministry of Ports, p. 4.')}`),
    quotation(text('Studies show that everybody knows it.')),
    paragraph(text('It is widely believed that the bank knew. “Nobody asked us,” Anna Lind said.')),
    item(`${text('Clearly, the ')}${code('x')}${text(' tax has caused most of the poverty in Halden.')}`),
    paragraph(
      text('Unemployment doubled in 2012 [citation needed]. It may perhaps be possible that Ryan & Sons left.'),
    ),
    writing.end ?? '',
  ].join('\n\n');
}

const findings = (text: string, languageId: string) => {
  const { findings: found, failures } = check(read(text, languageId), defaultSettings);
  expect(failures).toEqual([]);
  return found.map(({ ruleId, start, end }) => [
    ruleId,
    text.slice(start, end).replace(/\\(?=[%$&#])|\*+|'''|<\/?strong>|\\textbf\{|\}/g, ''),
  ]);
};

const expected = findings(opEd(markdown), 'markdown');

test('the op-ed has something to find', () => {
  expect(expected.map(([id]) => id)).toEqual(
    expect.arrayContaining(['vague-source', 'unsourced-figure', 'open-placeholder']),
  );
  expect(expected.length).toBeGreaterThan(5);
});

test.each(languages.filter(({ id }) => id !== 'plaintext').map(({ id }) => id))(
  '%s finds the same in the same words',
  id => {
    expect(findings(opEd(writings[id] as Writing), id)).toEqual(expected);
  },
);

test('every language writes a comment by which a finding may stand', () => {
  for (const { id, comments } of languages) {
    const [syntax] = comments;
    if (!syntax) continue;
    const claim = 'Experts say the dam will hold.';
    const comment = (directive: string) => `${syntax.open} ${directive} ${syntax.close}`.trimEnd();
    const count = (text: string) =>
      findings(`${writings[id]?.start ?? ''}\n\n${text}\n\n${writings[id]?.end ?? ''}`, id).length;
    expect([id, count(claim)]).toEqual([id, 1]);
    expect([id, count(`${comment('sayswho-ignore-next vague-source -- common knowledge')}\n\n${claim}`)]).toEqual([
      id,
      0,
    ]);
    expect([id, count(`${comment('sayswho-ignore-next stacked-hedges')}\n\n${claim}`)]).toEqual([id, 1]);
    expect([
      id,
      count(`${comment('sayswho-ignore-start')}\n\n${claim}\n\n${comment('sayswho-ignore-end')}\n\n${claim}`),
    ]).toEqual([id, 1]);
    expect([id, count(`${claim}\n\n${comment('sayswho-ignore-file attribution.*')}`)]).toEqual([id, 0]);
    if (!syntax.ownLine) expect([id, count(`${claim} ${comment('sayswho-ignore')}`)]).toEqual([id, 0]);
  }
});
