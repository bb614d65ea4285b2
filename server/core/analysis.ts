import { quotedAcross } from './attribution/quoted-across.ts';
import { backedBlocks, placedEvidence } from './claims/backed.ts';
import type { Article, PlacedEvidence } from './model/article.ts';
import type { Attribution } from './model/attribution.ts';
import type { Block, BlockKind } from './model/block.ts';
import type { ClaimKind } from './model/claim.ts';
import type { EvidenceStrength } from './model/evidence.ts';
import type { Finding, Report } from './model/finding.ts';
import { ofSentence, type Span, shift } from './model/span.ts';
import type { Booster, Gap, Hedge } from './model/stance.ts';
import { round } from './models/round.ts';
import { assertedGaps } from './stance/gaps/asserted.ts';

export const analysisSchemaVersion = 1;

type Zone = 'body' | 'heading' | 'quotation' | 'caption' | 'boilerplate';
type Plain<T extends Span> = Omit<T, 'sentence'>;

/** What the analyser found, as other programs read it; docs/analysis.schema.json describes the same. Spans are UTF-16 positions in the original text. */
export interface Analysis {
  readonly schema: typeof analysisSchemaVersion;
  readonly id: string;
  readonly sentences: readonly (Span & {
    readonly zone: Zone;
    readonly uncertain: number;
    readonly claim?: {
      readonly factual: number;
      readonly checkWorthy: number;
      readonly needsSource: number;
      readonly kinds: readonly ClaimKind[];
      readonly evidence: EvidenceStrength;
      /** The marks and the wording that reach the claim, the strongest first; absent where none do. */
      readonly evidenceSpans?: readonly PlacedEvidence[];
      readonly reasons: readonly string[];
    };
  })[];
  readonly attributions: readonly Omit<Attribution, 'sentence'>[];
  readonly hedges: readonly Plain<Hedge>[];
  readonly boosters: readonly Plain<Booster>[];
  readonly gaps: readonly Plain<Gap>[];
  readonly findings: readonly (Span &
    Pick<Finding, 'ruleId' | 'family' | 'severity' | 'confidence' | 'message'> &
    Partial<Pick<Finding, 'related'>>)[];
}

/** The public form of what was read and found. Everything is copied with positions that count from the start of the article. */
export function analysisOf(article: Article, report: Report, id: string): Analysis {
  const sentences: Analysis['sentences'][number][] = [];
  const attributions: Analysis['attributions'][number][] = [];
  const hedges: Plain<Hedge>[] = [];
  const boosters: Plain<Booster>[] = [];
  const gaps: Plain<Gap>[] = [];
  const across = quotedAcross(article);
  const blocks = backedBlocks(article);
  for (const [at, backed] of blocks.entries()) {
    const { start, block } = backed;
    for (const index of block.sentences.keys()) {
      const evidence = placedEvidence(blocks, at, index);
      sentences.push(sentenceOf(block, index, start, evidence));
    }
    const all = (spans: readonly Span[]) => spans.map(one => shift(one, start));
    for (const { kind, source, sourceType, cue, content, sense, form, confidence } of block.attributions)
      attributions.push({
        kind,
        source: all(source),
        sourceType,
        cue: all(cue),
        content: all(content),
        sense,
        form,
        confidence: round(confidence),
      });
    // Only the last attribution of a block goes on behind it.
    const last = attributions.at(-1);
    const behind = across.get(at);
    if (last && behind) attributions.splice(-1, 1, { ...last, content: [...last.content, ...behind] });
    for (const hedge of block.hedges) hedges.push({ ...shift(hedge, start), kind: hedge.kind });
    for (const booster of block.boosters) boosters.push({ ...shift(booster, start), kind: booster.kind });
    for (const gap of assertedGaps(block)) gaps.push({ ...shift(gap, start), kind: gap.kind });
  }
  const findings = report.findings.map(({ ruleId, family, severity, confidence, start, end, message, related }) => ({
    ruleId,
    family,
    severity,
    confidence: round(confidence),
    start,
    end,
    message,
    ...(related.length > 0 ? { related } : {}),
  }));
  return { schema: analysisSchemaVersion, id, sentences, attributions, hedges, boosters, gaps, findings };
}

function sentenceOf(
  block: Block,
  index: number,
  by: number,
  evidence: readonly PlacedEvidence[],
): Analysis['sentences'][number] {
  const sentence = block.sentences[index] as Span & Block['sentences'][number];
  const [claim] = ofSentence(block.claims, index);
  return {
    ...shift(sentence, by),
    zone: zoneOf(block.kind),
    uncertain: round(block.uncertain[index] ?? 0),
    ...(claim && {
      claim: {
        factual: round(claim.factual),
        checkWorthy: round(claim.checkWorthy),
        needsSource: round(claim.needsSource),
        kinds: claim.kinds,
        evidence: claim.evidence,
        ...(evidence.length > 0 ? { evidenceSpans: evidence } : {}),
        reasons: claim.reasons,
      },
    }),
  };
}

function zoneOf(kind: BlockKind): Zone {
  switch (kind) {
    case 'heading':
    case 'quotation':
    case 'caption':
    case 'boilerplate':
      return kind;
    default:
      return 'body';
  }
}
