import { anyCapital, anyLetter } from '../text/letter-classes.ts';
import { month } from './month.ts';
import { isWorkEntry } from './work-entry.ts';

/**
 * Wording that opens a byline, a note on the author, a disclaimer or a note on first publication.
 * Such blocks are not argued, so nothing in them is flagged.
 */
const openings = [
  /^(?:disclaimer|editor['’]s note|author['’]s note|correction|clarification|about the authors?|programming alert|advertisement)(?:,[^:.!?]{1,30})?\s*:/i,
  /^(?:originally|first) (?:published|appeared)\b/i,
  /^this (?:article|essay|op-ed|piece|column|story|post) (?:was|is|has been|first|originally) (?:\w+ )?(?:published|appeared|adapted|excerpted|republished|reprinted)/i,
  /^an? (?:(?:earlier|longer|shorter|edited|different) )?version of this (?:article|essay|op-ed|piece|column|story|post) (?:was |has )?(?:first |originally |previously |also )?(?:appeared|published|ran)\b/i,
  /^the (?:views|opinions)(?: and (?:views|opinions))? expressed\b/i,
  /^(?:the (?:writer|author|columnist)s?|(?:he|she) is the author) (?:is|are|was|has|teaches|writes|works|tweets|can be)\b/i,
  /^(?:follow|contact|e-?mail|write to) (?:him|her|them|us|the (?:author|writer)|@|[a-z\u00C0-\u024F]\w+ (?:on|at))/i,
  /^(?:copyright|©|\(c\)\s)/i,
  /^(?:read (?:more|also)|related|see also|click here|sign up|subscribe)\b.{0,80}$/i,
];

/** A word of a name, and the whole of one. */
const name = `[${anyCapital}][${anyLetter}.'’-]*`;
const fullName = `[${anyCapital}][${anyLetter}.'’-]+(?:\\s${name}){1,4}`;

/** A whole date, with the time of day that may stand behind it. */
const date = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s)?(?:${month}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s${month},?\\s\\d{4}|\\d{4}-\\d\\d-\\d\\d)(?:,?\\s(?:at\\s)?\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?m\\.?)?(?:\\s[A-Z]{2,4})?)?`;
const longestDated = 80;
const mayBeDated = /\d{4}/;
/** A block that says nothing but when it was published. */
const dated = new RegExp(`^(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted)(?: on)?:?\\s)?${date}$`);

/** A byline, where the first word may be one of its own. */
const mayBeByline = /^(?:by|words|text|photo|picture|image|illustration|graphic|credit)/i;
const byline = new RegExp(
  `^(?:[Bb]y|BY|[Ww]ords|[Tt]ext|[Pp]hotographs?|[Pp]ictures?|[Ii]llustration)\\s+(?:[Bb]y\\s+)?${name}(?:\\s+(?:${name}|and|de|van|von|al|bin)){0,8}(?:,\\s(?:[${anyLetter}’'-]+\\s){0,4}(?:[Ww]riter|[Cc]olumnist|[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]ontributor)|,\\s${name}(?:\\s${name}){0,4})?(?:\\s?[,|·•–—-]\\s?${date})?$`,
);
/** "Photograph: Reuters", "Photo credit: Jane Roe/Reuters". */
const credit = /^(?:photo(?:graph)?|picture|image|illustration|graphic|credit)s?(?: (?:credits?|courtesy of|by))?:/i;
const credited = new RegExp(
  `^(?:© ?)?${name}(?:,? (?:${name}|and|de|van|von|of|via|for)|\\s?[/|]\\s?${name}){0,10}\\.?$`,
);

/** Nearly every other paragraph has a small letter in one of its first two words, and needs no look at its names. */
const mayOpenNote = /^[^a-z\s]\S+\s[^a-z]/;

/** "Jane Roe is a professor of history at …": a note on the author, in the third person and short. */
const authorNote = new RegExp(
  `^${fullName}(?:,[^,]{3,60},)? (?:is|was) (?:an?|the|currently|co-|executive|senior|professor|director|author|founder|chair|president|chief)\\b.{0,160}\\b(?:author|professor|lecturer|fellow|writer|columnist|journalist|editor|director|correspondent|researcher|analyst|founder|contributor|novelist|historian|scholar|blogger|president|advis[eo]r|attorney|lawyer|economist|chair(?:man|woman)?)\\b`,
);

/** "Jane Roe is a former pilot. She writes …": the same by what the next sentence tells of its subject. */
const authorNoteInTwo = new RegExp(
  `^${fullName} (?:is|was) [^.!?]{3,160}\\. (?:He|She|They|His|Her|Their) (?:writes?|teach(?:es)?|tweets?|lives?|works?|is the author|are the authors|(?:[${anyLetter}]+ ){1,4}(?:book|books|novel|column|memoir|work) (?:is|was|are|appears?))\\b`,
);

/** True where a whole block is a byline, a note on the author, a disclaimer, a note on publication or an entry in a list of works. */
export function isBoilerplate(text: string): boolean {
  const plain = withoutEnd(text.replace(/^[\s*_>#-]+/, ''));
  return (
    openings.some(opening => opening.test(plain)) ||
    (mayBeByline.test(plain) && (byline.test(plain) || isCredit(plain))) ||
    (plain.length < longestDated && mayBeDated.test(plain) && dated.test(plain)) ||
    isWorkEntry(plain) ||
    (plain.length < 500 && mayOpenNote.test(plain) && (authorNote.test(plain) || authorNoteInTwo.test(plain)))
  );
}

function isCredit(text: string): boolean {
  const opening = credit.exec(text)?.[0].length ?? 0;
  return opening > 0 && credited.test(text.slice(opening).trimStart());
}

/** Without the marks and white space at the end, which a regular expression would look for from every place on. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s*_]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const numbered =
  /^(?:Figure|Fig\.|Table|Chart|Graph|Map|Photo(?:graph)?|Plate|Exhibit) \d{1,3}(?:[.-]\d{1,3})?[a-z]?(?:[.:]|\s[–—-])\s/;

/** True for a paragraph that has the number of a figure or table in front, as captions have. */
export const isCaption = (text: string): boolean => numbered.test(text);
