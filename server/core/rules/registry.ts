// Made by `npm run generate` from the rule files; a rule is added by adding its file.
import commonKnowledge from '../generated/rules/common-knowledge.ts';
import editorialising from '../generated/rules/editorialising.ts';
import agentlessReport from './attribution/agentless-report.ts';
import collectiveSource from './attribution/collective-source.ts';
import hearsay from './attribution/hearsay.ts';
import loadedVerb from './attribution/loaded-verb.ts';
import secondHandReport from './attribution/second-hand-report.ts';
import vagueSource from './attribution/vague-source.ts';
import vagueStudy from './attribution/vague-study.ts';
import bareUrl from './citation/bare-url.ts';
import distantEvidence from './citation/distant-evidence.ts';
import duplicateDefinition from './citation/duplicate-definition.ts';
import oneCitationParagraph from './citation/one-citation-paragraph.ts';
import openPlaceholder from './citation/open-placeholder.ts';
import quotationWithoutPage from './citation/quotation-without-page.ts';
import unresolvedCitationKey from './citation/unresolved-citation-key.ts';
import unresolvedReference from './citation/unresolved-reference.ts';
import unusedDefinition from './citation/unused-definition.ts';
import weakLink from './citation/weak-link.ts';
import unsourcedAbsolute from './claim/unsourced-absolute.ts';
import unsourcedAccusation from './claim/unsourced-accusation.ts';
import unsourcedAssertion from './claim/unsourced-assertion.ts';
import unsourcedCause from './claim/unsourced-cause.ts';
import unsourcedComparison from './claim/unsourced-comparison.ts';
import unsourcedEvent from './claim/unsourced-event.ts';
import unsourcedFigure from './claim/unsourced-figure.ts';
import unsourcedHistory from './claim/unsourced-history.ts';
import unsourcedLaw from './claim/unsourced-law.ts';
import unsourcedMotive from './claim/unsourced-motive.ts';
import unsourcedPoll from './claim/unsourced-poll.ts';
import unsourcedTrend from './claim/unsourced-trend.ts';
import conflictingAcronym from './consistency/conflicting-acronym.ts';
import conflictingFigure from './consistency/conflicting-figure.ts';
import conflictingTitle from './consistency/conflicting-title.ts';
import headlineFigure from './consistency/headline-figure.ts';
import nameSpelling from './consistency/name-spelling.ts';
import unexplainedAcronym from './consistency/unexplained-acronym.ts';
import weekdayMismatch from './consistency/weekday-mismatch.ts';
import wrongAge from './consistency/wrong-age.ts';
import wrongPercentage from './consistency/wrong-percentage.ts';
import wrongSum from './consistency/wrong-sum.ts';
import emptyCertainty from './hedge/empty-certainty.ts';
import hedgedClaim from './hedge/hedged-claim.ts';
import stackedHedges from './hedge/stacked-hedges.ts';
import falsePrecision from './precision/false-precision.ts';
import missingBase from './precision/missing-base.ts';
import openRange from './precision/open-range.ts';
import vagueQuantity from './precision/vague-quantity.ts';
import vagueTime from './precision/vague-time.ts';
import famousQuotation from './quote/famous-quotation.ts';
import unattributedQuote from './quote/unattributed-quote.ts';
import type { Rule } from './rule.ts';

/** Every rule, in order of identifier. */
export const rules: readonly Rule[] = [
  agentlessReport,
  bareUrl,
  collectiveSource,
  commonKnowledge,
  conflictingAcronym,
  conflictingFigure,
  conflictingTitle,
  distantEvidence,
  duplicateDefinition,
  editorialising,
  emptyCertainty,
  falsePrecision,
  famousQuotation,
  headlineFigure,
  hearsay,
  hedgedClaim,
  loadedVerb,
  missingBase,
  nameSpelling,
  oneCitationParagraph,
  openPlaceholder,
  openRange,
  quotationWithoutPage,
  secondHandReport,
  stackedHedges,
  unattributedQuote,
  unexplainedAcronym,
  unresolvedCitationKey,
  unresolvedReference,
  unsourcedAbsolute,
  unsourcedAccusation,
  unsourcedAssertion,
  unsourcedCause,
  unsourcedComparison,
  unsourcedEvent,
  unsourcedFigure,
  unsourcedHistory,
  unsourcedLaw,
  unsourcedMotive,
  unsourcedPoll,
  unsourcedTrend,
  unusedDefinition,
  vagueQuantity,
  vagueSource,
  vagueStudy,
  vagueTime,
  weakLink,
  weekdayMismatch,
  wrongAge,
  wrongPercentage,
  wrongSum,
];
