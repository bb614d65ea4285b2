/** A rule's identifier and the module that it is imported from, as seen from the registry. */
export interface RuleFile {
  readonly id: string;
  readonly from: string;
}

/** The registry: every rule file there is, in order of identifier. */
export function registryModule(files: readonly RuleFile[]): string {
  const sorted = [...files].sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // Biome sorts imports by their path, so the registry is written that way.
  const imports = [...sorted].sort((a, b) => (a.from < b.from ? -1 : 1));
  return `// Made by \`npm run generate\` from the rule files; a rule is added by adding its file.
${imports.map(({ id, from }) => `import ${name(id)} from '${from}';`).join('\n')}
import type { Rule } from './rule.ts';

/** Every rule, in order of identifier. */
export const rules: readonly Rule[] = [
${sorted.map(({ id }) => `  ${name(id)},`).join('\n')}
];
`;
}
