import { expect, test } from 'vitest';
import { check, rules } from '../../../server/core/index.ts';
import { startTestServer } from '../../support/start-test-server.ts';

const broken = {
  ...rules[0],
  id: 'broken-rule',
  check: () => {
    throw new Error('a deliberate failure');
  },
} as (typeof rules)[number];

test('a rule that throws is named in the log once, with the way to go without it', async () => {
  const withBroken = [broken, ...rules];
  const server = await startTestServer({
    environment: { check: (article, settings) => check(article, settings, { rules: withBroken }) },
  });
  for (const name of ['a', 'b']) {
    const uri = server.open(`The dam ${name} will hold.\n`, { uri: `file:///${name}.md` });
    await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  }
  const failures = server.log.filter(message => message.includes('broken-rule'));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toContain('file:///a.md');
  expect(failures[0]).toContain('a deliberate failure');
  expect(failures[0]).toContain('{ "broken-rule": "off" }');
});
