import { expect, test } from 'vitest';
import { check, noticesOf, read } from '../../../server/core/index.ts';

const claim = 'Experts say the dam will hold.';
const found = (text: string, languageId = 'markdown') => check(read(text, languageId)).findings.length;

test.each([
  [claim, 1],
  [`<!-- sayswho-ignore-next -->\n${claim}`, 0],
  [`<!-- sayswho-ignore-next vague-source -- common knowledge -->\n\n${claim}`, 0],
  [`<!-- sayswho-ignore-next stacked-hedges -->\n${claim}`, 1],
  [`<!-- sayswho-ignore-next attribution.* -->\n${claim}`, 0],
  [`${claim} <!-- sayswho-ignore -->`, 0],
  [`${claim}\n\n${claim} <!-- sayswho-ignore -->`, 1],
  [`<!-- sayswho-ignore-start -->\n\n${claim}\n\n<!-- sayswho-ignore-end -->\n\n${claim}`, 1],
  [`<!-- sayswho-ignore-start -->\n\n${claim}\n\n${claim}`, 0],
  [`${claim}\n\n<!-- sayswho-ignore-file vague-source -->`, 0],
  [`<!-- sayswho-ignored -->\n${claim}`, 1],
  [`- ${claim}\n  <!-- sayswho-ignore -->\n- ${claim} <!-- sayswho-ignore -->`, 1],
])('%j leaves %i', (text, expected) => {
  expect(found(text)).toBe(expected);
});

test('works in plain text too', () => {
  expect(found(`${claim} <!-- sayswho-ignore -->`, 'plaintext')).toBe(0);
});

const ignoreFile = '<!-- sayswho-ignore-file -->';

test.each([
  ['inline code', `Write \`${ignoreFile}\` to switch it off.\n\n${claim}`],
  ['inline code in two backticks', `Write \`\` \`${ignoreFile} \`\` to switch it off.\n\n${claim}`],
  ['a fence', `\`\`\`html\n${ignoreFile}\n\`\`\`\n\n${claim}`],
  ['a fence in a list', `- One:\n\n  ~~~\n  ${ignoreFile}\n  ~~~\n\n${claim}`],
  ['an indented block', `One:\n\n    ${ignoreFile}\n\n${claim}`],
])('a comment that is shown in %s is no comment', (_, text) => {
  for (const languageId of ['markdown', 'quarto', 'rmd']) expect(found(text, languageId), languageId).toBe(1);
});

test('MDX shows comments in code too', () => {
  expect(found(`Write \`{/* sayswho-ignore-file */}\`.\n\n${claim}`, 'mdx')).toBe(1);
  expect(found(`{/* sayswho-ignore-file */}\n\n${claim}`, 'mdx')).toBe(0);
});

test.each([
  ['latex', '\\begin{verbatim}\n% sayswho-ignore-file\n\\end{verbatim}'],
  ['latex', 'Write \\verb|% sayswho-ignore-file|.'],
  ['asciidoc', '----\n// sayswho-ignore-file\n----'],
  ['asciidoc', '```js\n// sayswho-ignore-file\n```'],
  ['org', '#+begin_src python\n# sayswho-ignore-file\n#+end_src'],
  ['restructuredtext', 'Write::\n\n    .. sayswho-ignore-file'],
  ['restructuredtext', '.. code-block:: rst\n\n   .. sayswho-ignore-file'],
  ['typst', '```js\n// sayswho-ignore-file\n```'],
  ['typst', 'Write `// sayswho-ignore-file` there.'],
  ['wikitext', '<syntaxhighlight lang="html">\n<!-- sayswho-ignore-file -->\n</syntaxhighlight>'],
  ['wikitext', 'Write <nowiki><!-- sayswho-ignore-file --></nowiki>.'],
  ['mdx', '```js\n{/* sayswho-ignore-file */}\n```'],
])('%s: a comment that is shown in code is no comment, and one behind it is: %j', (id, code) => {
  const comment = /(?:%|\/\/|#|\.\.|<!--|\{\/\*) ?sayswho-ignore-file(?: -->| \*\/\})?/.exec(code)?.[0];
  expect(found(`${code}\n\n${claim}\n`, id)).toBe(1);
  expect(found(`${code}\n\n${comment}\n\n${claim}\n`, id)).toBe(0);
});

test.each([
  ['stands between two pieces of code', `\`a\` ${ignoreFile} \`b\`\n\n${claim}`],
  ['has a backtick behind it', `${ignoreFile} \`\n\n${claim}`],
  ['has backticks in its reason', `<!-- sayswho-ignore-file -- as in \`code\` -->\n\n${claim}`],
])('a comment counts where it %s', (_, text) => expect(found(text)).toBe(0));

const notices = (text: string, languageId = 'markdown') =>
  noticesOf(read(text, languageId)).map(({ code, start, end, message }) => [code, text.slice(start, end), message]);

test.each([
  [
    'a misspelt rule',
    '<!-- sayswho-ignore-next vage-source -->',
    'vage-source',
    'There is no rule “vage-source”; did you mean “vague-source”?',
  ],
  [
    'a misspelt family behind a known rule',
    '<!-- sayswho-ignore-next vague-source, hedges.* -- reason -->',
    'hedges.*',
    'There is no rule “hedges.*”; did you mean “hedge.*”?',
  ],
  [
    'a reason without dashes',
    '<!-- sayswho-ignore because everybody knows -->',
    'because',
    'There is no rule “because”. A reason goes behind two dashes.',
  ],
])('%s is noticed at its place, once', (_, comment, name, message) => {
  expect(notices(`${claim}\n\n${comment}\n${claim}`)).toEqual([['unknown-rule', name, message]]);
});

test('nothing is noticed of known rules, of all rules, or of a comment in code', () => {
  for (const text of [
    '<!-- sayswho-ignore-next vague-source hedge.* -- a vage-source -->',
    ignoreFile,
    'Write `<!-- sayswho-ignore vage-source -->`.',
  ])
    expect(notices(`${claim}\n\n${text}`), text).toEqual([]);
  expect(notices('% sayswho-ignore vage-source\nOne.', 'latex')).toHaveLength(1);
});
