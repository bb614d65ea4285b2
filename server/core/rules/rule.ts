import type { Library } from '../bibliography/library.ts';
import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Family, Fix, Related, Severity } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

/** The names between braces in a message: `'{phrase}' | …`. */
type Parameters<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

/** A message takes exactly the parameters that it names. */
type Filling<Message extends string> = { readonly [Name in Parameters<Message>]: string };

/** What a finding may carry beside its message. Positions count from where those of the finding do. */
export interface Details {
  readonly fixes?: readonly Fix[];
  readonly reasons?: readonly string[];
  /** How sure it is that an editor would flag this, 0 to 1; as often as the rule was right when it was measured, if absent. */
  readonly confidence?: number;
  /** The gravest that this finding may be, where the rule's severity is for graver ones. */
  readonly atMost?: Severity;
  /**
   * True where readers of op-eds often let such a wording stand: a hint. Where a profile or the user has made the rule graver than it
   * is for op-eds, that is a step below what they chose, since they ask for more than those readers did.
   */
  readonly oftenLetStand?: boolean;
  readonly related?: readonly Related[];
}

/** Reports a finding at a span of what is checked: the block or, for a rule on articles, the article. The compiler refuses an unknown message and a missing or misspelt parameter. */
export type Report<Messages extends Record<string, string>> = <Id extends keyof Messages & string>(
  where: Span,
  messageId: Id,
  filling: Filling<Messages[Id]>,
  details?: Details,
) => void;

/** A text with the flagged words between double square brackets: `[[Experts say]] the dam will hold.` */
export type Flagged<MessageId extends string> =
  | string
  | {
      readonly text: string;
      /** The message expected at every mark; the rule's only message if absent. */
      readonly message?: MessageId;
      /** The language identifier, `plaintext` if absent. */
      readonly languageId?: string;
      /** The keys in the draft's bibliography; it has none if absent. */
      readonly keys?: readonly string[];
      /** The text after the first fix of the first finding was applied. Checking it again must find nothing there. */
      readonly fixed?: string;
      /** Where the sentence comes from, if not written for this rule. */
      readonly origin?: string;
    };

export interface RuleDocs {
  /** One sentence: what is flagged. */
  readonly summary: string;
  /** Why it matters to a reader. */
  readonly why: string;
  /** What would satisfy the checker. */
  readonly advice: string;
  /** The style guides and papers behind the rule; at least one. */
  readonly references: readonly string[];
}

/** What every rule has: its metadata, its messages, its documentation, and the examples that are its tests and its page. */
interface Described<Messages extends Record<string, string>> {
  /** The file's name, the diagnostic's code, the setting and the page's name. */
  readonly id: string;
  /** The folder in which the rule stands. */
  readonly family: Family;
  /** Severity unless the settings say otherwise. A rule below 80 % precision on development data is a hint or off. */
  readonly severity: Severity | 'off';
  /** The version that brought the rule. */
  readonly since: string;
  readonly docs: RuleDocs;
  readonly messages: Messages;
  readonly examples: {
    readonly flags: readonly Flagged<keyof Messages & string>[];
    /** Texts in which the rule must find nothing; a text with a language identifier where it is not plain text. */
    readonly passes: readonly (
      | string
      | { readonly text: string; readonly languageId: string; readonly keys?: readonly string[] }
    )[];
    /** Texts that should be flagged and are not yet; asserted to be still missed, so that a fix makes the test say so. */
    readonly knownMisses?: readonly string[];
  };
}

/** A rule that looks at one block at a time, as nearly all do. */
export interface RuleDefinition<Messages extends Record<string, string>> extends Described<Messages> {
  readonly scope?: 'block';
  /** Called once for each block that is not boilerplate. It reads the block and reports; it keeps nothing. */
  check(context: { readonly block: Block; readonly report: Report<Messages> }): void;
}

/** A rule that compares what stands in different blocks, or the article with its bibliographies. */
export interface ArticleRuleDefinition<Messages extends Record<string, string>> extends Described<Messages> {
  readonly scope: 'article';
  /**
   * Called once for each version of an article. What it needs of a block must be remembered with the block (consistency/facts.ts
   * does so), because this runs at every keystroke.
   */
  check(context: {
    readonly article: Article;
    /** What the article can cite. */
    readonly library: Library;
    readonly report: Report<Messages>;
  }): void;
}

/** A rule as the engine sees it, whatever its messages are. */
export type Rule = RuleDefinition<Record<string, string>> | ArticleRuleDefinition<Record<string, string>>;

/** Declares a rule; see CONTRIBUTING.md. */
export function defineRule<const Messages extends Record<string, string>>(rule: RuleDefinition<Messages>): Rule {
  // The engine hands `report` any message of this rule, so that the narrower type is safe to forget here.
  return rule as unknown as Rule;
}

/** Declares a rule that compares what stands in different blocks. */
export function defineArticleRule<const Messages extends Record<string, string>>(
  rule: Omit<ArticleRuleDefinition<Messages>, 'scope'>,
): Rule {
  // As in `defineRule`.
  return { scope: 'article', ...rule } as unknown as Rule;
}

/** Fills a message's parameters in. */
export function fillMessage(message: string, filling: Readonly<Record<string, string>>): string {
  let parts = messageParts.get(message);
  // Names stand at the odd places.
  if (!parts) messageParts.set(message, (parts = message.split(/\{(\w+)\}/)));
  return parts.map((part, at) => (at % 2 === 0 ? part : (filling[part] ?? `{${part}}`))).join('');
}

/** The few messages of the rules, each cut at its parameters. */
const messageParts = new Map<string, readonly string[]>();
