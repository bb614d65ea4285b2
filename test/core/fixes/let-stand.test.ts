import { expect, test } from 'vitest';
import {
  applyEdits,
  check,
  type Finding,
  languages,
  letStand,
  read,
  type StandScope,
} from '../../../server/core/index.ts';

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
function suppressed(text: string, languageId = 'markdown', scope: StandScope = 'here'): string | undefined {
  const edits = letStand(read(text, languageId), finding(text), scope, 'opinion');
  return edits && applyEdits(text, edits);
}

const above = '<!-- sayswho-ignore-next vague-source -- opinion -->';
const beside = '<!-- sayswho-ignore vague-source -- opinion -->';

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

test('the reason is what the writer types over, or chooses where none is given', () => {
  const text = 'Experts say it.';
  const [edit] = letStand(read(text, 'markdown'), finding(text), 'here') ?? [];
  expect(edit?.text.slice(edit.typeOver?.start, edit.typeOver?.end)).toBe('other');
  expect(edit?.choices?.[0]).toBe('common knowledge');
});

test('a paragraph is let stand from one line above it to one below', () => {
  expect(suppressed('One.\n\nExperts say it.\nExperts do.\n\nTwo.\n', 'markdown', 'block')).toBe(
    'One.\n\n<!-- sayswho-ignore-start vague-source -- opinion -->\nExperts say it.\nExperts do.\n<!-- sayswho-ignore-end -->\n\nTwo.\n',
  );
  expect(suppressed('Experts say it.\n', 'restructuredtext', 'block')).toBe(
    '.. sayswho-ignore-start vague-source -- opinion\n\nExperts say it.\n\n.. sayswho-ignore-end\n',
  );
  expect(suppressed('- Experts say it.\n- Two.\n', 'markdown', 'block')).toBeUndefined();
});

test('the draft is let stand from its end', () => {
  expect(suppressed('---\ntitle: x\n---\n\nExperts say it.\n', 'markdown', 'file')).toBe(
    '---\ntitle: x\n---\n\nExperts say it.\n\n<!-- sayswho-ignore-file vague-source -- opinion -->\n',
  );
});

test.each(languages.map(({ id }) => id).filter(id => id !== 'plaintext'))(
  '%s: whatever lets it stand is heeded',
  id => {
    const text = 'One.\n\nExperts say the dam will hold.\n\nCritics say so too.\n';
    const flagged = (draft: string) =>
      check(read(draft, id)).findings.filter(({ ruleId }) => ruleId === 'vague-source').length;
    expect(flagged(text)).toBe(2);
    for (const [scope, left] of [
      ['here', 1],
      ['block', 1],
      ['file', 0],
    ] as const) {
      const draft = suppressed(text, id, scope) ?? '';
      expect([draft, flagged(draft)]).toEqual([draft, left]);
    }
  },
);

test.each([
  ['latex', '% sayswho-ignore-next vague-source -- opinion'],
  ['typst', '// sayswho-ignore-next vague-source -- opinion'],
  ['asciidoc', '// sayswho-ignore-next vague-source -- opinion'],
  ['org', '# sayswho-ignore-next vague-source -- opinion\n'],
  ['restructuredtext', '.. sayswho-ignore-next vague-source -- opinion\n'],
  ['mdx', '{/* sayswho-ignore-next vague-source -- opinion */}'],
  ['html', above],
])('%s has comments of its own', (languageId, comment) =>
  expect(suppressed('Experts say it.', languageId)).toBe(`${comment}\nExperts say it.`),
);

test('where a comment needs a line of its own, there is none in the middle of a block', () => {
  expect(suppressed('One\nExperts say it.', 'restructuredtext')).toBeUndefined();
  expect(suppressed('One\nExperts say it.', 'org')).toBe(
    'One\nExperts say it. @@comment: sayswho-ignore vague-source -- opinion @@',
  );
  expect(suppressed('One\nExperts say it.', 'latex')).toBe(
    'One\nExperts say it. % sayswho-ignore vague-source -- opinion',
  );
});

test('plain text has no comments', () => expect(suppressed('Experts say it.', 'plaintext')).toBeUndefined());
