import type { Span } from './span.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const families = ['claim', 'attribution', 'quote', 'hedge', 'precision', 'citation', 'consistency'] as const;

/** The question that a finding asks; also the folder in which its rule stands. */
export type Family = (typeof families)[number];

/** What a placeholder asks for. */
export type PlaceholderNeed = 'source' | 'who' | 'by-whom' | 'which' | 'when' | 'how-many' | 'quote' | 'page';

/** A repair that the writer may choose. Nothing is ever applied unasked. */
export type Fix =
  /** Inserts a placeholder, worded by the settings, at a position in the original text. */
  | { readonly kind: 'placeholder'; readonly need: PlaceholderNeed; readonly at: number }
  /** Deletes or replaces words. */
  | { readonly kind: 'replace'; readonly span: Span; readonly text: string; readonly title: string };

/** Another place of the draft that a finding speaks of. */
export interface Related extends Span {
  /** What stands there and how it bears on the finding: a full clause, in English. */
  readonly message: string;
}

/** What a rule found, in positions of the original text. */
export interface Finding extends Span {
  readonly ruleId: string;
  readonly family: Family;
  readonly messageId: string;
  /** The message in English, with its parameters filled in. */
  readonly message: string;
  readonly severity: Severity;
  /** How sure it is that an editor would have flagged this: a probability. */
  readonly confidence: number;
  /** Best first; empty where only the writer can know what to do. */
  readonly fixes: readonly Fix[];
  /** Why this was flagged, in words an editor understands, the strongest first; may be empty. */
  readonly reasons: readonly string[];
  /** The other places that the finding is about, in the order in which they are to be read; mostly empty. */
  readonly related: readonly Related[];
}

/** A rule that threw. The others still ran. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly error: string;
}

/** The outcome of checking an article. */
export interface Report {
  /** In order of position. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  /** What was found and stands, because a comment says so; absent where nothing does. */
  readonly suppressed?: readonly Finding[];
}
