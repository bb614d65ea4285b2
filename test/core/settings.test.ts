import { expect, test } from 'vitest';
import { defaultSettings, resolveSettings, rules, settingsTable } from '../../server/core/index.ts';

test('nothing given means the defaults, without a problem', () => {
  for (const given of [undefined, null, {}])
    expect(resolveSettings(given)).toEqual({ settings: defaultSettings, problems: [] });
});

test.each([
  [{ enable: 'yes' }, '“sayswho.enable” must be true or false, not "yes"; true is used.'],
  [
    { placeholderStyle: 'wiki' },
    '“sayswho.placeholderStyle” must be one of bracket, tk, tk-word, footnote, citation, todo, superscript, template, critic, comment, not "wiki"; "bracket" is used.',
  ],
  [{ maximumLength: -1 }, '“sayswho.maximumLength” must be a number of at least 1000, not -1; 5000000 is used.'],
  [{ rules: [] }, '“sayswho.rules” must be an object of rule identifiers and severities, not []; {} is used.'],
  [
    { rules: { 'vague-source': 'loud' } },
    '“sayswho.rules.vague-source” must be one of default, off, hint, information, warning, error, not "loud"; "default" is used.',
  ],
  [
    { rules: { nonsense: 'off' } },
    "Unknown rule “nonsense” in “sayswho.rules”; give a rule's identifier, or a family such as “hedge.*”.",
  ],
  [{ colour: 'red' }, `Unknown setting “sayswho.colour”; known are ${Object.keys(settingsTable).join(', ')}.`],
  [{ profile: 'blog' }, '“sayswho.profile” must be one of op-ed, news, report, wiki, not "blog"; "op-ed" is used.'],
  [
    { today: '2026-02-30' },
    '“sayswho.today” must be a day such as 2026-05-12, or empty, not "2026-02-30"; "" is used.',
  ],
  [{ threshold: 1.5 }, '“sayswho.threshold” must be a number from 0 to 1, not 1.5; 0.5 is used.'],
  [
    { sections: 'lead' },
    '“sayswho.sections” must be an object of sections and how strictly they are held, not "lead"; {} is used.',
  ],
  [
    { sections: { nose: 'off' } },
    'Unknown section “nose” in “sayswho.sections”; known are headline, lead, body, list, table, caption, quotation.',
  ],
  [
    { sections: { lead: 'strict' } },
    '“sayswho.sections.lead” must be one of off, looser, default, stricter, not "strict"; "default" is used.',
  ],
  [
    { placeholderTemplates: [] },
    '“sayswho.placeholderTemplates” must be an object of what is missing and how it is asked for, not []; {} is used.',
  ],
  ['loud', 'The settings must be an object; the defaults are used.'],
])('%j is named and the default is used', (given, problem) => {
  expect(resolveSettings(given)).toEqual({ settings: defaultSettings, problems: [problem] });
});

test('every rule has a severity', () => {
  expect([...defaultSettings.severities.keys()]).toEqual(rules.map(rule => rule.id));
});

test('a day that is given is known', () => {
  expect(resolveSettings({ today: '2024-02-29' }).settings.today).toEqual({ year: 2024, month: 2, day: 29 });
  expect(defaultSettings.today).toBeUndefined();
});
