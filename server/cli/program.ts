import { Command, InvalidArgumentError, Option } from 'commander';
import { description, homepage, version } from '../../package.json';
import { severities } from '../core/model/finding.ts';
import { profileNames } from '../core/profiles.ts';
import type { AnalyzeOptions } from './commands/analyze.ts';
import type { CheckOptions } from './commands/check.ts';
import { UsageError } from './input/usage-error.ts';
import type { ExitCode } from './output.ts';
import { errorsWith } from './program-errors.ts';
import { addLedger, addReport } from './program-ledger.ts';

/**
 * The command line. The commands are imported when they are called, so that help and version do not load the analyser.
 *
 * @param exitWith Called with the exit code when a command has ended.
 */
export function buildProgram(exitWith: (code: ExitCode) => void): Command {
  const program = new Command('sayswho')
    .description(description)
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .addHelpText(
      'after',
      `\nStart with: sayswho check draft.md\nMore: sayswho check --help, sayswho analyze --help, ${homepage}`,
    )
    .exitOverride()
    .configureOutput(errorsWith('To check a draft: sayswho check draft.md'));

  addCheck(program, exitWith);
  addAnalyze(program, exitWith);
  addReport(program, exitWith);
  addLedger(program, exitWith);
  return program;
}

function addCheck(program: Command, exitWith: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('report unsourced assertions, hedging and attribution gaps')
    .description('Report unsourced assertions, hedging and attribution gaps, each with its line.')
    .argument('[files...]', 'drafts in any format that is read; - for standard input')
    .addOption(new Option('-f, --format <format>', 'how to print the report').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity that makes the exit code 1')
        .choices([...severities, 'never'])
        .default('warning'),
    )
    .addOption(
      new Option('--min-severity <severity>', 'least severity to show (default: "information")').choices(severities),
    )
    .option('--report-suppressions', 'also list the comments that let findings stand, with their reasons')
    .option('--list-rules', 'print the rules with their own severities, and end')
    .addOption(profileOption())
    .addOption(ruleOption())
    .addOption(configOption())
    .addOption(languageOption("the drafts' language (default: by extension, .md is markdown)"))
    .addOption(maximumLengthOption())
    .addHelpText(
      'after',
      `
Examples:
  sayswho check draft.md
  sayswho check drafts/*.md --fail-on error
  sayswho check draft.txt --rule vague-source=error --rule 'hedge.*=off'
  sayswho check - --language markdown < draft.md
  sayswho check draft.md --format json > report.json

Exit code: 0 nothing at or above --fail-on, 1 something is, 2 wrong usage, or something could not be read or was not checked whole.`,
    )
    .action(async (files: string[], options: CheckOptions & { readonly listRules?: true }) => {
      if (options.listRules) return exitWith(await (await import('./commands/list-rules.ts')).listRules());
      if (files.length === 0)
        throw new UsageError('name at least one draft, or - for standard input: sayswho check draft.md');
      exitWith(await (await import('./commands/check.ts')).checkCommand(files, options));
    });
}

function addAnalyze(program: Command, exitWith: (code: ExitCode) => void): void {
  program
    .command('analyze')
    .summary('print everything that was read in a draft, as JSON')
    .description(
      'Print everything that was read in a draft (claims, attributions, hedges, findings), one line of JSON for each.',
    )
    .argument('[files...]', 'drafts in any format that is read; - for standard input')
    .addOption(
      new Option(
        '-f, --format <format>',
        'json: one document for each file; jsonl: one for each line of standard input',
      )
        .choices(['json', 'jsonl'])
        .default('json'),
    )
    .addOption(profileOption())
    .addOption(ruleOption())
    .addOption(configOption())
    .addOption(languageOption('the language where nothing else tells it (default: by extension; plaintext for lines)'))
    .addOption(maximumLengthOption())
    .addHelpText(
      'after',
      `
Examples:
  sayswho analyze draft.md | jq '.sentences[] | select(.claim.needsSource > 0.5)'
  sayswho analyze --format jsonl < articles.jsonl > analyses.jsonl

A line for jsonl: {"id": "a1", "text": "…", "languageId": "markdown"}; languageId may be left out.
Exit code: 0 all analysed, 1 a line was not valid, 2 wrong usage or something could not be read.`,
    )
    .action(async (files: string[], options: AnalyzeOptions) => {
      if (options.format === 'jsonl' && files.length > 0)
        throw new UsageError(
          '--format jsonl reads standard input, so name no files: sayswho analyze --format jsonl < articles.jsonl',
        );
      if (options.format === 'json' && files.length === 0)
        throw new UsageError('name at least one draft, or - for standard input: sayswho analyze draft.md');
      exitWith(await (await import('./commands/analyze.ts')).analyzeCommand(files, options));
    });
}

const ruleOption = () =>
  new Option('--rule <id=severity>', 'severity of a rule, or of a family such as hedge.*; may be repeated').argParser(
    (value: string, before: readonly string[] = []) => [...before, value],
  );

const profileOption = () =>
  new Option('--profile <name>', 'the kind of text, which sets severities (default: op-ed)').choices(profileNames);

const configOption = () =>
  new Option('--config <file>', "JSON file of settings, named as in the editor's settings.json");

const languageOption = (description: string) => new Option('--language <id>', description);

const maximumLengthOption = () =>
  new Option('--maximum-length <characters>', 'longest draft to read').argParser((value: string) => {
    const length = Number(value);
    if (!Number.isInteger(length)) throw new InvalidArgumentError('Give a whole number of characters.');
    return length;
  });
