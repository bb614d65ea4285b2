import { expect, test, vi } from 'vitest';
import { startTestServer } from '../../support/start-test-server.ts';

vi.mock('../../../server/core/models/tagger.json', () => ({ default: { format: 0, data: '' } }));

test('what the analyser says about its own work is in the log once', async () => {
  const server = await startTestServer();
  for (const name of ['a', 'b']) {
    const uri = server.open(`The dam ${name} will hold.\n`, { uri: `file:///${name}.md` });
    await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  }
  expect(server.log.filter(message => message.includes('tagger.json'))).toHaveLength(1);
});
