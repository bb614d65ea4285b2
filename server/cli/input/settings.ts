import { readFile } from 'node:fs/promises';
import {
  type ProfileName,
  resolveSettings,
  rules,
  type Settings,
  servedLanguages,
  settingsTable,
  severityChoices,
} from '../../core/index.ts';
import { UsageError } from './usage-error.ts';

export interface SettingsOptions {
  /** A JSON file of settings. */
  readonly config?: string;
  /** `id=severity`, in the order given. */
  readonly rule?: readonly string[];
  readonly maximumLength?: number;
  readonly profile?: ProfileName;
}

/**
 * Settings from the configuration file and, above it, from the command line.
 * What is not understood in the file is named in `problems`, each a full sentence, and the default stands in.
 */
export async function settingsFrom(options: SettingsOptions): Promise<{ settings: Settings; problems: string[] }> {
  const file = options.config === undefined ? {} : ownSettings(await readConfig(options.config));
  const given = (options.rule ?? []).map(parseRule);
  const least = settingsTable.maximumLength.minimum;
  if (options.maximumLength !== undefined && options.maximumLength < least)
    throw new UsageError(`--maximum-length ${options.maximumLength}: give ${least} characters or more.`);
  const { settings } = resolveSettings({
    ...file,
    ...(options.maximumLength === undefined ? {} : { maximumLength: options.maximumLength }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    rules: withRules(file['rules'], given),
  });
  const { problems } = resolveSettings(file);
  return { settings, problems: problems.map(problem => `${options.config}: ${problem}`) };
}

/** A language identifier given on the command line. */
export function languageFrom(given: string | undefined): string | undefined {
  const problem = given === undefined ? undefined : languageProblem(given);
  if (problem !== undefined) throw new UsageError(`--language ${given}: ${problem}`);
  return given;
}

/** Why a text cannot be read in a language; absent where it can. */
export const languageProblem = (id: string): string | undefined =>
  servedLanguages.includes(id) ? undefined : `the languages are ${new Intl.ListFormat('en').format(servedLanguages)}.`;

async function readConfig(path: string): Promise<Record<string, unknown>> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--config ${path}: cannot be read (${error.code ?? error.message}). Check the path.`);
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(
      `--config ${path}: not valid JSON, where comments and trailing commas are not allowed. ${error instanceof Error ? error.message : ''}`,
    );
  }
  if (!isRecord(parsed))
    throw new UsageError(`--config ${path}: give a JSON object, such as { "rules": { "hedge.*": "off" } }.`);
  return parsed;
}

const prefix = 'sayswho.';

/**
 * The settings of Says Who without their prefix. In a file that uses the prefix, as an editor's settings.json does,
 * the keys of others are left alone.
 */
function ownSettings(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = Object.keys(config);
  const isShared = keys.some(key => key.startsWith(prefix));
  return Object.fromEntries(
    keys
      .filter(key => !isShared || key.startsWith(prefix) || key in settingsTable)
      .map(key => [key.startsWith(prefix) ? key.slice(prefix.length) : key, config[key]]),
  );
}

function parseRule(given: string): [id: string, severity: string] {
  const [, id = '', severity = ''] = /^([^=]*)=(.*)$/.exec(given) ?? [];
  if (!severityChoices.some(choice => choice === severity))
    throw new UsageError(
      `--rule ${given}: write it as ID=SEVERITY, where the severity is one of ${severityChoices.join(', ')}.`,
    );
  if (rulesNamed(id).length === 0)
    throw new UsageError(`--rule ${given}: there is no rule “${id}”. List the rules with: sayswho check --list-rules`);
  return [id, severity];
}

/** The identifiers of the rules that a key of the setting `rules` speaks of: one rule, or a family such as `hedge.*`. */
const rulesNamed = (key: string): string[] =>
  rules.filter(rule => rule.id === key || `${rule.family}.*` === key).map(rule => rule.id);

/** The file's severities with those of the command line above them, in order: a later one overrules all it speaks of. */
function withRules(fromFile: unknown, given: readonly (readonly [string, string])[]): Record<string, unknown> {
  const merged: Record<string, unknown> = isRecord(fromFile) ? { ...fromFile } : {};
  for (const [key, severity] of given) {
    for (const id of rulesNamed(key)) delete merged[id];
    merged[key] = severity;
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
