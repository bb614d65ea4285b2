import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../docs/analysis.schema.json';
import { type Analysis, families, severities } from '../../server/core/index.ts';
import { claimKinds } from '../../server/core/model/claim.ts';
import type { Span } from '../../server/core/model/span.ts';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

const sample = fileURLToPath(new URL('../../samples/op-ed.md', import.meta.url));

const ajv = new Ajv2020({ allErrors: true });
const validateAnalysis = ajv.compile(schema);
const validateRefusal = ajv.compile({ $ref: `${schema.$id}#/$defs/refusedLine` });

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(join(tmpdir(), 'sayswho-analyze-'));
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

function expectAnalysis(value: unknown, text: string): asserts value is Analysis {
  validateAnalysis(value);
  expect(validateAnalysis.errors ?? []).toEqual([]);
  const { sentences, attributions, hedges, boosters, gaps, findings } = value as Analysis;
  const spans: readonly Span[] = [
    ...sentences,
    ...attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ...hedges,
    ...boosters,
    ...gaps,
    ...findings,
  ];
  for (const { start, end } of spans) {
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

const lines = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
const stream = (...input: (string | object)[]) =>
  cli.run(['analyze', '--format', 'jsonl'], {
    input: input.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  });

describe('the analysis of files', () => {
  it('follows the schema on the bundled sample and finds something of everything', async () => {
    const { exitCode, stdout, stderr } = await cli.run(['analyze', sample]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [analysis] = lines(stdout);
    const text = await readFile(sample, 'utf8');
    expectAnalysis(analysis, text);
    expect(analysis.id).toBe(sample);
    for (const list of ['sentences', 'attributions', 'hedges', 'boosters', 'gaps', 'findings'] as const)
      expect(analysis[list].length, list).toBeGreaterThan(0);
    expect(analysis.sentences.some(sentence => sentence.claim)).toBe(true);
    expect(new Set(analysis.sentences.map(sentence => sentence.zone))).toEqual(
      new Set(['heading', 'boilerplate', 'body', 'quotation']),
    );
  });

  it('gives the other places of a finding', async () => {
    const text = 'Roe Dahl was born in Halden in 1931 and died in 2001 at the age of 79.';
    await writeFile(join(folder, 'ages.txt'), text);
    const { stdout } = await cli.run(['analyze', 'ages.txt'], { cwd: folder });
    const [analysis] = lines(stdout);
    expectAnalysis(analysis, text);
    const finding = analysis.findings.find(({ ruleId }) => ruleId === 'wrong-age');
    expect(finding?.related).toEqual([{ message: 'The year of birth is 1931.', start: 31, end: 35 }]);
  });

  it('is one line for each file, in order', async () => {
    await writeFile(join(folder, 'a.txt'), 'Experts say it holds.\r\nIt may.');
    await writeFile(join(folder, 'b.md'), '');
    const { exitCode, stdout } = await cli.run(['analyze', 'a.txt', 'nowhere.txt', 'b.md', 'a.txt'], { cwd: folder });
    expect(lines(stdout).map(analysis => analysis.id)).toEqual(['a.txt', 'b.md', 'a.txt']);
    expect(exitCode).toBe(2);
  });

  it('holds the findings under the given settings', async () => {
    await writeFile(join(folder, 'a.txt'), 'Experts say it holds.');
    const severityOf = async (severity: string) => {
      const { stdout } = await cli.run(['analyze', 'a.txt', '--rule', `vague-source=${severity}`], { cwd: folder });
      return lines(stdout)[0].findings.find((finding: { ruleId: string }) => finding.ruleId === 'vague-source')
        ?.severity;
    };
    expect(await severityOf('error')).toBe('error');
    expect(await severityOf('off')).toBeUndefined();
  });
});

describe('the analysis of lines', () => {
  const odd = [
    '',
    ' ',
    '\u0000',
    '\ud800 Experts say \udc00 it may hold.',
    '🎣 “Experts say” 字 e\u0301. Clearly it may perhaps hold.\r\rIt rose 40 % in 2015.\r\n',
    '"""\'\'\'“”‘’«»',
    '# \n\n> \n\n- \n\n|a|\n|-|\n|b|\n\n[^1]: x\n\n[^1][^2]',
    '\u202eExperts say\u202c, “he said”: “no”',
    '<!-- x --><b>Experts</b> say &amp; &#x1F3A3; \\* [a](b "c") ![d](e)',
    '---\ntitle: Experts say\n---\nCritics argue.',
    `${'Experts say, critics argue, studies show. '.repeat(200)}`,
  ];

  it('follows the schema on odd texts, in either language', async () => {
    const requests = odd.flatMap((text, i) =>
      ['markdown', 'plaintext'].map(languageId => ({ id: `${i}-${languageId}`, text, languageId })),
    );
    const { exitCode, stdout, stderr } = await stream(...requests);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const analyses = lines(stdout);
    expect(analyses.map(analysis => analysis.id)).toEqual(requests.map(request => request.id));
    analyses.forEach((analysis, i) => {
      expectAnalysis(analysis, requests[i]?.text ?? '');
    });
  });

  it('answers an invalid line in its place, and ends with 1', async () => {
    const { exitCode, stdout, stderr } = await stream(
      { id: 'a', text: 'One.' },
      'not json',
      '',
      { id: 'b' },
      { text: 'x' },
      { id: 1, text: 'x' },
      [1],
      'null',
      { id: 'c', text: 'x', languageId: 1 },
      { id: 'd', text: 'Two.', more: true },
    );
    const answers = lines(stdout);
    expectAnalysis(answers[0], 'One.');
    expectAnalysis(answers[9], 'Two.');
    for (const answer of answers.slice(1, 9)) expect(validateRefusal(answer), JSON.stringify(answer)).toBe(true);
    expect(answers.slice(1, 9)).toEqual([
      { id: null, error: 'line 2: is not valid JSON. Give one object a line: {"id": "…", "text": "…"}.' },
      { id: null, error: 'line 3: is not valid JSON. Give one object a line: {"id": "…", "text": "…"}.' },
      { id: 'b', error: 'line 4: has no “text” that is a string.' },
      { id: null, error: 'line 5: has no “id” that is a string.' },
      { id: null, error: 'line 6: has no “id” that is a string.' },
      { id: null, error: 'line 7: has no “id” that is a string.' },
      { id: null, error: 'line 8: has no “id” that is a string.' },
      { id: 'c', error: 'line 9: has a “languageId” that is not a string.' },
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  it('refuses a line that is too long or no UTF-8, and goes on', async () => {
    const good = '{"id":"good","text":"One."}\n';
    const input = Buffer.concat([
      Buffer.from(`\ufeff{"id":"long","text":"${'x'.repeat(1001)}"}\r\n`),
      Buffer.from(`{"id":"longer","text":"${'x'.repeat(100_000)}"}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(good),
    ]);
    const { exitCode, stdout } = await cli.run(['analyze', '--format', 'jsonl', '--maximum-length', '1000'], { input });
    const tooLong = 'has more than 1,000 characters and was not read. Split it, or allow more with --maximum-length.';
    const answers = lines(stdout);
    expect(answers.slice(0, 3)).toEqual([
      { id: 'long', error: `line 1: ${tooLong}` },
      { id: null, error: `line 2: ${tooLong}` },
      { id: null, error: 'line 3: is not valid UTF-8.' },
    ]);
    expectAnalysis(answers[3], 'One.');
    expect(exitCode).toBe(1);
  });

  it('reads plain text unless the line or --language says otherwise', async () => {
    const text = '- [ ] Done.';
    const zones = async (...args: string[]) => {
      const input = `${JSON.stringify({ id: 'a', text })}\n${JSON.stringify({ id: 'b', text, languageId: 'plaintext' })}\n`;
      const { stdout } = await cli.run(['analyze', '--format', 'jsonl', ...args], { input });
      return lines(stdout).map(analysis => analysis.sentences.map((sentence: { start: number }) => sentence.start));
    };
    const [plain] = await zones('--language', 'plaintext');
    const [markdown, named] = await zones('--language', 'markdown');
    expect(await zones()).toEqual([plain, plain]);
    expect(named).toEqual(plain);
    expect(markdown).not.toEqual(plain);
  });

  it('refuses a language that it does not know, and goes on', async () => {
    const { exitCode, stdout } = await stream(
      { id: 'a', text: 'One.', languageId: 'markdwon' },
      { id: 'b', text: 'One.', languageId: 'markdown' },
    );
    const [refused, read] = lines(stdout);
    expect(refused).toEqual({
      id: 'a',
      error: expect.stringMatching(
        /^line 1: has the unknown “languageId” “markdwon”: the languages are markdown, .*html\.$/,
      ),
    });
    expectAnalysis(read, 'One.');
    expect(exitCode).toBe(1);
  });

  it('answers nothing for nothing', async () => {
    expect(await stream()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });
});

describe('the schema', () => {
  it('names the kinds, families and severities of the analyser', () => {
    expect(schema.$defs.claim.properties.kinds.items.enum.toSorted()).toEqual(claimKinds.toSorted());
    expect(schema.$defs.finding.properties.family.enum).toEqual(families);
    expect(schema.$defs.finding.properties.severity.enum).toEqual(severities);
  });

  it('refuses what is no analysis', () => {
    const empty = {
      schema: 1,
      id: '',
      sentences: [],
      attributions: [],
      hedges: [],
      boosters: [],
      gaps: [],
      findings: [],
    };
    expect(validateAnalysis(empty)).toBe(true);
    for (const wrong of [
      { ...empty, schema: 2 },
      { ...empty, more: 1 },
      { ...empty, sentences: [{ start: 0, end: 1, zone: 'nowhere', uncertain: 0 }] },
      { ...empty, sentences: [{ start: 0, end: 1, zone: 'body', uncertain: 1.1 }] },
      { ...empty, hedges: [{ start: 0.5, end: 1, kind: 'modal' }] },
    ])
      expect(validateAnalysis(wrong), JSON.stringify(wrong)).toBe(false);
  });
});
