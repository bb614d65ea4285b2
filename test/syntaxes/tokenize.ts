import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { hosts } from './hosts.ts';

const root = new URL('../../', import.meta.url);

/** A grammar in the manifest's `contributes.grammars`. */
interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** The grammars that the manifest contributes, read as VS Code would. */
const contributed: readonly ContributedGrammar[] = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  .contributes.grammars;

/** One run of characters with the same scopes. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Loads the grammar of a host scope with whatever the manifest injects into it. */
export async function loadGrammar(hostScope: string): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onigurumaModule.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new onigurumaModule.OnigScanner(patterns),
      createOnigString: text => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async scopeName => {
      const own = contributed.find(grammar => grammar.scopeName === scopeName);
      if (own) return textmate.parseRawGrammar(readFileSync(new URL(own.path, root), 'utf8'), own.path);
      return hosts.find(host => host.scopeName === scopeName) ?? null;
    },
    getInjections: scopeName =>
      contributed.filter(grammar => grammar.injectTo?.includes(scopeName)).map(grammar => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(hostScope);
  if (!grammar) throw new Error(`There is no grammar for ${hostScope}.`);
  return grammar;
}

/** The tokens of each line. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): Token[][] {
  let state = textmate.INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      // The line break that the tokenizer adds is no part of the line.
      end: Math.min(endIndex, line.length),
      scopes: scopes.flatMap(scope => scope.split(' ')),
    }));
  });
}
