import { entries as verbEntries } from '../../generated/reporting-verbs.ts';
import { isUtterance } from '../../lexicon/utterance.ts';
import type { Token } from '../../model/sentence.ts';
import { ofSentence, overlapping, overlaps, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import type { Quotation } from '../../model/value.ts';
import type { Attributed } from '../stance.ts';

/** Shorter ones are scare quotes and slogans. */
const shortestFragment = 4;
const shortestSpeech = 5;
/** Words of the writer's own that make a sentence of which a quotation is only a part. */
const ownWords = 4;
const reporting = new Set(verbEntries.flatMap(entry => entry.phrases));
const naming =
  /^(?:called|titled|entitled|named|dubbed|known|word|words|phrase|term|slogan|headline|book|film|song|essay|article|poem|play|chapter|series|column|read|reads|reading|statement|question|reply|answer|sentence|motto|sign|placard|message|prayer|oath|law|statute|spoken|speaking)$/;

/** Quoted words with nobody who says them in their sentence or the ones beside it. */
export function unattributedQuotes(block: Attributed): Gap[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  return block.quotations
    .filter(
      quotation =>
        quotation.closed &&
        quotation.kind !== 'title' &&
        quotation.words >= shortestFragment &&
        !isTitle(block, quotation),
    )
    .flatMap((quotation): Gap[] => {
      const [sentence] = overlapping(block.sentences, quotation);
      if (!sentence) return [];
      const index = block.sentences.indexOf(sentence);
      const fragment = isFragment(block, index, quotation);
      if (!fragment && !isAmidOthers(block, index, quotation)) return [];
      // What a sentence of the writer's own quotes in passing, its neighbours do not attribute.
      const near = fragment ? [index] : [index - 1, index, index + 1];
      if (near.some(one => namesSpeaker(block, one, quotation))) return [];
      return [{ kind: 'unattributed-quote', start: quotation.start, end: quotation.end, sentence: index }];
    });
}

/** Part of a sentence of the writer's own that names nobody. */
function isFragment(block: Attributed, index: number, quotation: Quotation): boolean {
  const own = outside(block, index, quotation);
  const [opening] = startingIn(block.tokens, quotation.inner);
  return (
    own.filter(({ kind }) => kind === 'word').length >= ownWords &&
    /^\p{Ll}/u.test(opening?.text ?? '') &&
    !own.some(({ normal }) => /^(?:he|she|his|her|i|my|me)$/.test(normal)) &&
    !startingIn(block.values, block.sentences[index] ?? quotation).some(
      value => value.kind === 'name' && value.sort === 'person' && !overlaps(value, quotation),
    )
  );
}

/** A sentence by itself between others of the paragraph; one that opens or closes it may be introduced outside. */
const isAmidOthers = (block: Attributed, index: number, quotation: Quotation): boolean =>
  quotation.words >= shortestSpeech &&
  index > 0 &&
  index < block.sentences.length - 1 &&
  outside(block, index, quotation).every(({ kind }) => kind !== 'word') &&
  [index - 1, index + 1].every(one => outside(block, one, quotation).every(({ kind }) => kind !== 'quote'));

/** What the sentence says outside the quotation. */
function outside({ tokens, sentences }: Attributed, index: number, quotation: Quotation): readonly Token[] {
  const sentence = sentences[index];
  if (!sentence) return [];
  return tokens.slice(sentence.firstToken, sentence.endToken).filter(token => !overlaps(token, quotation));
}

/** A speaker, a verb of speech, the name of a work or a mark that leads to a source. */
function namesSpeaker(block: Attributed, index: number, quotation: Quotation): boolean {
  const sentence = block.sentences[index];
  if (!sentence) return false;
  // A footnote mark may follow the sentence's last stop.
  if (
    startingIn(block.evidence, { start: sentence.start, end: sentence.end + 2 }).some(
      mark => mark.kind !== 'placeholder',
    )
  )
    return true;
  if (ofSentence(block.attributions, index).some(({ content }) => content.some(part => overlaps(part, quotation))))
    return true;
  return outside(block, index, quotation).some(
    ({ normal, text }) => reporting.has(normal) || isUtterance(normal) || naming.test(normal) || /^[—–:]$/.test(text),
  );
}

/** Most of its words with capitals: the title of a work. */
function isTitle(block: Attributed, quotation: Quotation): boolean {
  const words = startingIn(block.tokens, quotation.inner).filter(
    token => token.kind === 'word' && token.text.length > 3,
  );
  return words.length > 0 && words.filter(word => /^\p{Lu}/u.test(word.text)).length * 3 >= words.length * 2;
}
