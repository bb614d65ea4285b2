import { weaknessOf } from './weak-links.ts';

/** How far the text of a note, or of a source in brackets, says where something can be looked up. */
export type SourceStrength = 'cited' | 'named' | 'vague' | 'placeholder' | 'none';

const asks =
  /^\W*(?:todo|tk|tbd|tba|fixme|xxx|citation needed|to be (?:checked|found|added|confirmed|supplied)|find source|add source|ref(?:erence)? needed)\b[\s\S]{0,60}$|^\W*(?:source|citation|reference|ref|who|which|when|where)s?\W*$|\[(?:citation|source|reference) needed\]|\{\{(?:citation needed|cn)\b|^\W*\?+\W*$/i;
const address = /(?:https?:\/\/|www\.)[^\s<>"'{}|\\^\])]{3,2000}/gi;
const identifier = /\b(?:doi:?\s?10\.|10\.\d{4,9}\/|arXiv:\s?\d|ISBN[\s:]|ISSN[\s:]|hdl:|urn:)/i;
/** Marks of citation, whatever the format. */
const citing =
  /(?<![\p{L}\p{N}.])@\{?[\p{L}_][\p{L}\p{N}_:.-]*\d|\[@|\\[a-zA-Z]*[cC]ite[a-zA-Z]*\*?[[{]|\[cite[:/]|:cite|\bcite:|\{{1,2}\s*(?:cite|citation|sfn|harv)/u;
const backReference = /\b(?:ibid(?:em)?|op\. ?cit|loc\. ?cit|idem|id\.)(?![\p{L}])/iu;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/;
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const day = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)? ${month}|${month}\\.? \\d{1,2}(?:st|nd|rd|th)?)(?![\\p{L}])`,
  'u',
);
/** Words for what is said, written or filed, which with a date can be asked for. */
const document =
  /\b(?:reports?|surveys?|census|interviews?|letters?|e-?mails?|statements?|press release|speech|minutes|judge?ment|ruling|hearing|transcript|dataset|statistics|study|paper|article|book|memo(?:randum)?|filing|records?|archives?|chapter|p\.|pp\.|vol\.|no\.)(?![\p{L}])/iu;
/** A capitalised word that does not merely open a sentence: behind another word, or in front of a comma or another name. */
const name =
  /(?<=[\p{L}\p{N},;:'’“"(_*–-][ _*“"'’(]{1,3})\p{Lu}[\p{L}'’.-]+|(?:^|[.!?;:(“"'*_{|=]\s{0,3})\p{Lu}[\p{L}'’-]+(?:,|\s+(?:(?:of|for|and|de|van|von|the|&)\s+){0,2}\p{Lu}|['’]s?\s|\s+et al|,?\s+\(?\d{4})/gu;
/** Capitalised words that name nobody. */
const noName = new RegExp(
  `^\\W*(?:${month}|I|I['’].*|See|Cf|Also|Note|Table|Figure|Fig|Chapter|Section|Page|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[.,\\s]*$`,
  'u',
);

/** Opens a line that gives the source of what stands above it. */
export const sourceLine = /^\W*(?:sources?|data|quelle)\s*:\s*/i;

/** What a text says of a source. Markup may be in it. */
export function strengthOfSource(text: string): SourceStrength {
  const plain = text.trim().slice(0, 2000);
  if (plain === '') return 'none';
  if (asks.test(plain)) return 'placeholder';
  const addresses = plain.match(address) ?? [];
  if (addresses.some(one => weaknessOf(one) === undefined) || identifier.test(plain) || citing.test(plain))
    return 'cited';
  if (backReference.test(plain)) return 'cited';
  const isDated = year.test(plain) || day.test(plain);
  const isNamed = [...plain.matchAll(name)].some(([one]) => !noName.test(one));
  if (isDated && (isNamed || document.test(plain))) return 'cited';
  if (isNamed) return 'named';
  return addresses.length > 0 ? 'vague' : 'none';
}
