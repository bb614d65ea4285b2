import { writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { holdAnswers } from '../client/held-answers.ts';
import { type GroupNames, usualArrangement } from '../client/outline/arrangement.ts';
import { arrange, noRows, redrawn } from '../client/outline/model.ts';
import { rowsOf } from '../client/outline/rows.ts';
import { createNodeFiles } from '../server/files/node.ts';
import { startServer } from '../server/lsp/server.ts';
import {
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerChange,
  type LedgerDelta,
  type LedgerResult,
  ledgerRequest,
} from '../server/protocol/ledger.ts';
import { withLedgerDelta } from '../server/protocol/ledger-delta.ts';
import { type ClaimsResult, claimsRequest } from '../server/protocol/messages.ts';
import { type Figure, figureOf, timed } from './benchmark.ts';

const names: GroupNames = {
  kind: kind => kind,
  status: ({ item }) => item.status,
  writer: 'the writer',
  nobody: 'nobody',
  noSource: 'no source',
  noKind: 'no kind',
  orphans: 'not found',
};

/** A draft of so many claims, under headings as in a long report. */
function draftOfClaims(count: number): string {
  const sentences = Array.from(
    { length: count },
    (_, n) =>
      `In ${1900 + (n % 120)} the council of town number ${n} sold ${n % 97} boats and ${n % 13} houses to its neighbours.`,
  );
  const paragraphs = Array.from({ length: Math.ceil(count / 5) }, (_, n) =>
    sentences.slice(n * 5, n * 5 + 5).join(' '),
  );
  return paragraphs.map((text, n) => (n % 10 === 0 ? `## Part ${n / 10 + 1}\n\n${text}` : text)).join('\n\n');
}

/**
 * Times what the Claims view does when one claim of many gets a status: the server is told, is asked for the record, and the rows
 * are found that are to be drawn again.
 *
 * @param path Where the draft is put, with its record beside it.
 */
export async function timeOutline(path: string, count: number, times: number): Promise<readonly Figure[]> {
  const text = draftOfClaims(count);
  await writeFile(path, text);
  const uri = pathToFileURL(path).href;
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(ProposedFeatures.all, toServer, toClient), { files: createNodeFiles() });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const about = { textDocument: { uri } };
  const change = async (change: LedgerChange): Promise<void> => {
    const answer = await client.sendRequest<ChangeLedgerResult>(changeLedgerRequest, {
      ...about,
      changes: [change],
      checker: 'Ana Ruiz',
    });
    if (answer.kind !== 'ok') throw new Error(answer.message);
  };
  const claims = await client.sendRequest<ClaimsResult>(claimsRequest, about);
  const answers = holdAnswers<LedgerResult, LedgerDelta>(withLedgerDelta);
  const ask = async (): Promise<LedgerResult> => {
    const answer = await answers.ask(uri, held =>
      client.sendRequest<LedgerResult | LedgerDelta | null>(ledgerRequest, { ...about, ...held }),
    );
    if (!answer) throw new Error('The server does not know the draft.');
    return answer;
  };
  const ids = (await ask()).items.map(({ id }) => id);
  if (ids.length !== count) throw new Error(`The draft was to have ${count} claims and has ${ids.length}.`);
  const all = performance.now();
  await change({ kind: 'status', ids, status: 'verified' });
  const allAtOnce = performance.now() - all;

  let drawn = noRows;
  const changed: number[] = [];
  const changing: number[] = [];
  const whole: number[] = [];
  const asked: number[] = [];
  const worked: number[] = [];
  const arranged: number[] = [];
  for (let n = 0; n < times; n++) {
    const told = performance.now();
    const before = process.cpuUsage();
    await change({ kind: 'status', ids: [ids[n * 7] as string], status: 'disputed' });
    changed.push(performance.now() - told);
    changing.push(workedSince(before));
    const start = performance.now();
    const used = process.cpuUsage();
    const record = await ask();
    asked.push(performance.now() - start);
    arranged.push(
      timed(() => {
        const model = arrange(rowsOf(claims, record), usualArrangement, names);
        const elements = redrawn(drawn, model);
        if (n > 0 && elements.length !== 1) throw new Error('One group was to be drawn again.');
        drawn = model;
      }),
    );
    whole.push(performance.now() - start);
    worked.push(workedSince(used));
  }
  client.end();
  client.dispose();
  return [
    figureOf(`a status for all ${count} at once, through the server`, [allAtOnce]),
    figureOf('a status change through the server', changed, 50),
    figureOf('the same, of the processor', changing),
    figureOf(`the outline of ${count} claims, from the question to what is drawn again`, whole, 50),
    figureOf('the same, of the processor', worked),
    figureOf('of it, until the server has answered', asked),
    figureOf('of it, arranging and comparing', arranged),
  ];
}

/** Milliseconds of the processor, those of all threads together. */
function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
