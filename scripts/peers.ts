import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Another program that reads a draft, at its whole cost. */
export interface Peer {
  readonly name: string;
  /** Absent where it cannot be run. */
  readonly lint?: (text: string) => unknown;
  /** Why not. */
  readonly problem?: string;
}

/** What to install to measure every peer. */
export const peerPackages: readonly string[] = [
  'write-good@1.0.8',
  'alex@11.0.1',
  'unified@11.0.5',
  'retext-english@5.0.0',
  'retext-stringify@4.0.0',
  'retext-passive@5.0.0',
  'retext-simplify@8.0.0',
  'retext-intensify@7.0.0',
  'retext-repeated-words@5.0.0',
  '@textlint/kernel@15.8.0',
  '@textlint/textlint-plugin-markdown@15.8.0',
  'textlint-rule-write-good@2.0.0',
  'textlint-rule-no-todo@2.0.1',
  'harper.js@2.10.0',
];

// biome-ignore lint/suspicious/noExplicitAny: the peers are not installed, so that nothing is known of their types.
type Module = any;

/** The peers that are installed in a folder, made ready, and those that are not. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  const require = createRequire(join(folder, 'package.json'));
  const load = async (name: string): Promise<Module> => {
    const loaded: Module = await import(pathToFileURL(resolve(name)).href);
    return loaded;
  };
  const resolve = (name: string): string => {
    try {
      return require.resolve(name);
    } catch {
      // Packages that have an entry for `import` only.
      const [, scoped = '', path = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? [];
      const at = join(folder, 'node_modules', scoped);
      const { exports, main, module } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
      const entry = exports?.[`.${path}`] ?? exports;
      const file = [entry, entry?.import, entry?.import?.default, entry?.default].find(one => typeof one === 'string');
      return join(at, file ?? module ?? main ?? 'index.js');
    }
  };
  const loaders: Readonly<Record<string, () => Promise<(text: string) => unknown>>> = {
    'write-good': async () => (await load('write-good')).default,
    alex: async () => (await load('alex')).markdown,
    retext: async () => {
      const plugins = ['passive', 'simplify', 'intensify', 'repeated-words'].map(name => `retext-${name}`);
      let chain = (await load('unified')).unified().use((await load('retext-english')).default);
      for (const plugin of plugins) chain = chain.use((await load(plugin)).default);
      chain = chain.use((await load('retext-stringify')).default);
      return text => chain.process(text);
    },
    textlint: async () => {
      const { TextlintKernel } = await load('@textlint/kernel');
      const markdown = await load('@textlint/textlint-plugin-markdown');
      const rules = await Promise.all(
        ['write-good', 'no-todo'].map(async ruleId => {
          const { default: rule } = await load(`textlint-rule-${ruleId}`);
          return { ruleId, rule: rule.default ?? rule };
        }),
      );
      const kernel = new TextlintKernel();
      const plugins = [{ pluginId: 'markdown', plugin: markdown.default.default ?? markdown.default }];
      return text => kernel.lintText(text, { ext: '.md', plugins, rules });
    },
    'harper.js': async () => {
      const harper = await load('harper.js');
      const { binaryInlined } = harper.binaryInlined ? harper : await load('harper.js/binaryInlined');
      const linter = new harper.LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return text => linter.lint(text, { language: 'markdown' });
    },
  };
  return Promise.all(
    Object.entries(loaders).map(async ([name, loader]): Promise<Peer> => {
      try {
        const lint = await loader();
        await lint('It was very well done by them.');
        return { name, lint };
      } catch (error) {
        const problem = error instanceof Error ? error.message.split('\n')[0] : String(error);
        const missing = /Cannot find|no such file/.test(problem ?? '');
        return { name, problem: missing ? 'not installed; --help says how.' : `could not be run: ${problem}` };
      }
    }),
  );
}
