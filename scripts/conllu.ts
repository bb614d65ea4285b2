import type { Span } from '../server/core/model/span.ts';

/** A syntactic word of Universal Dependencies, with its place in the text of its sentence or paragraph. */
export interface GoldWord extends Span {
  readonly form: string;
  /** UPOS in lower case. */
  readonly pos: string;
  readonly lemma: string;
}

/** A text as it was written, and its words in order. */
export interface GoldText {
  readonly text: string;
  readonly words: readonly GoldWord[];
}

/** A sentence, with its place in the text of its paragraph. */
export interface GoldSentence extends GoldText, Span {}

/** A paragraph of a treebank: its text, and where each annotated sentence lies in it. */
export interface GoldParagraph {
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/**
 * Rebuilds the running text of a treebank from its CoNLL-U form. Sentences of a paragraph are joined by a space unless
 * the last token of the one before says that none follows; `# newdoc` and `# newpar` begin a paragraph.
 */
export function paragraphsOf(conllu: string): GoldParagraph[] {
  const paragraphs: { text: string; sentences: GoldSentence[] }[] = [];
  let isNew = true;
  let spaceBefore = '';
  for (const part of conllu.split(/\n\n+/)) {
    const lines = part.split('\n');
    if (lines.some(line => /^# new(?:par|doc)\b/.test(line))) isNew = true;
    const text = lines
      .find(line => line.startsWith('# text ='))
      ?.slice('# text ='.length)
      .trim();
    if (text === undefined) continue;
    let paragraph = paragraphs.at(-1);
    if (isNew || !paragraph) paragraphs.push((paragraph = { text: '', sentences: [] }));
    else paragraph.text += spaceBefore;
    const start = paragraph.text.length;
    paragraph.text += text;
    paragraph.sentences.push({ text, words: placed(text, lines), start, end: paragraph.text.length });
    isNew = false;
    spaceBefore = endsInSpace(lines) ? ' ' : '';
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

/** Whether white space follows the last surface token. A contraction says it for its parts; an empty node says nothing. */
function endsInSpace(lines: readonly string[]): boolean {
  let isSpace = true;
  let rangeEnd = 0;
  for (const line of lines) {
    if (!/^\d/.test(line)) continue;
    const [id = '', , , , , , , , , misc = ''] = line.split('\t');
    const range = /^\d+-(\d+)$/.exec(id);
    if (id.includes('.') || (!range && Number(id) <= rangeEnd)) continue;
    if (range) rangeEnd = Number(range[1]);
    isSpace = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc);
  }
  return isSpace;
}

/** The words of a paragraph, with their places in its text. */
export const wordsOf = ({ sentences }: GoldParagraph): GoldWord[] =>
  sentences.flatMap(({ words, start: by }) =>
    words.map(word => ({ ...word, start: word.start + by, end: word.end + by })),
  );
