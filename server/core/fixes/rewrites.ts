import type { Finding } from '../model/finding.ts';
import type { Token } from '../model/sentence.ts';
import { startingIn } from '../model/span.ts';
import { type DraftFix, type FixContext, insertion, replacement, type Site, siteOf } from './fix.ts';

/** Makes a change of words for a finding; undefined where the words do not allow it. What is still to be given is a placeholder. */
export type Rewrite = (context: FixContext, finding: Finding) => DraftFix | undefined;

/** "…, according to [who?]." behind what is asserted. */
export const attributeTo: Rewrite = (context, finding) => {
  const at = endForAttribution(context, finding);
  if (at === undefined) return undefined;
  return {
    kind: 'attribute',
    title: 'Attribute to…: “according to [who?]”',
    edits: [insertion(at, ', according to ', '[who?]')],
  };
};

/** Where “according to …” can stand behind what is asserted; undefined where nothing is, or where the words would be part of emphasis or a link. */
export function endForAttribution(context: FixContext, finding: Finding): number | undefined {
  const site = finding.family === 'claim' ? siteOf(context, finding) : undefined;
  const stop = site && lastStop(site);
  if (!site || !stop) return undefined;
  const at = site.placed.start + stop.start;
  return context.placer.place(at, 'apart') === at ? at : undefined;
}

/** "Experts, among them [who?], say …" */
export const nameThem: Rewrite = (context, finding) => {
  if (finding.ruleId !== 'vague-source' || !isPlural(tokensOf(context, finding).at(-1))) return undefined;
  const at = context.placer.place(finding.end, 'apart');
  const goesOn = /^\s+\p{L}/u.test(context.article.text.slice(at, at + 20));
  if (at !== finding.end || !goesOn) return undefined;
  return {
    kind: 'attribute',
    title: 'Attribute to…: “among them [who?]”',
    edits: [insertion(at, ', among them ', '[who?]', ',')],
  };
};

/** "It is widely believed by [who?] that …" */
export const nameTheAgent: Rewrite = (context, finding) => {
  if (finding.ruleId !== 'agentless-report') return undefined;
  const verb = tokensOf(context, finding).findLast(
    ({ pos, normal }) => pos === 'verb' && /(?:ed|[^e]n|[dt])$/.test(normal),
  );
  const block = siteOf(context, finding)?.placed;
  if (!verb || !block) return undefined;
  const at = block.start + verb.end;
  if (context.placer.place(at, 'apart') !== at) return undefined;
  return { kind: 'agent', title: 'Name the agent: “by [who?]”', edits: [insertion(at, ' by ', '[who?]')] };
};

/** "recently" → "in [when?]", "for years" → "since [when?]". */
export const giveTheDate: Rewrite = (context, finding) => {
  if (finding.ruleId !== 'vague-time') return undefined;
  const { text } = context.article;
  const words = text.slice(finding.start, finding.end);
  const preposition = prepositions.find(([pattern]) => pattern.test(words))?.[1];
  const at = context.placer.place(finding.end, 'apart');
  if (preposition === undefined || at !== finding.end) return undefined;
  const opens = /^\p{Lu}/u.test(words);
  const before = opens ? preposition.charAt(0).toUpperCase() + preposition.slice(1) : preposition;
  return {
    kind: 'date',
    title: `Give the date: “${preposition} [when?]”`,
    edits: [replacement({ start: finding.start, end: finding.end }, `${before} `, '[when?]')],
  };
};

/** What opens the time that stands in the place of a vague one, by whether it lasts or is past. */
const prepositions: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:recently|lately|not long ago|some time ago|(?:some |a few |many )?(?:days|weeks|months|years|decades) ago)$/i,
    'in',
  ],
  [
    /^(?:for (?:many |some |several )?(?:days|weeks|months|years|decades|generations|centuries)|(?:in|over|during) (?:the )?(?:recent|past|last) \w+|over the years|for a long time)$/i,
    'since',
  ],
];

/** "To my mind, …" in front of what is the writer's own judgement, or other words that own it. */
export const markAsOpinion =
  (words: string): Rewrite =>
  (context, finding) => {
    const site = isArguable(finding) ? siteOf(context, finding) : undefined;
    if (!site || isExact(site)) return undefined;
    const { block, start } = site.placed;
    const first = block.tokens[site.sentence.firstToken];
    if (first?.kind !== 'word') return undefined;
    const at = start + first.start;
    if (context.placer.place(at, 'apart') !== at) return undefined;
    const opening = context.article.text.charAt(at);
    const isName = first.pos === 'propn' || startingIn(block.values, first).some(value => value.kind === 'name');
    const keepsCapital = isName || first.normal === 'i' || /^\p{Lu}{2}/u.test(first.text);
    return {
      kind: 'opinion',
      title: `Mark as opinion: “${words} …”`,
      edits: [{ span: { start: at, end: at + 1 }, text: `${words} ${keepsCapital ? opening : opening.toLowerCase()}` }],
    };
  };

/** What was counted, happened, is the law or is a charge is no matter of opinion, whatever stands in front of it. */
const isArguable = ({ family, ruleId }: Finding): boolean =>
  family === 'claim' && !/^unsourced-(?:accusation|event|figure|history|law|poll|trend)$/.test(ruleId);

/** A sentence with a figure or a date in it tells a fact, however it is argued. */
const isExact = ({ placed: { block }, sentence }: Site): boolean =>
  startingIn(block.values, sentence).some(
    value => value.kind === 'date' || (value.kind === 'quantity' && value.measure !== 'ordinal'),
  );

function tokensOf(context: FixContext, finding: Finding): readonly Token[] {
  const placed = siteOf(context, finding)?.placed;
  if (!placed) return [];
  return startingIn(placed.block.tokens, { start: finding.start - placed.start, end: finding.end - placed.start });
}

/** The stop that ends a sentence and nothing else, in positions of the block. */
function lastStop({ placed: { block }, sentence }: Site): Token | undefined {
  const last = block.tokens[sentence.endToken - 1];
  const before = block.tokens[sentence.endToken - 2];
  return last?.text === '.' && before?.kind !== 'quote' && before?.end === last.start ? last : undefined;
}

const isPlural = (token: Token | undefined): boolean =>
  token !== undefined && /(?:[^su]s|people|some|many|others|few|several)$/.test(token.normal);
