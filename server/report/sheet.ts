import { reference } from '../core/bibliography/wording.ts';
import { type Article, type Library, noLibrary, type Span } from '../core/index.ts';
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
  /** The works that the keys among the sources stand for, by key. */
  readonly works: Library['entries'];
}

export function sheetOf(
  article: Article,
  view: LedgerView,
  draftName: string,
  date: string,
  { entries: works }: Pick<Library, 'entries'> = noLibrary,
): Sheet {
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
  return { draftName, text, languageId, facts, ...progressOf(view.claims), date, works };
}

/** "verified", "let stand (common knowledge)", "verified, but changed since". */
export function standingOf({ altered, anchor, entry, stale, status }: CheckedClaim): string {
  const words = status.replaceAll('-', ' ') + (entry?.reason ? ` (${entry.reason.replaceAll('-', ' ')})` : '');
  if (anchor === 'orphaned') return `${words}; not in the draft any more`;
  if (altered) return `${words}, but the entry was changed by other means`;
  const doubts = [...(stale ? ['changed since'] : []), ...(anchor === 'uncertain' ? ['maybe of another claim'] : [])];
  return doubts.length > 0 ? `${words}, but ${doubts.join(' and ')}` : words;
}

/** What is said of a source, such as "archived at " and an address. */
export interface SourcePart {
  /** Empty for words that need nothing before them. */
  readonly before: string;
  readonly text: string;
  readonly isAddress: boolean;
}

/** What is said of a source, in the order in which a reader looks it up. */
export function sourceParts(
  { url, key, person, contact, document, archive, accessed, note }: LedgerSource,
  works: Sheet['works'],
): readonly SourcePart[] {
  const work = key === undefined ? undefined : works.get(key);
  const part = (text: string | undefined, before = '', isAddress = false): readonly SourcePart[] =>
    text ? [{ before, text, isAddress }] : [];
  return [
    ...part(person && (contact ? `${person} (${contact})` : person)),
    ...part(document),
    ...part(key && (work ? `${reference(work)} (@${key})` : `@${key}`)),
    ...part(url, '', true),
    ...part(archive, 'archived at ', true),
    ...part(accessed, 'accessed '),
    ...part(note),
  ];
}

/** A source in one line. */
export const sourceLine = (source: LedgerSource, works: Sheet['works']): string =>
  sourceParts(source, works)
    .map(({ before, text }) => before + text)
    .join(', ');
