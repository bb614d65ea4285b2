import { type PlaceholderStyle, placeholderStyles } from './citation/placeholder-styles.ts';
import { type PlaceholderTemplates, resolveTemplates } from './citation/placeholder-templates.ts';
import { families, type Severity, severities } from './model/finding.ts';
import { type ProfileName, profileNames, profiles } from './profiles.ts';
import { rules } from './rules/registry.ts';
import { type Section, type Strictness, sections, strictnesses } from './sections.ts';
import { settingsTable } from './settings-table.ts';
import { type CalendarDay, dayOfDate } from './values/calendar.ts';

/** What a rule's severity may be set to; `default` leaves the rule its own. */
export const severityChoices = ['default', 'off', ...severities.toReversed()] as const;

/** Settings after defaults and validation, as the analyser and the server use them. */
export interface Settings {
  readonly enable: boolean;
  /** Severity of each rule by its identifier. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** How sure a finding must be to be shown: a probability. */
  readonly threshold: number;
  readonly sections: Readonly<Record<Section, Strictness>>;
  readonly placeholderStyle: PlaceholderStyle;
  /** The desk's own wordings, which win over the style in the languages that know them again. */
  readonly placeholderTemplates: PlaceholderTemplates;
  /** The day from which "yesterday" is told, if one was given. */
  readonly today: CalendarDay | undefined;
  /** Longest document that is read, in UTF-16 code units. */
  readonly maximumLength: number;
  readonly ledger: {
    /** The folder of the records below the one that is open; empty for records beside their drafts. */
    readonly folder: string;
    /** Who checks; empty where nobody gave a name. */
    readonly checker: string;
  };
  readonly bibliography: {
    /** Paths of bibliographies that every draft may cite. */
    readonly files: readonly string[];
    /** Largest bibliography that is read, in bytes. */
    readonly maximumBytes: number;
  };
}

/** Reads settings given from outside: unknown keys and values fall back to the default and are named in `problems`, each a full sentence. */
export function resolveSettings(given: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const raw = isRecord(given) ? given : {};
  if (given !== undefined && given !== null && !isRecord(given))
    problems.push('The settings must be an object; the defaults are used.');
  for (const key of Object.keys(raw))
    if (!Object.keys(settingsTable).some(known => known === key || known.startsWith(`${key}.`)) && key !== 'trace')
      problems.push(`Unknown setting “sayswho.${key}”; known are ${Object.keys(settingsTable).join(', ')}.`);

  const settingOf = <T>(key: keyof typeof settingsTable, what: string, accepts: (value: unknown) => value is T): T => {
    const value = valueAt(raw, key);
    const otherwise: unknown = settingsTable[key].default;
    if (accepts(value)) return value;
    if (value !== undefined) problems.push(expected(key, what, value, otherwise));
    return otherwise as T;
  };
  const isChoice =
    <T extends string>(choices: readonly T[]) =>
    (value: unknown): value is T =>
      choices.some(choice => choice === value);
  const isNumber =
    (least: number, most = Number.POSITIVE_INFINITY) =>
    (value: unknown): value is number =>
      typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

  const enable = settingOf('enable', 'true or false', value => typeof value === 'boolean');
  const profile = profiles[settingOf('profile', oneOf(profileNames), isChoice<ProfileName>(profileNames))];
  const settings: Settings = {
    enable,
    threshold: settingOf('threshold', 'a number from 0 to 1', isNumber(0, 1)),
    placeholderStyle: settingOf('placeholderStyle', oneOf(placeholderStyles), isChoice(placeholderStyles)),
    placeholderTemplates: resolveTemplates(
      settingOf('placeholderTemplates', 'an object of what is missing and how it is asked for', isRecord),
      problems,
    ),
    today: dayOfDate(settingOf('today', 'a day such as 2026-05-12, or empty', isDayOrEmpty)),
    maximumLength: settingOf(
      'maximumLength',
      `a number of at least ${settingsTable.maximumLength.minimum}`,
      isNumber(settingsTable.maximumLength.minimum),
    ),
    bibliography: {
      files: settingOf('bibliography.files', 'a list of paths', isListOfStrings),
      maximumBytes:
        1_000_000 *
        settingOf(
          'bibliography.maximumSize',
          `a number of at least ${settingsTable['bibliography.maximumSize'].minimum}`,
          isNumber(settingsTable['bibliography.maximumSize'].minimum),
        ),
    },
    ledger: {
      folder: settingOf('ledger.folder', 'a folder', isText),
      checker: settingOf('ledger.checker', 'a name', isText),
    },
    severities: resolveSeverities(profile.rules, raw['rules'], problems),
    sections: resolveSections(profile.sections, raw['sections'], problems),
  };
  return { settings, problems };
}

/** Files of settings write "a.b" in one key, while editors send an object with a "b" as "a". */
function valueAt(raw: Readonly<Record<string, unknown>>, key: string): unknown {
  const [group = '', name] = key.split('.');
  const within = raw[group];
  return raw[key] ?? (name !== undefined && isRecord(within) ? within[name] : undefined);
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isListOfStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string');

const isDayOrEmpty = (value: unknown): value is string =>
  value === '' || (typeof value === 'string' && dayOfDate(value) !== undefined);

/** The rules' own severities, above them those of a profile, and above these the user's own. */
function resolveSeverities(
  ofProfile: Readonly<Record<string, Severity | 'off'>>,
  given: unknown,
  problems: string[],
): Map<string, Severity | 'off'> {
  const resolved = new Map<string, Severity | 'off'>(rules.map(rule => [rule.id, rule.severity]));
  setSeverities(resolved, ofProfile, problems);
  const usual = new Map(resolved);
  if (given === undefined || given === null) return resolved;
  if (!isRecord(given)) problems.push(expected('rules', 'an object of rule identifiers and severities', given, {}));
  else setSeverities(resolved, given, problems, usual);
  return resolved;
}

/** @param usual What `default` means for each rule. */
function setSeverities(
  severitiesByRule: Map<string, Severity | 'off'>,
  given: Readonly<Record<string, unknown>>,
  problems: string[],
  usual: ReadonlyMap<string, Severity | 'off'> = severitiesByRule,
): void {
  // Families first, so that a single rule wins over its family whatever the order of the keys.
  const entries = Object.entries(given).sort(([a], [b]) => Number(b.endsWith('.*')) - Number(a.endsWith('.*')));
  for (const [key, value] of entries) {
    const family = families.find(known => key === `${known}.*`);
    const matching = rules.filter(rule => (family ? rule.family === family : rule.id === key));
    const choice = severityChoices.find(known => known === value);
    if (!family && matching.length === 0)
      problems.push(
        `Unknown rule “${key}” in “sayswho.rules”; give a rule's identifier, or a family such as “hedge.*”.`,
      );
    else if (!choice) problems.push(expected(`rules.${key}`, oneOf(severityChoices), value, 'default'));
    else
      for (const { id, severity } of matching)
        severitiesByRule.set(id, choice === 'default' ? (usual.get(id) ?? severity) : choice);
  }
}

function resolveSections(
  ofProfile: Readonly<Partial<Record<Section, Strictness>>>,
  given: unknown,
  problems: string[],
): Record<Section, Strictness> {
  const resolved = Object.fromEntries(sections.map(section => [section, ofProfile[section] ?? 'default'])) as Record<
    Section,
    Strictness
  >;
  if (given === undefined || given === null) return resolved;
  if (!isRecord(given)) {
    problems.push(expected('sections', 'an object of sections and how strictly they are held', given, {}));
    return resolved;
  }
  for (const [key, value] of Object.entries(given)) {
    const section = sections.find(known => known === key);
    const strictness = strictnesses.find(known => known === value);
    if (!section) problems.push(`Unknown section “${key}” in “sayswho.sections”; known are ${sections.join(', ')}.`);
    else if (!strictness) problems.push(expected(`sections.${key}`, oneOf(strictnesses), value, resolved[section]));
    else resolved[section] = strictness;
  }
  return resolved;
}

const oneOf = (choices: readonly string[]): string => `one of ${choices.join(', ')}`;

const expected = (key: string, what: string, found: unknown, used: unknown): string =>
  `“sayswho.${key}” must be ${what}, not ${JSON.stringify(found)}; ${JSON.stringify(used)} is used.`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const defaultSettings: Settings = resolveSettings({}).settings;
