/**
 * The analyser: text and settings in, data out. It does no input or output, knows no clock, cannot wait and cannot fail;
 * a rule that throws is reported by name and the others still run.
 */
export { type Analysis, analysisOf, analysisSchemaVersion } from './analysis.ts';
export { type CitedKey, citedKeyAt, definedLabels } from './bibliography/citations.ts';
export {
  type Declared,
  declaredFiles,
  frontMatterNaming,
  ownReferences,
  placesOfDeclared,
} from './bibliography/declared.ts';
export type { Bibliography, Entry } from './bibliography/entry.ts';
export { type BibliographyFormat, bibliographyFormat } from './bibliography/format.ts';
export { type Library, noLibrary } from './bibliography/library.ts';
export { likelyEntries, likelySteps } from './bibliography/likely.ts';
export { searchLibrary, searchSteps } from './bibliography/search.ts';
export { keyBeingTyped, keyTriggers } from './bibliography/typing.ts';
export { citedAs, citedAuthors, reference, searchable } from './bibliography/wording.ts';
export { check, type Given } from './check.ts';

export { placeholderNeeds, writePlaceholder } from './citation/placeholder.ts';
export { type PlaceholderStyle, placeholderStyles } from './citation/placeholder-styles.ts';
export { templateNeeds } from './citation/placeholder-templates.ts';
export { citableUrl } from './citation/url-citation.ts';
export { type ClaimStanding, claimState, claimsOf } from './claims/placed.ts';
export { type Standing, type StandingEvidence, type StandingReason, standingAt } from './claims/standing.ts';
export { insertChosen, type PlaceholderChoice, placeholderChoices } from './fixes/chosen-placeholder.ts';
export { citeEntry, unknownKeyRule } from './fixes/cite-entry.ts';
export { type Filling, fillAll, sectionAround } from './fixes/fill-all.ts';
export { type DraftFix, type FixContext, type FixKind, fixKinds, sentenceAt } from './fixes/fix.ts';
export { fixesFor, placeholdersFor } from './fixes/fixes-for.ts';
export { letStand, type StandScope, standScopes } from './fixes/let-stand.ts';
export { asCitation, citeUrl, openPlaceholders, placeholderAt } from './fixes/open-placeholders.ts';
export { createPlacer, type Placer } from './fixes/place.ts';
export { insertionOf, nextNoteNumber } from './fixes/placeholder-edits.ts';
export { sourcePlace } from './fixes/source-place.ts';
export type { CommentSyntax } from './formats/comment-syntax.ts';
export { formatOf, formatOfFile, type Language, languages } from './formats/languages.ts';
export type { Article, PlacedBlock, PlacedClaim, PlacedEvidence } from './model/article.ts';
export type { Block, BlockKind } from './model/block.ts';
export type { Claim, ClaimKind } from './model/claim.ts';
export { applyEdits, type DraftEdit } from './model/edit.ts';
export type { Definition, Evidence, ReachFrom, ReachingKind, ReachStrength } from './model/evidence.ts';
export {
  type Family,
  type Finding,
  type Fix,
  families,
  type PlaceholderNeed,
  type Related,
  type Report,
  type RuleFailure,
  type Severity,
  severities,
} from './model/finding.ts';
export type { Span } from './model/span.ts';
export { modelNotices, type Notice, noticesOf } from './notices.ts';
export { type ProfileName, profileNames } from './profiles.ts';
export { read, servedLanguages } from './read.ts';
export { rules } from './rules/registry.ts';
export type { Rule } from './rules/rule.ts';
export { sections, strictnesses } from './sections.ts';
export { defaultSettings, resolveSettings, type Settings, severityChoices } from './settings.ts';
export { settingsTable } from './settings-table.ts';
export { type RuleName, type Suppression, suppressionsIn } from './suppression/directives.ts';
export { type Checking, standingCounts } from './suppression/notices.ts';
export { type SuppressionReason, suppressionReasons } from './suppression/reasons.ts';
export { isExpired } from './suppression/standing.ts';
export { type CalendarDay, isoOf, localDayOf } from './values/calendar.ts';
export { type ResolvedTime, resolvedTime, timeAt } from './values/resolved-time.ts';
