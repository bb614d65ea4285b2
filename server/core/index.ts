/**
 * The analyser: text and settings in, data out. It does no input or output, knows no clock, cannot wait and cannot fail;
 * a rule that throws is reported by name and the others still run.
 */
export { type Analysis, analysisOf, analysisSchemaVersion } from './analysis.ts';
export { check } from './check.ts';
export { claimsOf, claimState, type ClaimStanding } from './claims/placed.ts';
export { placeholderStyles, placeholderText, type PlaceholderStyle } from './citation/placeholder.ts';
export type { Article, PlacedBlock, PlacedClaim } from './model/article.ts';
export type { Block, BlockKind } from './model/block.ts';
export type { Claim, ClaimKind } from './model/claim.ts';
export { type Family, families, type Finding, type Fix, type PlaceholderNeed, type Report, type RuleFailure, severities, type Severity } from './model/finding.ts';
export type { Span } from './model/span.ts';
export { read, servedLanguages } from './read.ts';
export { rules } from './rules/registry.ts';
export type { Rule } from './rules/rule.ts';
export { defaultSettings, resolveSettings, type Settings, settingsTable, severityChoices } from './settings.ts';
