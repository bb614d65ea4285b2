import type { Span } from '../../server/core/index.ts';

/**
 * A text as the planters see it: paragraphs, sentences and quoted stretches by the plainest means, and on purpose not by the
 * reader of the analyser, so that what it misreads is not left out of the measure.
 */
export interface Draft {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  isQuoted(at: number): boolean;
}

/** Splits a text at empty lines and at stops before a capital. */
export function draftOf(text: string): Draft {
  const paragraphs = [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*/g)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.trimEnd().length,
  }));
  const sentences = paragraphs.flatMap(({ start, end }) =>
    [
      ...text
        .slice(start, end)
        .matchAll(/\S.*?(?:(?<![A-Z]|Mr|Mrs|Dr|Gen|Sen|Rep|Gov|St)[.!?]["”’)]*(?=\s+["“A-Z])|$)/gs),
    ].map(({ index, 0: whole }) => ({ start: start + index, end: start + index + whole.trimEnd().length })),
  );
  const quoted: Span[] = paragraphs.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[“"][^“”"]*(?:[”"]|$)/g)].map(({ index, 0: whole }) => ({
      start: start + index,
      end: start + index + whole.length,
    })),
  );
  return { text, paragraphs, sentences, isQuoted: at => quoted.some(({ start, end }) => start <= at && at < end) };
}

/** A text into which a contradiction was planted, and where its new or altered words stand. */
export interface Planted {
  readonly text: string;
  readonly at: Span;
}

/** Replaces a span by other words. */
export function replaced({ text }: Draft, { start, end }: Span, words: string): Planted {
  return { text: text.slice(0, start) + words + text.slice(end), at: { start, end: start + words.length } };
}

/** Adds a sentence to the end of a paragraph that is about two behind a place, or as far before it where the text ends there. */
export function addedAwayFrom({ text, paragraphs }: Draft, place: number, sentence: string): Planted {
  const here = paragraphs.findIndex(({ start, end }) => start <= place && place < end);
  const target = paragraphs[here + 2] ?? paragraphs[here + 1] ?? paragraphs[Math.max(1, here - 2)] ?? paragraphs.at(-1);
  const at = target?.end ?? text.length;
  return {
    text: `${text.slice(0, at)} ${sentence}${text.slice(at)}`,
    at: { start: at + 1, end: at + 1 + sentence.length },
  };
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of several. */
export const oneOf = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];
