import type { Span } from '../server/core/model/span.ts';

/** A syntactic word of Universal Dependencies, with its place in the text of its sentence or paragraph. */
export interface GoldWord extends Span {
  readonly form: string;
  /** UPOS in lower case. */
  readonly pos: string;
  readonly lemma: string;
}

/** A sentence or a paragraph as it was written, and its words in order. */
export interface GoldText {
  readonly text: string;
  readonly words: readonly GoldWord[];
}

/** The sentences of a CoNLL-U file, paragraph by paragraph. */
export function readConllu(source: string): GoldText[][] {
  const paragraphs: GoldText[][] = [];
  for (const block of source.split('\n\n')) {
    if (!block.trim()) continue;
    const lines = block.split('\n');
    if (paragraphs.length === 0 || lines.some(line => /^# new(?:par|doc)\b/.test(line))) paragraphs.push([]);
    const text = lines.find(line => line.startsWith('# text = '))?.slice('# text = '.length) ?? '';
    paragraphs.at(-1)?.push({ text, words: placed(text, lines) });
  }
  return paragraphs;
}

/** The parts of a contraction are found in its surface one after the other, like words that stand apart. */
function placed(text: string, lines: readonly string[]): GoldWord[] {
  const words: GoldWord[] = [];
  let at = 0;
  for (const line of lines) {
    const [id = '', form = '', lemma = '', pos = ''] = line.split('\t');
    if (!/^\d+$/.test(id)) continue;
    const start = text.indexOf(form, at);
    if (start < 0 || text.slice(at, start).trim() !== '') continue;
    at = start + form.length;
    words.push({ form, lemma, pos: pos.toLowerCase(), start, end: at });
  }
  return words;
}

/** One text of all sentences of a paragraph, a space between them. */
export function joined(sentences: readonly GoldText[]): GoldText {
  let text = '';
  const words: GoldWord[] = [];
  for (const sentence of sentences) {
    if (text) text += ' ';
    const by = text.length;
    text += sentence.text;
    for (const word of sentence.words) words.push({ ...word, start: word.start + by, end: word.end + by });
  }
  return { text, words };
}
