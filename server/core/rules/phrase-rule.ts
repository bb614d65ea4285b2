import { type Match, phraseMatcher } from '../lexicon/phrase-matcher.ts';
import type { Family, PlaceholderNeed, Severity } from '../model/finding.ts';
import { inOthersWords } from '../text/quoted.ts';
import { textOf } from '../text/text-of.ts';
import { defineRule, type Rule, type RuleDefinition, type RuleDocs } from './rule.ts';

/** A rule as data: the same contract as `defineRule`, with phrases in the place of code. It is written as YAML. */
export interface PhraseRuleData {
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity | 'off';
  readonly since: string;
  readonly docs: RuleDocs;
  /** What the editor reads; `{phrase}` is the wording found. */
  readonly message: string;
  /** The placeholder that the quick fix inserts, if one helps, and where: after the phrase or after its sentence. */
  readonly placeholder?: { readonly need: PlaceholderNeed; readonly after: 'phrase' | 'sentence' };
  /** Every wording, already written out from the file's alternatives and optional words. */
  readonly phrases: readonly string[];
  readonly examples: RuleDefinition<{ found: string }>['examples'];
}

/** Makes a rule of data. Words that somebody else said are left alone, because the writer cannot change them. */
export function phraseRule(data: PhraseRuleData): Rule {
  const find = phraseMatcher([{ phrases: data.phrases }]);
  return defineRule({
    id: data.id,
    family: data.family,
    severity: data.severity,
    since: data.since,
    docs: data.docs,
    messages: { found: data.message },
    examples: data.examples,
    check({ block, report }) {
      for (const sentence of block.sentences)
        for (const match of find(block.tokens, sentence.firstToken, sentence.endToken)) {
          const where = spanOf(block.tokens, match);
          if (!where || inOthersWords(block, where)) continue;
          // The type of `{phrase}` is lost with the message, which is data here; every message may use it.
          const filling = { phrase: textOf(block, match.first, match.end) } as Record<never, string>;
          const at = data.placeholder?.after === 'sentence' ? sentence.end : where.end;
          report(where, 'found', filling, {
            fixes: data.placeholder ? [{ kind: 'placeholder', need: data.placeholder.need, at }] : [],
          });
        }
    },
  });
}

function spanOf(tokens: readonly { start: number; end: number }[], { first, end }: Match<unknown>) {
  const from = tokens[first];
  const last = tokens[end - 1];
  return from && last ? { start: from.start, end: last.end } : undefined;
}
