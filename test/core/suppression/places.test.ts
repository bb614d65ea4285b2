import { expect, test } from 'vitest';
import { check, read } from '../../../server/core/index.ts';

const claim = 'Experts say the dam will hold.';

/** How often the claim is flagged. */
const flagged = (text: string, languageId: string): number =>
  check(read(text, languageId)).findings.filter(({ ruleId }) => ruleId === 'vague-source').length;

/** In each draft the claim stands twice, and `¶` is where the comment goes that lets one of them stand. */
const drafts: Readonly<Record<string, readonly (readonly [place: string, comment: string, draft: string])[]>> = {
  markdown: [
    ['a list', '<!-- sayswho-ignore -->', `- ${claim} ¶\n- ${claim}\n`],
    ['a nested list', '<!-- sayswho-ignore-next -->', `- One:\n\n  ¶\n  - ${claim}\n  - ${claim}\n`],
    ['a table', '<!-- sayswho-ignore -->', `| a | b |\n| - | - |\n| ${claim} | x ¶ |\n| ${claim} | y |\n`],
    ['emphasis', '<!-- sayswho-ignore -->', `**${claim} ¶**\n\n*${claim}*\n`],
    ['emphasis over lines', '<!-- sayswho-ignore -->', `**${claim} ¶\n${claim}**\n`],
    ['a callout', '<!-- sayswho-ignore -->', `> [!note]\n> ${claim} ¶\n\n${claim}\n`],
  ],
  mdx: [['a list', '{/* sayswho-ignore */}', `- ${claim} ¶\n- ${claim}\n`]],
  quarto: [
    ['a division', '<!-- sayswho-ignore-next -->', `::: {.note}\n¶\n${claim}\n:::\n\n${claim}\n`],
    ['a definition', '<!-- sayswho-ignore -->', `Term\n: ${claim} ¶\n\n${claim}\n`],
  ],
  plaintext: [['a list', '<!-- sayswho-ignore -->', `- ${claim} ¶\n- ${claim}\n`]],
  html: [
    ['a list', '<!-- sayswho-ignore -->', `<ul>\n<li>${claim} ¶</li>\n<li>${claim}</li>\n</ul>\n`],
    [
      'a table',
      '<!-- sayswho-ignore -->',
      `<table>\n<tr><td>${claim}</td></tr> ¶\n<tr><td>${claim}</td></tr>\n</table>\n`,
    ],
    ['emphasis', '<!-- sayswho-ignore -->', `<p><em>${claim} ¶</em></p>\n<p>${claim}</p>\n`],
  ],
  latex: [
    ['a list', '% sayswho-ignore', `\\begin{itemize}\n\\item ${claim} ¶\n\\item ${claim}\n\\end{itemize}\n`],
    ['a table', '% sayswho-ignore', `\\begin{tabular}{l}\n${claim} \\\\ ¶\n${claim} \\\\\n\\end{tabular}\n`],
    ['emphasis', '% sayswho-ignore', `\\emph{${claim} ¶\n}\n\n${claim}\n`],
  ],
  asciidoc: [
    ['a list', '// sayswho-ignore-next', `* One.\n¶\n* ${claim}\n* ${claim}\n`],
    ['a table', '// sayswho-ignore-next', `|===\n¶\n| ${claim}\n| ${claim}\n|===\n`],
    ['emphasis', '// sayswho-ignore-next', `It is *so.\n¶\n${claim}\n${claim}*\n`],
  ],
  restructuredtext: [
    ['a list', '.. sayswho-ignore-next', `- One.\n\n  ¶\n\n- ${claim}\n- ${claim}\n`],
    ['an item', '.. sayswho-ignore-next', `- One.\n\n  ¶\n\n  ${claim}\n\n- ${claim}\n`],
  ],
  org: [
    ['a list', '@@comment: sayswho-ignore@@', `- ${claim} ¶\n- ${claim}\n`],
    ['a table', '@@comment: sayswho-ignore@@', `| ${claim} ¶ | x |\n| ${claim} | y |\n`],
    ['emphasis', '@@comment: sayswho-ignore@@', `*${claim} ¶*\n\n${claim}\n`],
    ['a list, above', '# sayswho-ignore-next', `- One\n  ¶\n- ${claim}\n- ${claim}\n`],
  ],
  typst: [
    ['a list', '// sayswho-ignore', `- ${claim} ¶\n- ${claim}\n`],
    ['a table', '/* sayswho-ignore */', `#table(\n  [${claim}], [x], ¶\n  [${claim}], [y],\n)\n`],
    ['emphasis', '/* sayswho-ignore */', `*${claim} ¶*\n\n${claim}\n`],
  ],
  wikitext: [
    ['a list', '<!-- sayswho-ignore -->', `* ${claim} ¶\n* ${claim}\n`],
    ['a table', '<!-- sayswho-ignore -->', `{|\n| ${claim} ¶\n|-\n| ${claim}\n|}\n`],
    ['emphasis', '<!-- sayswho-ignore -->', `'''${claim} ¶'''\n\n${claim}\n`],
  ],
};

test.each(Object.entries(drafts).flatMap(([id, cases]) => cases.map(given => [id, ...given] as const)))(
  '%s: in %s, %s',
  (id, _, comment, draft) => {
    const before = draft.replace('¶', '');
    expect([before, flagged(before, id)]).toEqual([before, 2]);
    const after = draft.replace('¶', comment);
    expect([after, flagged(after, id)]).toEqual([after, 1]);
  },
);
