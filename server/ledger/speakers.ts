import type { Article, Block, Span } from '../core/index.ts';
import type { Attribution } from '../core/model/attribution.ts';
import { once } from '../core/model/once.ts';
import { textIn } from '../core/text/text-of.ts';
import { namesOf } from '../core/values/names-of.ts';
import type { Unit } from './units.ts';

/** Somebody whose words the draft gives. */
export interface Speaker {
  readonly key: string;
  /** Empty for what is reported with nobody behind it. */
  readonly name: string;
  readonly type: string;
  readonly named: boolean;
  readonly direct: number;
  readonly indirect: number;
  /** Where the words are credited, as spans of the article. */
  readonly places: readonly Span[];
}

export interface Speakers {
  /** In order of their first words. */
  readonly all: readonly Speaker[];
  /** Who says most of a sentence; undefined where the writer does. */
  of(unit: Unit): string | undefined;
}

/** A reader could ask these. */
const named: readonly Attribution['sourceType'][] = ['person', 'office', 'organisation', 'document', 'collective'];
const pronoun = /^(?:he|she|they|it)$/i;
/** "In my view", "we say": the writer, who is nobody's source. */
const writer = /^(?:i|me|my|mine|we|us|our|ours)$/i;

/**
 * Who speaks in an article besides its writer; pronouns are whoever spoke before them in the paragraph, and "Osei" is "Miriam Osei".
 */
export const speakersOf = once(heardIn);

function heardIn(article: Article): Speakers {
  const names = new Map<number, string>();
  for (const { name, mentions } of namesOf(article)) for (const { start } of mentions) names.set(start, name);
  const speakers = new Map<string, Speaker & { readonly places: Span[] }>();
  const said = new Map<number, { readonly key: string; readonly span: Span }[]>();
  article.blocks.forEach(({ start, block }, index) => {
    let last: string | undefined;
    for (const attribution of block.attributions) {
      const source = coverOf(attribution.source);
      const words = source ? textIn(block, source).replace(/\s+/g, ' ').trim() : '';
      if (writer.test(words)) continue;
      const name = source ? (nameIn(block, source, start, names) ?? words) : '';
      const key: string = pronoun.test(words) ? (last ?? words.toLowerCase()) : name.toLowerCase();
      if (named.includes(attribution.sourceType) && !pronoun.test(words)) last = key;
      const before = speakers.get(key);
      const isDirect = attribution.kind !== 'indirect';
      const place = coverOf([...attribution.source, ...attribution.cue, ...attribution.content]) ?? {
        start: 0,
        end: 0,
      };
      const places = [...(before?.places ?? []), { start: start + place.start, end: start + place.end }];
      speakers.set(key, {
        key,
        name: before?.name ?? name,
        type: before?.type ?? attribution.sourceType,
        named: before?.named ?? (named.includes(attribution.sourceType) && !isUnidentified(block, source)),
        direct: (before?.direct ?? 0) + Number(isDirect),
        indirect: (before?.indirect ?? 0) + Number(!isDirect),
        places,
      });
      for (const span of attribution.content) {
        const list = said.get(index) ?? [];
        list.push({ key, span: { start: start + span.start, end: start + span.end } });
        said.set(index, list);
      }
    }
  });
  return {
    all: [...speakers.values()],
    of: ({ block, start, end }) =>
      said.get(block)?.find(({ span }) => 2 * (Math.min(end, span.end) - Math.max(start, span.start)) > end - start)
        ?.key,
  };
}

/** "Studies", "some of them": words that name a kind of source, and none that could be asked. */
const isUnidentified = ({ gaps }: Block, source: Span | undefined): boolean =>
  source !== undefined &&
  gaps.some(
    ({ kind, start, end }) =>
      (kind === 'vague-source' || kind === 'vague-study') && start < source.end && end > source.start,
  );

function nameIn(block: Block, source: Span, start: number, names: ReadonlyMap<number, string>): string | undefined {
  const value = block.values.find(
    ({ kind, start: from }) => kind === 'name' && from >= source.start && from < source.end && names.has(start + from),
  );
  return value && names.get(start + value.start);
}

const coverOf = (spans: readonly Span[]): Span | undefined =>
  spans.length === 0
    ? undefined
    : { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
