import { type Command, Option } from 'commander';
import { ledgerStatuses, letStandReasons, sheetFormats } from '../protocol/ledger.ts';
import type { LedgerOptions, SetOptions } from './commands/ledger.ts';
import type { ReportOptions } from './commands/report.ts';
import type { ExitCode } from './output.ts';
import { errorsWith } from './program-errors.ts';

type ExitWith = (code: ExitCode) => void;

/** What all commands about the record of checking take. */
const withDesk = (command: Command): Command =>
  command
    .option('--config <file>', "JSON file of settings, named as in the editor's settings.json")
    .option('--folder <folder>', 'folder below this one in which records are gathered (default: beside each draft)')
    .option('--language <id>', "the drafts' language (default: by extension)")
    .option('--date <day>', 'the day that is written down, such as 2026-05-12 (default: today)');
const formatOption = () =>
  new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text');
const checkerOption = () =>
  new Option('--checker <name>', 'who checks (default: the setting, or the name of the account)');
const statusOption = (description: string) => new Option('--status <status>', description).choices(ledgerStatuses);

export function addReport(program: Command, exitWith: ExitWith): void {
  withDesk(
    program
      .command('report')
      .summary('print the fact-check sheet of a draft')
      .description('Print the fact-check sheet of a draft: the copy with its facts numbered, and how each stands.')
      .argument('<file>', 'the draft')
      .addOption(new Option('-f, --format <format>', 'the form of the sheet').choices(sheetFormats).default('html'))
      .option('-o, --output <file>', 'the file to write (default: standard output)'),
  ).action(async (file: string, options: ReportOptions) =>
    exitWith(await (await import('./commands/report.ts')).reportCommand(file, options)),
  );
}

export function addLedger(program: Command, exitWith: ExitWith): void {
  const ledger = program
    .command('ledger')
    .configureOutput(errorsWith('To see the claims of a draft: sayswho ledger list draft.md'))
    .helpCommand('help [command]', 'Print help.')
    .summary('look at and change the record of checking')
    .description('The record of checking beside each draft: the status, sources, checker and note of every claim.')
    .addHelpText(
      'after',
      `
Examples:
  sayswho ledger list draft.md --status unchecked
  sayswho ledger set draft.md 0g1hv --status verified --url https://example.org/report
  sayswho report draft.md --format csv -o facts.csv
  sayswho ledger import draft.md facts.csv
  sayswho ledger verify drafts/*.md

Exit code: 0 done, or ready to be signed off; 1 verify found something open, or a row could not be taken; 2 wrong usage or something could not be read or written.`,
    );
  const commands = () => import('./commands/ledger.ts');
  withDesk(
    ledger
      .command('status')
      .description('Say how far the checking of each draft is.')
      .argument('<files...>', 'drafts')
      .addOption(formatOption()),
  ).action(async (files: string[], options: LedgerOptions) =>
    exitWith(await (await commands()).ledgerStatus(files, options)),
  );
  withDesk(
    ledger
      .command('list')
      .description('List the claims with their ids, one a line.')
      .argument('<files...>', 'drafts')
      .addOption(statusOption('only those with this status'))
      .addOption(formatOption()),
  ).action(async (files: string[], options: LedgerOptions) =>
    exitWith(await (await commands()).ledgerList(files, options)),
  );
  withDesk(
    ledger
      .command('set')
      .description('Give claims a status, a source or a note.')
      .argument('<file>', 'the draft')
      .argument('<ids...>', 'ids of claims, or enough of each to tell it from the others')
      .addOption(statusOption('the status'))
      .addOption(new Option('--reason <reason>', 'why it may stand, with --status let-stand').choices(letStandReasons))
      .option('--note <text>', 'a note; empty to remove it')
      .option('--url <address>', 'a source on the web')
      .option('--key <key>', 'a source in the bibliography')
      .option('--person <name>', 'a person who was asked')
      .option('--document <title>', 'a document')
      .option('--contact <text>', 'how and when the person was reached')
      .option('--archive <address>', 'a copy of the page in an archive')
      .addOption(checkerOption())
      .addOption(formatOption()),
  ).action(async (file: string, ids: string[], options: SetOptions) =>
    exitWith(await (await commands()).ledgerSet(file, ids, options)),
  );
  withDesk(
    ledger
      .command('import')
      .description('Take over a CSV sheet that a checker has edited.')
      .argument('<file>', 'the draft')
      .argument('<csv>', 'the sheet')
      .option('--dry-run', 'only show what it would change')
      .addOption(checkerOption())
      .addOption(formatOption()),
  ).action(async (file: string, csv: string, options: LedgerOptions) =>
    exitWith(await (await commands()).ledgerImport(file, csv, options)),
  );
  withDesk(
    ledger
      .command('verify')
      .description('Fail where a claim that must be checked is open, stale, disputed, or gone without a decision.')
      .argument('<files...>', 'drafts')
      .option('--all', 'every claim must be settled, not only those that must be checked')
      .option('--accept-sourced', 'a source is enough; nobody has to have verified it')
      .addOption(formatOption()),
  ).action(async (files: string[], options: LedgerOptions) =>
    exitWith(await (await commands()).ledgerVerify(files, options)),
  );
}
