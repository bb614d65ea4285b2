import { placeholderStyleDescriptions, placeholderStyles } from './citation/placeholder-styles.ts';
import { profileNames, profiles } from './profiles.ts';

/**
 * The one table of settings. The manifest's configuration block, its documentation and the validation in settings.ts come from it.
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
  profile: {
    type: 'string',
    enum: profileNames,
    enumDescriptions: profileNames.map(name => profiles[name].description),
    default: 'op-ed',
    scope: 'resource',
    description:
      'The kind of text that is checked. It sets the severities of rules and how strictly each part is held; `#sayswho.rules#` and `#sayswho.sections#` win over it.',
  },
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'Severity of single rules (`"vague-source": "error"`) or of a whole family (`"hedge.*": "off"`). A single rule wins over its family.',
  },
  threshold: {
    type: 'number',
    minimum: 0,
    maximum: 1,
    default: 0.5,
    scope: 'resource',
    description:
      'How sure a finding must be to be shown, from 0 (everything) to 1 (only what is certain). The hover on a finding says how sure it is.',
  },
  sections: {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'Parts of the text that are held to another standard: `"lead": "stricter"` shows less certain findings there too, each one severity higher; `"looser"` does the reverse, and `"off"` shows none. The lead is the first paragraph.',
  },
  placeholderStyle: {
    type: 'string',
    enum: placeholderStyles,
    enumDescriptions: placeholderStyleDescriptions,
    default: 'bracket',
    scope: 'resource',
    description:
      'How the placeholders that quick fixes insert are written. A language that has no such style gets the nearest that it has, which each choice names.',
  },
  placeholderTemplates: {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'Placeholders in the words of your desk, by what is missing: `{ "source": "[citation needed: ${claim}]", "*": "[TK: ${kind}]" }`. They win over `#sayswho.placeholderStyle#` in the languages that know them again as placeholders. `${claim}` is the start of the sentence without markup, `${kind}` what is missing (“by whom?”), `${date}` the month (“May 2026”), `${n}` a number that no note of the draft has.',
  },
  today: {
    type: 'string',
    pattern: '^(?:\\d{4}-\\d{2}-\\d{2})?$',
    patternErrorMessage: 'Give a day such as 2026-05-12, or leave it empty.',
    default: '',
    scope: 'resource',
    description:
      'The day from which “yesterday” and “last March” are told, such as `2026-05-12`: mostly that of publication. If empty, the day on which the draft is read.',
  },
  maximumLength: {
    type: 'number',
    minimum: 1000,
    default: 5_000_000,
    scope: 'resource',
    description:
      'Longest document that is checked, in characters. A longer one gets a single notice in its first line instead of findings.',
  },
  'bibliography.files': {
    type: 'array',
    items: { type: 'string' },
    default: [],
    scope: 'resource',
    description:
      'Bibliographies that every draft may cite, besides those that it names: `.bib` (BibTeX), CSL-JSON or CSL-YAML, by a path from the folder that is open or by a whole path. Says Who never asks before it reads these, wherever they are.',
  },
  'bibliography.maximumSize': {
    type: 'number',
    minimum: 1,
    default: 25,
    scope: 'resource',
    description: 'Largest bibliography that is read, in megabytes. A larger one is named in the draft and left alone.',
  },
  'ledger.folder': {
    type: 'string',
    default: '',
    scope: 'resource',
    description:
      'Where the record of checking of each draft lies. If empty, beside the draft, as `op-ed.md.claims.yaml`; otherwise in this folder below the one that is open, such as `.checking`, in which records lie as their drafts do.',
  },
  'ledger.checker': {
    type: 'string',
    default: '',
    scope: 'resource',
    description: 'Your name or initials, as the record of checking gives them beside what you check.',
  },
  'claims.followCursor': {
    type: 'boolean',
    default: true,
    scope: 'window',
    description: 'Select the claim under the cursor in the Claims view as the cursor moves.',
  },
  decorations: {
    type: 'string',
    enum: ['gutter', 'underline', 'off'],
    enumDescriptions: [
      'A shape beside the line.',
      'A line under the words, of a kind for each status.',
      'Nothing in the text; the Claims view shows the same.',
    ],
    default: 'gutter',
    scope: 'window',
    description: 'How claims are marked in the text by their status, once a draft has a record of checking.',
  },
  decorateUnchecked: {
    type: 'boolean',
    default: false,
    scope: 'window',
    description: 'Mark claims that nobody has checked yet in the text, too, not only those that have a status.',
  },
  codeLens: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description: 'Say above each heading how many of its claims are settled, once a draft has a record of checking.',
  },
} as const;
