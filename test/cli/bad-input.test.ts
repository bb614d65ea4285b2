import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCli, buildCli, type CliRun } from '../support/build-cli.ts';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(join(tmpdir(), 'sayswho-bad-input-'));
  await writeFile(join(folder, 'good.txt'), 'Experts say it holds.\n');
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]): Promise<CliRun> => cli.run(args, { cwd: folder });

/** Checks a file with this content, between two good ones. */
async function checkBetweenGood(name: string, content: string | Uint8Array): Promise<CliRun> {
  await writeFile(join(folder, name), content);
  return run('check', 'good.txt', name, 'good.txt');
}

const utf16 = (text: string, order: 'LE' | 'BE') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'BE' ? bytes.swap16() : bytes;
};

describe('a draft that cannot be read', () => {
  it.each([
    [
      'a binary file',
      'picture.md',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      'looks binary: there is a NUL byte at offset 4. Give a text file such as Markdown; from a word processor, export the draft as one.',
    ],
    [
      'a NUL byte far into a text',
      'nul.txt',
      `${'word '.repeat(40_000)}\0`,
      'looks binary: there is a NUL byte at offset 200000. Give a text file such as Markdown; from a word processor, export the draft as one.',
    ],
    [
      'a notebook',
      'cells.ipynb',
      '{"cells":[{"cell_type":"markdown","source":["Experts say it holds."]}]}',
      'is a notebook, whose Markdown cells are read in VS Code only. Open it there, or check its text: jupyter nbconvert --to markdown cells.ipynb',
    ],
    [
      'Windows-1252',
      'latin.txt',
      Buffer.from('One\ncaf\u00e9 caf\u00e9', 'latin1'),
      'not valid UTF-8 at byte offset 7 (line 2). Save it as UTF-8; if it is in Windows-1252, this converts it: iconv -f WINDOWS-1252 -t UTF-8 latin.txt',
    ],
    [
      'a surrogate in UTF-8',
      'lone.txt',
      Buffer.from([0x61, 0xed, 0xa0, 0x80]),
      'not valid UTF-8 at byte offset 1 (line 1).',
    ],
    [
      'a character cut at the end',
      'cut.txt',
      Buffer.from([0x61, 0xef, 0xbf]),
      'not valid UTF-8 at byte offset 1 (line 1).',
    ],
    [
      'bytes behind a replacement character',
      'twice.txt',
      Buffer.concat([Buffer.from('\ufffda'), Buffer.from([0xff])]),
      'not valid UTF-8 at byte offset 4 (line 1).',
    ],
    [
      'a path to quote',
      "it's é.txt",
      Buffer.from([0xff]),
      "this converts it: iconv -f WINDOWS-1252 -t UTF-8 'it'\\''s é.txt'",
    ],
    [
      'a lone surrogate in UTF-16',
      'lone16.txt',
      utf16('ab\n\ud800c', 'BE'),
      'not valid UTF-16BE at byte offset 8 (line 2). Save it as UTF-8; this converts it and leaves out what cannot be read: iconv -c -f UTF-16 -t UTF-8 lone16.txt',
    ],
    [
      'half a character in UTF-16',
      'half16.txt',
      utf16('ab', 'LE').subarray(0, 5),
      'not valid UTF-16LE: half a character stands at its end.',
    ],
  ])('is named with the remedy, and the others are checked: %s', async (_, name, content, message) => {
    const { exitCode, stdout, stderr } = await checkBetweenGood(name, content);
    expect(stderr).toContain(`sayswho: ${name}: `);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout.match(/^good\.txt:1:1 /gm)).toHaveLength(2);
    expect(stdout).toContain('2 files checked, 1 not read: ');
    expect(exitCode).toBe(2);
  });

  it.each([
    ['a missing file', 'nowhere.md', 'no such file. Check the path, and put quotation marks around one with spaces.'],
    ['a folder', 'drafts 🎣', "is a folder. Name the files in it, for example: sayswho check 'drafts 🎣'/*.md"],
    ['a link to itself', 'loop.md', 'is a symbolic link that leads back to itself. Name the file itself.'],
    [
      'a file taken for a folder',
      'good.txt/draft.md',
      'no such file: a part of the path is a file, not a folder. Check the path.',
    ],
    [
      'a name beyond measure',
      'x'.repeat(5000),
      'no such file: the name is longer than the system allows. Check the path.',
    ],
  ])('is named with the remedy, and the others are checked: %s', async (_, path, message) => {
    await mkdir(join(folder, 'drafts 🎣'), { recursive: true });
    await symlink('loop.md', join(folder, 'loop.md')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    for (const command of ['check', 'analyze']) {
      const { exitCode, stdout, stderr } = await run(command, path, 'good.txt');
      expect(stderr).toBe(`sayswho: ${path}: ${message}\n`);
      expect(stdout).toContain('good.txt');
      expect(exitCode).toBe(2);
    }
  });

  it('is one that is too long', async () => {
    const { exitCode, stdout, stderr } = await checkBetweenGood('big.txt', Buffer.alloc(50_000_000, 'word '));
    expect(stderr).toBe(
      'sayswho: big.txt: has more than 5,000,000 characters and was not read. Split it, or allow more with --maximum-length 50000000 (the setting maximumLength).\n',
    );
    expect(stdout.match(/^good\.txt:1:1 /gm)).toHaveLength(2);
    expect(exitCode).toBe(2);
  });

  it('is too long by one character, and is read when the remedy is followed', async () => {
    await writeFile(join(folder, 'longish.txt'), 'é'.repeat(1001));
    const tooLong = await run('check', 'longish.txt', '--maximum-length', '1000');
    const remedy = /--maximum-length (\d+)/.exec(tooLong.stderr);
    expect(tooLong.exitCode).toBe(2);
    expect(await run('check', 'longish.txt', '--maximum-length', remedy?.[1] ?? '')).toEqual({
      exitCode: 0,
      stdout: 'longish.txt: no findings\n',
      stderr: '',
    });
  });

  it('does not print what would drive the terminal', async () => {
    const { stderr } = await run('check', 'no\u001b[2Jwhere');
    expect(stderr).toContain('no␛[2Jwhere');
  });
});

describe('a draft that is odd', () => {
  const places = ({ stdout }: CliRun) =>
    [...stdout.matchAll(/^odd.*?:(\d+:\d+) \w+ vague-source$/gm)].map(match => match[1]);

  it.each([
    ['empty', 'odd.md', ''],
    ['white space', 'odd.txt', ' \n\t\r\n\u00a0'],
    ['a byte order mark alone', 'odd.txt', '\ufeff'],
  ])('is clean: %s', async (_, name, content) => {
    await writeFile(join(folder, name), content);
    expect(await run('check', name)).toEqual({ exitCode: 0, stdout: `${name}: empty, nothing to check\n`, stderr: '' });
  });

  it.each([
    ['with a byte order mark', 'odd.txt', '\ufeffExperts say it holds.', ['1:1']],
    ['in UTF-16, little end first', 'odd.txt', utf16('Yes.\r\n\r\nExperts say it holds. 🎣', 'LE'), ['3:1']],
    ['in UTF-16, big end first', 'odd.txt', utf16('Yes.\r\n\r\nExperts say it holds. 🎣', 'BE'), ['3:1']],
    [
      'with mixed line breaks',
      'odd.md',
      'One.\r\n\r\nTwo.\n\nExperts say it holds.\r\rExperts say it holds.',
      ['5:1', '7:1'],
    ],
    ['with a path of spaces and emoji', 'odd 🎣 draft é.md', 'Experts say it holds.', ['1:1']],
    ['with wide characters', 'odd.txt', '字🎣e\u0301 says so. Experts say it holds.', ['1:16']],
  ])('is checked %s', async (_, name, content, expected) => {
    const run = await checkBetweenGood(name, content);
    expect(run.stderr).toBe('');
    expect(places(run)).toEqual(expected);
  });

  it.each([
    ['deep quotation', 'odd.md', `${'>'.repeat(5000)} Experts say`],
    [
      'deep lists',
      'odd.md',
      Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- Experts say`).join('\n'),
    ],
    ['brackets without end', 'odd.md', '['.repeat(20_000)],
    ['stars without end', 'odd.md', '*a '.repeat(20_000)],
    ['quotation marks without end', 'odd.txt', '“a '.repeat(20_000)],
    ['a word without end', 'odd.txt', 'a'.repeat(200_000)],
    [
      'control characters',
      'odd.txt',
      Array.from({ length: 31 }, (_, code) => String.fromCharCode(code + 1)).join('word'),
    ],
    ['an unclosed comment', 'odd.md', '<!-- Experts say\n\nExperts say'],
  ])('does not stop the program: %s', async (_, name, content) => {
    const { exitCode, stdout, stderr } = await checkBetweenGood(name, content);
    expect(stderr).toBe('');
    expect(stdout).toContain('3 files checked: ');
    expect(exitCode).toBe(1);
  });
});

describe('wrong usage', () => {
  it.each([
    [['check'], 'name at least one draft, or - for standard input: sayswho check draft.md'],
    [['analyze'], 'name at least one draft, or - for standard input: sayswho analyze draft.md'],
    [
      ['analyze', '--format', 'jsonl', 'good.txt'],
      '--format jsonl reads standard input, so name no files: sayswho analyze --format jsonl < articles.jsonl',
    ],
    [['good.txt'], "unknown command 'good.txt'\nTo check a draft: sayswho check draft.md"],
    [['ledger', 'good.txt'], "unknown command 'good.txt'\nTo see the claims of a draft: sayswho ledger list draft.md"],
    [['check', '--colour', 'good.txt'], "unknown option '--colour'"],
    [
      ['check', '--fail-on', 'warnings', 'good.txt'],
      "option '--fail-on <severity>' argument 'warnings' is invalid. Allowed choices are error, warning, information, hint, never.",
    ],
    [
      ['check', '--maximum-length', '1k', 'good.txt'],
      "option '--maximum-length <characters>' argument '1k' is invalid. Give a whole number of characters.",
    ],
    [['check', '--maximum-length', '10', 'good.txt'], '--maximum-length 10: give 1000 characters or more.'],
    [['check', '--language', 'cobol', 'good.txt'], '--language cobol: the languages are markdown, mdx, '],
    [
      ['check', '--rule', 'vague-source', 'good.txt'],
      '--rule vague-source: write it as ID=SEVERITY, where the severity is one of default, off, hint, information, warning, error.',
    ],
    [
      ['check', '--rule', 'vague=error', 'good.txt'],
      '--rule vague=error: there is no rule “vague”. List the rules with: sayswho check --list-rules',
    ],
    [
      ['check', '--config', 'nowhere.json', 'good.txt'],
      '--config nowhere.json: cannot be read (ENOENT). Check the path.',
    ],
    [
      ['check', '--config', 'good.txt', 'good.txt'],
      '--config good.txt: not valid JSON, where comments and trailing commas are not allowed.',
    ],
  ])('ends with a message: %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(stderr.slice(0, `sayswho: ${message}`.length)).toBe(`sayswho: ${message}`);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('shows help when nothing is asked for', async () => {
    const { exitCode, stderr } = await run();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Start with: sayswho check draft.md');
  });

  it.each([
    ['an unknown setting', { wrong: 1 }, 'Unknown setting “sayswho.wrong”'],
    ['an unknown rule', { rules: { vague: 'off' } }, 'Unknown rule “vague”'],
    ['an unknown severity', { rules: { 'vague-source': 'loud' } }, '“sayswho.rules.vague-source” must be one of'],
    ['a wrong length', { maximumLength: 'long' }, '“sayswho.maximumLength” must be a number'],
    ['a wrong style', { 'sayswho.placeholderStyle': 'loud' }, '“sayswho.placeholderStyle” must be one of'],
  ])('in the configuration file is named, and the drafts are checked: %s', async (_, config, message) => {
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    const { exitCode, stdout, stderr } = await run('check', 'good.txt', '--config', 'config.json');
    expect(stderr).toContain(`sayswho: config.json: ${message}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toContain('good.txt:1:1 ');
    expect(exitCode).toBe(2);
  });
});
