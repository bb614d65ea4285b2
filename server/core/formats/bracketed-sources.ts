import { entries as placeEntries } from '../generated/places.ts';
import type { Evidence } from '../model/evidence.ts';
import { anyCapital, anyLetter } from '../text/letter-classes.ts';
import { month } from './month.ts';

const year = '(?:1[5-9]|20)\\d\\d[a-z]?';
const pages = '(?:(?:, (?:pp?|ch|vol|sec|para|art|no)s?\\. ?| ?: ?)[\\d.]{1,6}(?:[-–]\\d{1,5})?){0,2}';
const day = `(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?${month}(?:,? ${year})?|${month} \\d{1,2}(?:st|nd|rd|th)?(?:, ${year})?|${year}-\\d\\d-\\d\\d)`;

const capital = `[${anyCapital}][${anyLetter}\\d'’.&-]{0,40}`;
const surname = `[${anyCapital}][${anyLetter}'’-]{1,40}`;
const authors = `${surname}(?:(?:, ${surname}){0,3},? (?:and|&) ${surname}|,? et al\\.?)?`;
/** A name of several words with a year alone is that of an author only where one of them says that it is an institution or a paper. */
const institution = `(?:[Tt]he )?(?:${surname} ){0,4}(?:Agency|Alliance|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Coalition|Commission|Committee|Consortium|Council|Department|Federation|Forum|Foundation|Fund|Group|Inspectorate|Institute|Journal|Ministry|Network|Observatory|Office|Organi[sz]ation|Partnership|Post|Research|Society|Statistics|Survey|Times|Trust|Union|Unit|University|Watch)(?: (?:of|for|on)(?: the)?(?: ${surname}){1,3})?`;
const name = `(?:[Tt]he )?${capital}(?: (?:(?:of|for|and|on|the|de|van|von|&) ){0,2}${capital}){0,8}`;
const more = ', [^,;()]{2,60}';

/** What stands between brackets, or between semicolons in them, if it is a source: in each way that writers give one. */
const forms = [
  // "Smith 2019, p. 4", "Lind and Roe, 2020", "World Bank, 2018"
  `(?:${authors}|${institution}),? (?:${year}|forthcoming|in press|n\\.d\\.)${pages}`,
  // "Lancet 2021;398:1200", "BMJ 2019; 364(2): l189", as medicine cites
  `${name}\\.? ${year}; ?\\d{1,4}(?:\\(\\d{1,3}\\))?: ?[a-z]?\\d{1,6}(?:[-–]\\d{1,6})?`,
  // "Ministry of Interior, 12 May 2025", "Halden Post, May 2024"
  `(?<name>${name})(?:${more}){0,2}, ${day}${pages}`,
  // "Hospital Trust, Closure Report, 2022"
  `(?<work>${name})(?:, [Tt]he)?, [${anyCapital}][^,;()]{2,80}(?:${more})?, ${year}${pages}`,
  // "Home Office statistics, 2013", "Halden Council annual accounts 2021"
  `${name}(?: [a-z]{3,12})? (?:accounts|audit|census|data|estimates|figures|poll|records|report|review|statistics|study|survey),?(?: for)? ${year}${pages}`,
  // "interview with Jane Roe, 4 May 2024"
  `(?:${name}, |[a-zß-öø-ÿ][${anyLetter}'’]{1,20} ){0,2}(?:[Ii]nterview|[Cc]onversation|[Ll]etter|[Ee]-?mail|[Ss]tatement|[Ss]peech|[Pp]hone call|[Pp]ress release)\\b[^;()]{0,60}, (?:${day}|${year})`,
  `(?:[Ii]bid(?:em)?|[Oo]p\\. ?cit|[Ll]oc\\. ?cit)\\.?(?:,? [^;()]{1,40})?`,
  '[Ss]ources?: [^()\\n]{2,150}',
];
const whole = new RegExp(`^(?:see (?:also )?|cf\\.? |e\\.g\\.,? )?(?:${forms.join('|')})$`);

/** "In 2019", "May 2019": times, not authors. "Battle of Halden, 4 May 1712": what happened, not who said so. */
const noName =
  /^(?:In|Since|By|From|Until|Before|After|Circa|On|At|Spring|Summer|Autumn|Winter|Founded|Born|Died|Published|Updated|Chapter|Section|Table|Figure|Page|Act|Part|Battle|Treaty|Siege|War)\b/;
const opensWithMonth = new RegExp(`^${month}(?![${anyLetter}])`);
const places: ReadonlySet<string> = new Set(
  placeEntries.flatMap(({ kind, phrases }) => (kind === 'people' ? [] : phrases)),
);

/** What every form has, which is quicker to look for: a date, a word for none, or one that says what it is. */
const mayBeSource = /\d|forthcoming|in press|n\.d\.|[Ii]bid|[Cc]it\b|[Ss]ources?:/;

function isSource(words: string): boolean {
  const plain = words.trim();
  if (!mayBeSource.test(plain)) return false;
  if (noName.test(plain) || opensWithMonth.test(plain)) return false;
  return whole.test(plain) && !places.has((plain.split(',', 1)[0] as string).toLowerCase());
}

const brackets = /\(([^()\n]{3,300})\)|\[([^[\]\n]{3,150})\](?![(:[])/gu;
/** "Smith (2019) found": the year of an author who is named in the sentence. */
const narrative = new RegExp(
  `(?<=(?<author>${surname}(?: (?:and|&) ${surname}| et al\\.?)?|${institution}) )\\((?:${year}${pages}|${day})\\)(?= (?:also |has |have |had |later |already |first )?(?:argue|calculate|claim|conclude|count|describe|document|estimate|find|found|identif(?:y|ie)|note|observe|point|put|record|report|say|said|saw|show|state|suggest|warn|wr[io]te|tell|told)(?:s|d|ed|n)?\\b)`,
  'g',
);

/** A date in brackets with a word behind it. */
const mayBeNarrative = /\([^()]{0,20}\d[^()]{0,40}\) \w/;

/** The sources in brackets of a text: "(Smith 2019)", "[Reuters, 3 May]", and the year in "Smith (2019) found". */
export function bracketedSources(text: string): Evidence[] {
  if (!/[([]/.test(text)) return [];
  const found: Evidence[] = [];
  for (const { index, 0: mark, 1: round, 2: square } of text.matchAll(brackets)) {
    const words = round ?? square ?? '';
    // A list of sources is one only where each is, but a colon says it of all.
    const parts = /^[Ss]ources?:/.test(words) ? [words] : words.split(/;(?! ?\d{1,4}(?:\(\d{1,3}\))?:)/);
    if (
      !/^\W*[\d\p{Lu}]|^(?:see|cf|e\.g|ibid|op\.|loc\.|source|interview|conversation|letter|e-?mail|statement|speech|phone|press|the|author)/u.test(
        words,
      )
    )
      continue;
    if (parts.every(isSource))
      found.push({ kind: 'citation', target: mark, note: words, start: index, end: index + mark.length });
  }
  if (mayBeNarrative.test(text))
    for (const { index, 0: mark, groups } of text.matchAll(narrative))
      found.push({
        kind: 'citation',
        target: mark,
        note: `${groups?.['author']}, ${mark.slice(1, -1)}`,
        start: index,
        end: index + mark.length,
      });
  return found;
}
