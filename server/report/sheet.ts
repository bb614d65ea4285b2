import type { Article, Span } from '../core/index.ts';
import { progressOf } from '../ledger/status.ts';
import type { CheckedClaim, LedgerView } from '../ledger/view.ts';
import { changesSince } from '../ledger/word-changes.ts';
import type { LedgerSource, WordChange } from '../protocol/ledger.ts';

/** A claim of the sheet, with the number that stands beside it in the annotated copy. */
export interface Fact {
  /** From 1, in order of position; what is not in the draft any more comes last. */
  readonly number: number;
  readonly claim: CheckedClaim;
  /** Where it stands in the draft's source; absent for what is not in it any more. */
  readonly span?: Span;
  /** How it stands, in words. */
  readonly standing: string;
  /** What has changed since sign-off; empty where nothing has. */
  readonly changes: readonly WordChange[];
}

/** The fact-check sheet of a draft, in a form that every format prints. */
export interface Sheet {
  readonly draftName: string;
  readonly text: string;
  readonly languageId: string;
  readonly facts: readonly Fact[];
  readonly settled: number;
  readonly total: number;
  /** The day on which it was made, `2026-05-12`. */
  readonly date: string;
}

export function sheetOf(article: Article, view: LedgerView, draftName: string, date: string): Sheet {
  const facts = [...view.claims, ...view.orphans].map((claim, at): Fact => {
    const unit = claim.unit === undefined ? undefined : view.units[claim.unit];
    const signed = claim.entry?.signed;
    return {
      number: at + 1,
      claim,
      ...(unit ? { span: { start: unit.start, end: unit.end } } : {}),
      standing: standingOf(claim),
      changes: claim.stale && signed !== undefined ? changesSince(signed, claim.text) : [],
    };
  });
  const { text, languageId } = article;
  return { draftName, text, languageId, facts, ...progressOf(view.claims), date };
}

/** "verified", "let stand (common knowledge)", "verified, but changed since". */
export function standingOf({ altered, anchor, entry, stale, status }: CheckedClaim): string {
  const words = status.replaceAll('-', ' ') + (entry?.reason ? ` (${entry.reason.replaceAll('-', ' ')})` : '');
  if (anchor === 'orphaned') return `${words}; not in the draft any more`;
  if (altered) return `${words}, but the entry was changed by other means`;
  const doubts = [...(stale ? ['changed since'] : []), ...(anchor === 'uncertain' ? ['maybe of another claim'] : [])];
  return doubts.length > 0 ? `${words}, but ${doubts.join(' and ')}` : words;
}

/** A source in one line, as a reader looks it up. */
export const sourceLine = ({ url, key, person, contact, document, archive, accessed, note }: LedgerSource): string =>
  [
    person && (contact ? `${person} (${contact})` : person),
    document,
    key && `@${key}`,
    url,
    archive && `archived at ${archive}`,
    accessed && `accessed ${accessed}`,
    note,
  ]
    .filter(Boolean)
    .join(', ');
