import {
  families,
  languages,
  rules,
  sections,
  settingsTable,
  severityChoices,
  strictnesses,
  templateNeeds,
} from '../server/core/index.ts';
import { recordEnding } from '../server/ledger/place.ts';

/** The manifest with its languages and settings made anew from the core's tables of languages, settings and rules. */
export function manifestWithSettings(manifest: string): string {
  const parsed = JSON.parse(manifest);
  const properties: Record<string, unknown> = {};
  let order = 0;
  for (const [key, { description, ...setting }] of Object.entries(settingsTable))
    properties[`sayswho.${key}`] = {
      ...setting,
      markdownDescription: description,
      ...('enumDescriptions' in setting
        ? { enumDescriptions: undefined, markdownEnumDescriptions: setting.enumDescriptions }
        : {}),
      ...(key === 'rules' ? ruleProperties() : {}),
      ...(key === 'sections' ? sectionProperties() : {}),
      ...(key === 'placeholderTemplates' ? templateProperties() : {}),
      order: order++,
    };
  // Where there are records, a draft that is renamed takes its own along, also before any was opened.
  const whereRecords = `workspaceContains:**/*${recordEnding}`;
  parsed.activationEvents = [...languages.map(({ id }) => `onLanguage:${id}`), whereRecords];
  parsed.contributes = {
    ...parsed.contributes,
    languages: languages
      .filter(({ unknownToEditor }) => unknownToEditor)
      .map(({ id, name, extensions }) => ({ id, aliases: [name], ...(extensions.length > 0 ? { extensions } : {}) })),
    configuration: { title: parsed.displayName, properties },
  };
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/** One property a rule and one a family, so that the editor completes and checks them. */
function ruleProperties(): Record<string, unknown> {
  const choice = (description: string, own?: string) => ({
    type: 'string',
    enum: severityChoices,
    ...(own ? { default: 'default' } : {}),
    markdownDescription: own ? `${description} Default: \`${own}\`.` : description,
  });
  return {
    properties: Object.fromEntries([
      ...families
        .filter(family => rules.some(rule => rule.family === family))
        .map(family => [`${family}.*`, choice(`Every rule of the family \`${family}\`.`)]),
      ...rules.map(rule => [rule.id, choice(rule.docs.summary, rule.severity)]),
    ]),
    additionalProperties: false,
  };
}

const sectionProperties = (): Record<string, unknown> => ({
  properties: Object.fromEntries(sections.map(section => [section, { type: 'string', enum: strictnesses }])),
  additionalProperties: false,
});

const templateProperties = (): Record<string, unknown> => ({
  properties: Object.fromEntries(templateNeeds.map(need => [need, { type: 'string' }])),
  additionalProperties: false,
});
