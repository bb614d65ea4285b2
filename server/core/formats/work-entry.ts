import { anyCapital, anyLetter } from '../text/letter-classes.ts';

const number = '(?:\\[?\\d{1,3}[\\].)]?\\s{1,4})?';
const surname = `(?:(?:de|van|von|der|den|di|da|la|le) ){0,2}[${anyCapital}][${anyLetter}'’-]{1,40}(?: [${anyCapital}][${anyLetter}'’-]{1,40})?`;
const between = '(?:[,;]? (?:and|&) |[,;] (?:(?:and|&) )?)';
const year = '(?:(?:1[5-9]|20)\\d\\d[a-z]?(?:[-–/]\\d{2,4})?|n\\.d\\.|forthcoming|in press)';

/** "Smith, J. A.", "Smith, Jane", "Smith JA". */
const withInitials = `${surname}, (?:[${anyCapital}]\\. ?[-–]?){1,4}`;
const withGiven = `${surname}, [${anyCapital}][${anyLetter}'’-]{1,30}(?: [${anyCapital}]\\.?){0,2}`;
/** An author behind the first, whose given name stands in front; "and" is none of it, so that there is one way to part them. */
const inOrder = `[${anyCapital}](?:(?! (?:and|&) )[${anyLetter}'’. -]){3,60}`;
const unstopped = `${surname} [${anyCapital}]{1,3}`;
const list = (author: string, next = author) => `${author}(?:${between}(?:${next})){0,20}`;
const others = '(?:,? et al\\.?)?(?:,? \\([Ee]ds?\\.\\))?';

/** How an entry in a list of works opens, in the styles of APA and Harvard, of Chicago and MLA, and of medicine. */
const forms = [
  // "Smith, J. and Roe, A. (2019). Title.", "Smith, J., 2019. Title."
  `${list(withInitials)}${others}[,.]? ?(?:\\(${year}(?:, [^()]{1,30})?\\)[.:,]?|${year}[.:,]) ["“‘'*_]{0,2}[${anyCapital}\\d]`,
  // "Smith, Jane, and Anna Roe. 2019. Title.", "Smith, Jane. “Title.” Press, 2019."
  `${list(withGiven, inOrder)}${others}\\. (?:${year}\\. ["“‘'*_]{0,2}[${anyCapital}\\d]|["“‘'*_]{0,2}[${anyCapital}\\d][^\\n]{3,400}, ${year}(?:, pp?\\. ?[\\d–-]{1,12})?\\.$)`,
  // "Smith JA, Roe B. Title. Lancet 2019;398:1200."
  `${list(unstopped)}(?:, et al)?\\. [${anyCapital}\\d][^\\n]{5,400}[ (]${year}(?:;|\\)?\\.$)`,
];
const entry = new RegExp(`^${number}(?:${forms.join('|')})`);

/** True for a paragraph that has the form of an entry in a list of works: it says where something stands, and asserts nothing. */
export const isWorkEntry = (text: string): boolean => entry.test(text);
