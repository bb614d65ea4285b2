import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { overlaps } from '../model/span.ts';
import type { Gap } from '../model/stance.ts';
import type { Quotation } from '../model/value.ts';
import { sentenceAt } from '../text/text-of.ts';
import type { Attributed } from './stance.ts';

/** Shorter ones are scare quotes, titles and slogans. */
const shortestSpeech = 5;
const reporting = new Set(verbEntries.flatMap(entry => entry.phrases));
const naming =
  /^(?:called|titled|entitled|named|dubbed|known|word|words|phrase|term|slogan|headline|book|film|song|essay|article|poem|play|chapter|series|column|read|reads|reading)$/;

/** Quoted speech with nobody who says it in its sentence or the ones beside it. */
export function findUnattributedQuotes(block: Attributed): Gap[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  return block.values
    .filter((value): value is Quotation => value.kind === 'quotation' && value.closed && value.words >= shortestSpeech)
    .flatMap((quotation): Gap[] => {
      const index = sentenceAt(block.sentences, quotation.start);
      const near = block.sentences.slice(Math.max(0, index - 1), index + 2);
      if (isTitle(block, quotation) || near.some(sentence => namesSpeaker(block, sentence, quotation))) return [];
      return [{ kind: 'unattributed-quote', start: quotation.start, end: quotation.end, sentence: index }];
    });
}

/** A speaker, a verb of speech, the name of a work or a mark that leads to a source. */
function namesSpeaker(block: Attributed, sentence: Sentence, quotation: Quotation): boolean {
  if (
    block.evidence.some(
      mark => mark.kind !== 'placeholder' && mark.start >= sentence.start && mark.start <= sentence.end + 1,
    )
  )
    return true;
  if (block.attributions.some(attribution => attribution.cue.some(cue => overlaps(cue, sentence)))) return true;
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
  const words = block.tokens.filter(
    (token: Token) => token.kind === 'word' && overlaps(token, quotation.inner) && token.text.length > 3,
  );
  return words.length > 0 && words.filter(word => /^\p{Lu}/u.test(word.text)).length * 3 >= words.length * 2;
}
