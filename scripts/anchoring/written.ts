import type { Span } from '../../server/core/index.ts';
import { type Chance, pick, type SimulatedDraft } from './op-ed.ts';

/** A draft as a file, and where in it each sentence lies, by its identifier. */
export interface WrittenDraft {
  readonly text: string;
  readonly spans: ReadonlyMap<number, Span>;
}

/** How a draft is laid out, which says nothing about its words. */
export interface Layout {
  readonly lineBreak: '\n' | '\r\n';
  /** Columns at which lines are wrapped; 0 for paragraphs on one line. */
  readonly wrap: number;
  readonly isCurly: boolean;
  /** One word in so many is emphasised or linked; 0 for none. */
  readonly markup: number;
}

export const plainLayout: Layout = { lineBreak: '\n', wrap: 0, isCurly: false, markup: 0 };

export const anyLayout = (chance: Chance): Layout => ({
  lineBreak: pick(chance, ['\n', '\n', '\r\n']),
  wrap: pick(chance, [0, 0, 72]),
  isCurly: chance(3) === 0,
  markup: pick(chance, [0, 0, 25]),
});

export function writeDraft(draft: SimulatedDraft, layout: Layout, chance: Chance): WrittenDraft {
  const spans = new Map<number, Span>();
  const { lineBreak, wrap, isCurly, markup } = layout;
  let text = '';
  for (const { heading, sentences } of draft) {
    if (heading) text += `## ${heading}${lineBreak}${lineBreak}`;
    let column = 0;
    for (const [at, { text: words, holds }] of sentences.entries()) {
      let start = -1;
      for (const [n, plain] of (isCurly ? words.replaceAll("'", '’') : words).split(' ').entries()) {
        const word = markup > 0 && chance(markup) === 0 && /^[a-z]+$/.test(plain) ? marked(plain, chance) : plain;
        if (at > 0 || n > 0) {
          const isWrapped = wrap > 0 && column + word.length > wrap;
          text += isWrapped ? lineBreak : ' ';
          column = isWrapped ? 0 : column + 1;
        }
        if (start < 0) start = text.length;
        text += word;
        column += word.length;
      }
      for (const id of holds) spans.set(id, { start, end: text.length });
    }
    text += `${lineBreak}${lineBreak}`;
  }
  return { text, spans };
}

const marked = (word: string, chance: Chance): string =>
  pick(chance, [`*${word}*`, `**${word}**`, `[${word}](https://a.example/${word})`]);
