import { entries as verbEntries } from '../../generated/reporting-verbs.ts';
import { ofSentence, overlapping, overlaps, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import type { Quotation } from '../../model/value.ts';
import type { Attributed } from '../stance.ts';

/** Shorter ones are scare quotes, titles and slogans. */
const shortestSpeech = 5;
const reporting = new Set(verbEntries.flatMap(entry => entry.phrases));
const naming =
  /^(?:called|titled|entitled|named|dubbed|known|word|words|phrase|term|slogan|headline|book|film|song|essay|article|poem|play|chapter|series|column|read|reads|reading)$/;

/** Quoted speech with nobody who says it in its sentence or the ones beside it. */
export function unattributedQuotes(block: Attributed): Gap[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  return block.quotations
    .filter(quotation => quotation.closed && quotation.words >= shortestSpeech && !isTitle(block, quotation))
    .flatMap((quotation): Gap[] => {
      const [sentence] = overlapping(block.sentences, quotation);
      if (!sentence) return [];
      const index = block.sentences.indexOf(sentence);
      const near = [index - 1, index, index + 1];
      if (near.some(one => namesSpeaker(block, one, quotation))) return [];
      return [{ kind: 'unattributed-quote', start: quotation.start, end: quotation.end, sentence: index }];
    });
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
  if (ofSentence(block.attributions, index).length > 0) return true;
  return block.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .some(
      token =>
        !overlaps(token, quotation) &&
        (reporting.has(token.normal) || naming.test(token.normal) || /^[—–]$/.test(token.text)),
    );
}

/** Most of its words with capitals: the title of a work. */
function isTitle(block: Attributed, quotation: Quotation): boolean {
  const words = startingIn(block.tokens, quotation.inner).filter(
    token => token.kind === 'word' && token.text.length > 3,
  );
  return words.length > 0 && words.filter(word => /^\p{Lu}/u.test(word.text)).length * 3 >= words.length * 2;
}
