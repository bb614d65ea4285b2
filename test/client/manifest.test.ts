import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { groupings } from '../../client/outline/arrangement.ts';
import { languages } from '../../server/core/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const translations: Record<string, string> = JSON.parse(read('package.nls.json'));

const client = readdirSync(new URL('client', root), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .sort();

it('lists each command that there is, and no other', () => {
  const code = [...client.map(path => `client/${path}`), 'server/protocol/messages.ts'].map(read).join('\n');
  const made = [...code.matchAll(/(?:\bid: |\b(?:marking|about)\(|Command = )'(sayswho\.\w+)'/g)].map(([, id]) => id);
  made.push(...groupings.map(grouping => `sayswho.groupBy.${grouping}`));
  const listed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  expect(listed.toSorted()).toEqual([...new Set(made)].toSorted());
  // The editor refuses the second of a name, and with it all that come after.
  expect(made).toHaveLength(new Set(made).size);
});

it('draws no two ways in which a claim may stand alike', () => {
  const names = (path: string, pattern: RegExp) => [...read(path).matchAll(pattern)].map(([, icon]) => icon as string);
  const byText = names('client/claims-wording.ts', /^ +icon: '([\w-]+)'/gm);
  const byRecord = names('client/outline/looks.ts', /^ {2}(?:'[\w-]+'|\w+): '([\w-]+)',$/gm);
  expect([byText.length, byRecord.length]).toEqual([5, 8]);
  expect([...byText, ...byRecord].toSorted()).toEqual([...new Set([...byText, ...byRecord])].toSorted());
});

it('links only commands that exist', () => {
  const listed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const texts = [
    ...Object.values(translations),
    ...readdirSync(new URL('media/walkthrough', root)).map(name => read(`media/walkthrough/${name}`)),
  ];
  const linked = texts.flatMap(text => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command));
  expect(linked).not.toEqual([]);
  for (const command of linked) expect(listed).toContain(command);
});

it('has a text for each key and a key for each text', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);
  expect([...new Set(used)].sort()).toEqual(Object.keys(translations).sort());
});

it('names only files that exist', () => {
  const { contributes } = manifest;
  const paths: string[] = [
    manifest.icon,
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ...contributes.walkthroughs.flatMap((walkthrough: { icon: string; steps: { media: { markdown: string } }[] }) => [
      walkthrough.icon,
      ...walkthrough.steps.map(step => step.media.markdown),
    ]),
  ];
  for (const path of paths) expect(existsSync(new URL(path, root)), path).toBe(true);
});

it('activates for the languages that the core reads', () => {
  expect(manifest.activationEvents).toEqual([
    ...languages.map(({ id }) => `onLanguage:${id}`),
    'workspaceContains:**/*.claims.yaml',
  ]);
});

it('makes known the languages that the editor does not know, with the endings of their files', () => {
  const made = languages.filter(({ unknownToEditor }) => unknownToEditor);
  expect(manifest.contributes.languages).toEqual(
    made.map(({ id, name, extensions }) => ({ id, aliases: [name], extensions })),
  );
});

/** Run `npx vitest run test/client -u` after a text of the client has changed. */
it('hands translators every text of the client', async () => {
  const code = client.map(path => read(`client/${path}`)).join('\n');
  const texts = [...code.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text as string);
  expect(texts).toHaveLength(code.split('l10n.t(').length - 1);
  const bundle = Object.fromEntries(texts.toSorted().map(text => [text, text]));
  await expect(`${JSON.stringify(bundle, undefined, 2)}\n`).toMatchFileSnapshot('../../l10n/bundle.l10n.json');
});
