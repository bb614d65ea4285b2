import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { rules } from '../../server/core/index.ts';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

const sample = fileURLToPath(new URL('../../samples/op-ed.md', import.meta.url));

/** Rules whose severities the tests rely on are set by the tests. */
const only = (severity: string) => ['--rule', `vague-source=${severity}`];

const vague = '# Harbours\n\nThe *dam* holds. **Experts say** it will.\n';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(join(tmpdir(), 'sayswho check 🎣 '));
  const config = Object.fromEntries(rules.map(rule => [rule.id, rule.id === 'vague-source' ? 'warning' : 'off']));
  await Promise.all([
    writeFile(join(folder, 'vague.md'), vague),
    writeFile(join(folder, 'clean.txt'), 'We should mend the roof.\n'),
    writeFile(join(folder, 'only.json'), JSON.stringify({ rules: config })),
  ]);
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const check = (...args: string[]) => cli.run(['check', '--config', 'only.json', ...args], { cwd: folder });

async function onlyFinding() {
  const { stdout } = await check('vague.md', '--format', 'json');
  return JSON.parse(stdout).files[0].findings[0];
}

describe('the text report', () => {
  it('shows each finding with its line and carets, and a summary', async () => {
    const { exitCode, stdout, stderr } = await check('vague.md');
    const { message, start, end } = await onlyFinding();
    expect(stdout).toBe(`vague.md:3:20 warning vague-source
  ${message}
  The *dam* holds. **Experts say** it will.
                     ${'^'.repeat(end - start)}

vague.md: 1 warning
`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  it('gives the other places of a finding, in both formats', async () => {
    await writeFile(
      join(folder, 'ages.txt'),
      'Roe Dahl was born in Halden in 1931 and died in 2001 at the age of 79.\n',
    );
    const { stdout } = await check('ages.txt', '--rule', 'wrong-age=warning');
    expect(stdout).toContain('ages.txt:1:68 warning wrong-age\n');
    expect(stdout).toMatch(/^ {2}1:32 The year of birth is 1931\.$/m);
    const report = JSON.parse((await check('ages.txt', '--rule', 'wrong-age=warning', '--format', 'json')).stdout);
    const [finding] = report.files[0].findings.filter((one: { ruleId: string }) => one.ruleId === 'wrong-age');
    expect(finding.related).toEqual([
      { message: 'The year of birth is 1931.', start: 31, end: 35, line: 1, column: 32, endLine: 1, endColumn: 36 },
    ]);
  });

  it('sums up several files', async () => {
    const { stdout } = await check('vague.md', 'clean.txt', 'vague.md');
    expect(stdout).toMatch(/\nclean\.txt: no findings\n/);
    expect(stdout).toMatch(/\n3 files checked: 2 warnings\n$/);
  });

  it('has colours when they are asked for', async () => {
    const { stdout } = await cli.run(['check', 'vague.md'], { cwd: folder, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[33mwarning\u001b[39m');
  });

  it('reports on the bundled sample', async () => {
    const { exitCode, stdout, stderr } = await cli.run(['check', sample]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain('vague-source');
    const excerpts = [...stdout.matchAll(/^ {2}(.*)\n {2}( *\^+)$/gm)];
    expect(excerpts.length).toBeGreaterThan(5);
    for (const [, line = '', carets = ''] of excerpts)
      expect(Math.max(line.length, carets.length)).toBeLessThanOrEqual(100);
  });
});

describe('--report-suppressions', () => {
  const draft = [
    'Experts say it will. <!-- sayswho-ignore vague-source until 9999-12-31 -- common knowledge -->',
    '',
    'It holds. <!-- sayswho-ignore vague-source -- I was there -->',
    '',
    'It may. <!-- sayswho-ignore until 2001-01-01 -->',
    '',
  ].join('\n');

  it('lists the comments that let findings stand, with their reasons', async () => {
    await writeFile(join(folder, 'stands.md'), draft);
    const { exitCode, stdout } = await check('stands.md', '--report-suppressions');
    expect(stdout).toContain(`stands.md:1:22 suppression vague-source
  on its line; common knowledge; until 9999-12-31; lets 1 finding stand

stands.md:3:11 suppression vague-source
  on its line; other: I was there; unused

stands.md:5:9 suppression all rules
  on its line; no reason given; until 2001-01-01; expired

stands.md: no findings
`);
    expect(exitCode).toBe(0);
  });

  it('lists them in JSON too, and only where it is asked for', async () => {
    await writeFile(join(folder, 'stands.md'), draft);
    const suppressionsOf = async (...args: string[]) =>
      JSON.parse((await check('stands.md', '--format', 'json', ...args)).stdout).files[0].suppressions;
    expect(await suppressionsOf()).toBeUndefined();
    expect(await suppressionsOf('--report-suppressions')).toMatchObject([
      {
        form: 'line',
        rules: ['vague-source'],
        reason: 'common knowledge',
        note: 'common knowledge',
        until: '9999-12-31',
        state: 'used',
        findings: 1,
        line: 1,
        column: 22,
      },
      { reason: 'other', note: 'I was there', state: 'unused', findings: 0, line: 3 },
      { rules: [], note: '', until: '2001-01-01', state: 'expired', line: 5 },
    ]);
  });
});

describe('a notice', () => {
  const message = 'There is no rule “vage-source”; did you mean “vague-source”?';
  beforeAll(() =>
    writeFile(join(folder, 'typo.md'), '<!-- sayswho-ignore vage-source -->\n\nWe should mend the roof.\n'),
  );

  it('is shown with its place in the text, is not counted and fails no run', async () => {
    const { exitCode, stdout } = await check('typo.md', '--fail-on', 'information');
    expect(stdout).toBe(`typo.md:1:21 information unknown-rule
  ${message}
  <!-- sayswho-ignore vage-source -->
                      ^^^^^^^^^^^

typo.md: no findings
`);
    expect(exitCode).toBe(0);
  });

  it('is in the JSON report', async () => {
    const { stdout } = await check('typo.md', '--format', 'json');
    expect(JSON.parse(stdout).files[0]).toEqual({
      path: 'typo.md',
      languageId: 'markdown',
      notices: [
        {
          code: 'unknown-rule',
          severity: 'information',
          message,
          start: 20,
          end: 31,
          line: 1,
          column: 21,
          endLine: 1,
          endColumn: 32,
        },
      ],
      findings: [],
      failedRules: [],
    });
  });

  it('is left out with --min-severity warning, and where nothing is checked', async () => {
    await writeFile(join(folder, 'off.json'), '{"enable": false}');
    for (const args of [
      ['--min-severity', 'warning'],
      ['--config', 'off.json'],
    ])
      expect((await check('typo.md', ...args)).stdout, args.join(' ')).toBe('typo.md: no findings\n');
  });
});

describe('what is shown and what fails', () => {
  it.each([
    ['a warning fails', [], 1],
    ['information does not', only('information'), 0],
    ['a hint does not', only('hint'), 0],
    ['an error does', only('error'), 1],
    ['--fail-on error lets a warning pass', ['--fail-on', 'error'], 0],
    ['--fail-on hint lets nothing pass', ['--fail-on', 'hint', ...only('hint')], 1],
    ['--fail-on never lets all pass', ['--fail-on', 'never', ...only('error')], 0],
    ['hidden findings fail as well', ['--min-severity', 'error'], 1],
    ['a rule that is off does not fail', only('off'), 0],
  ])('%s', async (_, args, expected) => {
    expect((await check('vague.md', ...args)).exitCode).toBe(expected);
  });

  it('hides hints, and says so', async () => {
    const { stdout } = await check('vague.md', ...only('hint'));
    expect(stdout).toBe('vague.md: 1 hint\n1 finding not shown; show all with --min-severity hint\n');
  });

  it.each([
    ['when asked', ['--min-severity', 'hint']],
    ['when they fail the run', ['--fail-on', 'hint']],
  ])('shows hints %s', async (_, args) => {
    const { stdout } = await check('vague.md', ...only('hint'), ...args);
    expect(stdout).toMatch(/^vague\.md:3:20 hint vague-source\n/);
    expect(stdout).not.toContain('not shown');
  });
});

describe('input', () => {
  const positions = (stdout: string) => [...stdout.matchAll(/^(.*):(\d+):(\d+) /gm)].map(match => match[0].trim());

  it('reads standard input', async () => {
    const { stdout } = await cli.run(['check', '-', '--config', 'only.json'], {
      cwd: folder,
      input: 'Experts say it holds.',
    });
    expect(positions(stdout)).toEqual(['<stdin>:1:1']);
  });

  it('goes by the extension, unless told otherwise', async () => {
    const quoted = '> Experts say it holds.\n';
    await writeFile(join(folder, 'quoted.md'), quoted);
    await writeFile(join(folder, 'quoted.MARKDOWN'), quoted);
    await writeFile(join(folder, 'quoted.txt'), quoted);
    await writeFile(join(folder, 'quoted.tex'), quoted);
    const languages = async (...args: string[]) => {
      const { stdout } = await check(
        ...['quoted.md', 'quoted.MARKDOWN', 'quoted.txt', 'quoted.tex', '--format', 'json', ...args],
      );
      return JSON.parse(stdout).files.map((file: { languageId: string }) => file.languageId);
    };
    expect(await languages()).toEqual(['markdown', 'markdown', 'plaintext', 'latex']);
    expect(await languages('--language', 'plaintext')).toEqual(Array(4).fill('plaintext'));
  });

  it('takes files whose names start with a dash', async () => {
    await writeFile(join(folder, '-draft.md'), 'Experts say it holds.');
    expect(positions((await check('--', '-draft.md')).stdout)).toEqual(['-draft.md:1:1']);
  });
});

describe('settings', () => {
  const severityWith = async (config: string, ...args: string[]) => {
    await writeFile(join(folder, 'settings.json'), config);
    const { stdout } = await cli.run(
      ['check', 'vague.md', '--format', 'json', '--min-severity', 'hint', '--config', 'settings.json', ...args],
      { cwd: folder },
    );
    return JSON.parse(stdout).files[0].findings.find((finding: { ruleId: string }) => finding.ruleId === 'vague-source')
      ?.severity;
  };

  it.each([
    ['plain names', '{"rules": {"vague-source": "error"}}', [], 'error'],
    [
      "the editor's names among the settings of others",
      '{"sayswho.rules": {"vague-source": "hint"}, "editor.wordWrap": "on"}',
      [],
      'hint',
    ],
    ['a byte order mark', '\ufeff{"rules": {"vague-source": "error"}}', [], 'error'],
    ['a family', '{"rules": {"attribution.*": "error"}}', [], 'error'],
    ['a rule above its family', '{"rules": {"vague-source": "hint", "attribution.*": "error"}}', [], 'hint'],
    ['--rule above the file', '{"rules": {"vague-source": "hint"}}', only('error'), 'error'],
    [
      '--rule for a family above a rule in the file',
      '{"rules": {"vague-source": "hint"}}',
      ['--rule', 'attribution.*=error'],
      'error',
    ],
    ['the last --rule above the ones before', '{}', [...only('error'), ...only('hint')], 'hint'],
    ['checking turned off', '{"enable": false}', [], undefined],
  ])('are taken from %s', async (_, config, args, expected) => {
    expect(await severityWith(config, ...args)).toBe(expected);
  });

  it('says that nothing is checked where checking is turned off', async () => {
    await writeFile(join(folder, 'off.json'), '{"enable": false}');
    const { exitCode, stderr } = await cli.run(['check', 'vague.md', '--config', 'off.json'], { cwd: folder });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: 'sayswho: off.json: “sayswho.enable” is false, so that nothing is checked.\n',
    });
  });
});

describe('the JSON report', () => {
  it('gives positions, counts and what was not read', async () => {
    const { exitCode, stdout } = await check('vague.md', 'nowhere.md', '--format', 'json');
    const report = JSON.parse(stdout);
    const finding = report.files[0].findings[0];
    expect(vague.slice(finding.start, finding.end)).toMatch(/^Experts/);
    expect(finding).toEqual({
      ruleId: 'vague-source',
      family: 'attribution',
      severity: 'warning',
      confidence: expect.any(Number),
      message: expect.stringContaining('Experts'),
      start: vague.indexOf('Experts'),
      end: finding.end,
      line: 3,
      column: 20,
      endLine: 3,
      endColumn: 20 + finding.end - finding.start,
    });
    expect(report).toEqual({
      schema: 1,
      files: [
        { path: 'vague.md', languageId: 'markdown', notices: [], findings: [finding], failedRules: [] },
        { path: 'nowhere.md', error: expect.stringContaining('no such file') },
      ],
      summary: {
        checked: 1,
        unread: 1,
        counts: { error: 0, warning: 1, information: 0, hint: 0 },
        hidden: 0,
        exitCode: 2,
      },
    });
    expect(exitCode).toBe(2);
  });

  it('leaves out what is not shown, and counts it', async () => {
    const { stdout } = await check('vague.md', '--format', 'json', ...only('hint'));
    const { files, summary } = JSON.parse(stdout);
    expect(files[0].findings).toEqual([]);
    expect(summary).toMatchObject({ counts: { hint: 1 }, hidden: 1 });
  });
});

describe('the guide', async () => {
  const guide = await readFile(new URL('../../docs/guide/command-line.md', import.meta.url), 'utf8');
  const block = (language: string) => new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide)?.[1] ?? '';
  const asInGuide = (...args: string[]) => cli.run(['check', 'draft.md', ...args], { cwd: folder });
  beforeAll(() => writeFile(join(folder, 'draft.md'), block('markdown')));

  it('shows the report as it is', async () => {
    expect(`$ sayswho check draft.md\n${(await asInGuide()).stdout}`).toBe(block('text'));
  });

  it('shows the JSON report as it is', async () => {
    const { stdout } = await asInGuide('nowhere.md', '--format', 'json');
    // How sure a finding is changes with every measurement of its rule.
    const parse = (report: string) =>
      JSON.parse(report, (key, value) => (key === 'confidence' && value > 0 && value < 1 ? 'a probability' : value));
    const reports = [...guide.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(match => parse(match[1] ?? ''));
    expect(reports).toContainEqual(parse(stdout));
  });

  it('shows settings that are understood', async () => {
    await writeFile(join(folder, 'guide.json'), block('json'));
    expect((await asInGuide('--config', 'guide.json')).stderr).toBe('');
  });

  it('names every option', async () => {
    const ofLedger = ['status', 'list', 'set', 'import', 'verify'].map(command => ['ledger', command]);
    for (const command of [['check'], ['analyze'], ...ofLedger, ['report']]) {
      const { stdout } = await cli.run([...command, '--help']);
      const options = [...stdout.matchAll(/--[a-z][a-z-]+/g)]
        .map(match => match[0])
        .filter(option => option !== '--help');
      expect(options.filter(option => !guide.includes(`\`${option}`))).toEqual([]);
    }
  });
});

describe('help', () => {
  it('lists every rule with its family and severity', async () => {
    const { exitCode, stdout } = await cli.run(['check', '--list-rules']);
    expect(exitCode).toBe(0);
    const listed = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split(/\s+/).slice(0, 3).join(' '));
    expect(listed.toSorted()).toEqual(
      rules.map(({ id, family, severity }) => `${id} ${family} ${severity}`).toSorted(),
    );
  });

  it('prints the version', async () => {
    expect(await cli.run(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[['--help']], [['check', '--help']], [['analyze', '--help']]])('explains %j with examples', async args => {
    const { exitCode, stdout } = await cli.run(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: sayswho/);
    expect(stdout).toMatch(/^ {2}sayswho \w+ draft\.md|Start with: sayswho check draft\.md/m);
  });
});
