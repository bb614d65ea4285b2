import { type PlaceholderStyle, placeholderStyles } from './citation/placeholder.ts';
import { families, type Severity, severities } from './model/finding.ts';
import { rules } from './rules/registry.ts';

/** What a rule's severity may be set to; `default` leaves the rule its own. */
export const severityChoices = ['default', 'off', ...severities.toReversed()] as const;
type SeverityChoice = (typeof severityChoices)[number];

/** Settings after defaults and validation, as the analyser and the server use them. */
export interface Settings {
  readonly enable: boolean;
  /** Severity of each rule by its identifier. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly placeholderStyle: PlaceholderStyle;
  /** Longest document that is read, in UTF-16 code units. */
  readonly maximumLength: number;
}

/**
 * The one table of settings. The manifest's configuration block, its documentation and the validation below come from it.
 * `rules` takes rule identifiers, or a family with a star such as `hedge.*`.
 */
export const settingsTable = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Check drafts in Markdown, plain text and the other markups that Says Who reads for unsourced assertions, hedging and attribution gaps.',
  },
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'Severity of single rules (`"vague-source": "error"`) or of a whole family (`"hedge.*": "off"`). A single rule wins over its family.',
  },
  placeholderStyle: {
    type: 'string',
    enum: placeholderStyles,
    enumDescriptions: [
      'In square brackets: `[citation needed]`, `[who?]`.',
      'As journalists mark what is to come: `[TK: source]`, `[TK: who]`.',
      'In an HTML comment, which readers of the published page never see: `<!-- citation needed -->`.',
    ],
    default: 'bracket',
    scope: 'resource',
    description: 'How the placeholders that quick fixes insert are written.',
  },
  maximumLength: {
    type: 'number',
    minimum: 1000,
    default: 5_000_000,
    scope: 'resource',
    description:
      'Longest document that is checked, in characters. A longer one gets a single notice in its first line instead of findings.',
  },
  'claims.followCursor': {
    type: 'boolean',
    default: true,
    scope: 'window',
    description: 'Select the claim under the cursor in the Claims view as the cursor moves.',
  },
} as const;

/** Reads settings given from outside: unknown keys and values fall back to the default and are named in `problems`, each a full sentence. */
export function resolveSettings(given: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const raw = isRecord(given) ? given : {};
  if (given !== undefined && given !== null && !isRecord(given))
    problems.push('The settings must be an object; the defaults are used.');
  for (const key of Object.keys(raw))
    if (!Object.keys(settingsTable).some(known => known === key || known.startsWith(`${key}.`)) && key !== 'trace')
      problems.push(`Unknown setting “sayswho.${key}”; known are ${Object.keys(settingsTable).join(', ')}.`);

  const enable = typeof raw['enable'] === 'boolean' ? raw['enable'] : settingsTable.enable.default;
  if (raw['enable'] !== undefined && typeof raw['enable'] !== 'boolean')
    problems.push(expected('enable', 'true or false', raw['enable'], enable));

  const style =
    placeholderStyles.find(known => known === raw['placeholderStyle']) ?? settingsTable.placeholderStyle.default;
  if (raw['placeholderStyle'] !== undefined && raw['placeholderStyle'] !== style)
    problems.push(
      expected('placeholderStyle', `one of ${placeholderStyles.join(', ')}`, raw['placeholderStyle'], style),
    );

  const length = raw['maximumLength'];
  const lengthIsGood =
    typeof length === 'number' && Number.isFinite(length) && length >= settingsTable.maximumLength.minimum;
  if (length !== undefined && !lengthIsGood)
    problems.push(
      expected(
        'maximumLength',
        `a number of at least ${settingsTable.maximumLength.minimum}`,
        length,
        settingsTable.maximumLength.default,
      ),
    );

  return {
    settings: {
      enable,
      severities: resolveSeverities(raw['rules'], problems),
      placeholderStyle: style,
      maximumLength: lengthIsGood ? length : settingsTable.maximumLength.default,
    },
    problems,
  };
}

function resolveSeverities(given: unknown, problems: string[]): Map<string, Severity | 'off'> {
  const resolved = new Map<string, Severity | 'off'>(rules.map(rule => [rule.id, rule.severity]));
  if (given === undefined || given === null) return resolved;
  if (!isRecord(given)) {
    problems.push(expected('rules', 'an object of rule identifiers and severities', given, {}));
    return resolved;
  }
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
    else if (!choice) problems.push(expected(`rules.${key}`, `one of ${severityChoices.join(', ')}`, value, 'default'));
    else for (const rule of matching) resolved.set(rule.id, severityOf(choice, rule.severity));
  }
  return resolved;
}

const severityOf = (choice: SeverityChoice, own: Severity | 'off'): Severity | 'off' =>
  choice === 'default' ? own : choice;

const expected = (key: string, what: string, found: unknown, used: unknown): string =>
  `“sayswho.${key}” must be ${what}, not ${JSON.stringify(found)}; ${JSON.stringify(used)} is used.`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const defaultSettings: Settings = resolveSettings({}).settings;
