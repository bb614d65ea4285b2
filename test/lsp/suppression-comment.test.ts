import { expect, test } from 'vitest';
import { type Finding, read } from '../../server/core/index.ts';
import { suppressionComment } from '../../server/lsp/suppression-comment.ts';

const finding = (text: string): Finding => ({
  ruleId: 'vague-source',
  family: 'attribution',
  messageId: 'vague',
  message: '',
  severity: 'warning',
  confidence: 0.9,
  start: text.indexOf('Experts'),
  end: text.indexOf('Experts') + 7,
  fixes: [],
  reasons: [],
  related: [],
});

/** The text with the comment in it. */
function suppressed(text: string, languageId = 'markdown'): string | undefined {
  const edit = suppressionComment(read(text, languageId), finding(text));
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

const above = '<!-- sayswho-ignore-next vague-source -- reason -->';
const beside = '<!-- sayswho-ignore vague-source -- reason -->';

test.each([
  ['a paragraph at the start', 'Experts say it.', `${above}\nExperts say it.`],
  ['a paragraph after an empty line', 'One.\n \nExperts say it.\n', `One.\n \n${above}\nExperts say it.\n`],
  ['Windows line ends', 'One.\r\n\r\nExperts say.\r\n', `One.\r\n\r\n${above}\r\nExperts say.\r\n`],
  ['a heading', '# Experts say it\n\nOne.', `${above}\n# Experts say it\n\nOne.`],
])('%s gets the comment above it', (_, text, expected) => expect(suppressed(text)).toBe(expected));

test.each([
  ['a later line of a paragraph', 'One\nExperts say it.\nTwo.', `One\nExperts say it. ${beside}\nTwo.`],
  ['a hard line break', 'One\nExperts say it.  \r\nTwo.', `One\nExperts say it. ${beside}  \r\nTwo.`],
  ['a list item', '- Experts say it.\n- Two.', `- Experts say it. ${beside}\n- Two.`],
  ['a block quotation', '> Experts say it.', `> Experts say it. ${beside}`],
  ['a paragraph right below a heading', '# One\nExperts say it.', `# One\nExperts say it. ${beside}`],
])('%s gets the comment at the end of its line', (_, text, expected) => expect(suppressed(text)).toBe(expected));

test('the reason is what the writer types over', () => {
  const text = 'Experts say it.';
  const edit = suppressionComment(read(text, 'markdown'), finding(text));
  expect(edit?.text.slice(edit.typeOver?.start, edit.typeOver?.end)).toBe('reason');
});

test.each([
  ['latex', '% sayswho-ignore-next vague-source -- reason'],
  ['typst', '// sayswho-ignore-next vague-source -- reason'],
  ['asciidoc', '// sayswho-ignore-next vague-source -- reason'],
  ['org', '# sayswho-ignore-next vague-source -- reason'],
  ['restructuredtext', '.. sayswho-ignore-next vague-source -- reason'],
  ['mdx', '{/* sayswho-ignore-next vague-source -- reason */}'],
  ['html', above],
])('%s has comments of its own', (languageId, comment) =>
  expect(suppressed('Experts say it.', languageId)).toBe(`${comment}\nExperts say it.`),
);

test('where a comment needs a line of its own, there is none in the middle of a block', () => {
  expect(suppressed('One\nExperts say it.', 'org')).toBeUndefined();
  expect(suppressed('One\nExperts say it.', 'latex')).toBe(
    'One\nExperts say it. % sayswho-ignore vague-source -- reason',
  );
});

test('plain text has no comments', () => expect(suppressed('Experts say it.', 'plaintext')).toBeUndefined());
