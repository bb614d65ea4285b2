import type { Span } from '../../server/core/index.ts';
import { addedAwayFrom, type Draft, oneOf, type Planted, replaced } from './draft.ts';
import { dayBeside, figureSlip, monthNames, spellingSlip, titleSlip, weekdayBeside } from './slips.ts';

/** Plants one contradiction of a kind into a draft, or nothing where the draft has no place for it. */
export type Planter = (draft: Draft, random: () => number) => Planted | undefined;

const titled =
  /\b(President|Senator|Sen\.|Governor|Gov\.|General|Gen\.|Judge|Justice|Ambassador|Chancellor|Mayor|Professor|Secretary) ((?:[A-Z][a-z]+ )?([A-Z][a-z]{3,}))\b/g;

/** Every kind of slip, by name. They were written before the rules that look for such slips, and share nothing with them. */
export const planters: Readonly<Record<string, Planter>> = {
  /** What a sentence says with a figure is said again further down, with the figure mistaken. */
  'figure restated': (draft, random) => {
    const found = oneOf(figuresIn(draft), random);
    const slip = found && figureSlip(found.words, random);
    return found && slip ? restatedAway(draft, found, slip, random) : undefined;
  },

  /** A figure that a draft gives twice is mistaken in one of the places. */
  'figure repeated': (draft, random) => {
    const figures = figuresIn(draft);
    const behind = ({ end }: Span) => /^\W+(\w+)/.exec(draft.text.slice(end))?.[1]?.toLowerCase();
    const twice = figures.filter(one =>
      figures.some(other => other.start < one.start && other.words === one.words && behind(other) === behind(one)),
    );
    const found = oneOf(twice, random);
    const slip = found && figureSlip(found.words, random);
    return found && slip ? replaced(draft, found, slip) : undefined;
  },

  /** The weekday of another day is put before a date. */
  'weekday of a date': (draft, random) => {
    const dates = matches(
      draft,
      new RegExp(
        `\\b(${monthNames}) (\\d{1,2}), ((?:1[89]|20)\\d\\d)\\b|\\b(\\d{1,2}) (${monthNames}) ((?:1[89]|20)\\d\\d)\\b`,
        'g',
      ),
    );
    const found = oneOf(dates, random);
    if (!found) return undefined;
    const [, month, day, year, dayFirst, monthSecond, yearLast] = found.groups;
    const weekday = weekdayBeside(
      Number(year ?? yearLast),
      month ?? monthSecond ?? '',
      Number(day ?? dayFirst),
      random() < 0.5 ? 1 : -1,
    );
    return replaced(draft, found, `${weekday}, ${found.words}`);
  },

  /** What happened on a day is told again, a day off. */
  'day moved': (draft, random) => {
    const found = oneOf(
      matches(draft, new RegExp(`\\b(?:(${monthNames}) (\\d{1,2})|(\\d{1,2}) (${monthNames}))\\b`, 'g')),
      random,
    );
    if (!found) return undefined;
    const [, month, day, dayFirst, monthSecond] = found.groups;
    const other = dayBeside(Number(day ?? dayFirst), random);
    const slip = month ? `${month} ${other}` : `${other} ${monthSecond}`;
    return restatedAway(draft, found, slip, random);
  },

  /** What happened in a year is told again, a year or ten off. */
  'year moved': (draft, random) => {
    const found = oneOf(matches(draft, /(?<=\b[Ii]n )(?:1[89]|20)\d\d\b(?!-|–|s)/g), random);
    if (!found) return undefined;
    const slip = String(Number(found.words) + (oneOf([1, -1, 10, -10], random) ?? 1));
    return restatedAway(draft, found, slip, random);
  },

  /** A person named at least three times is misspelt once. */
  'name misspelt': (draft, random) => {
    const surnames = matches(
      draft,
      /(?<=\b(?!On|In|The|For|And|But|By|Since|Last|This)[A-Z][a-z]+ )[A-Z][a-z]{4,}\b/g,
    ).filter(
      ({ words }) =>
        !new RegExp(`${monthNames}|day$`).test(words) && matches(draft, new RegExp(`\\b${words}\\b`, 'g')).length >= 3,
    );
    const name = oneOf(surnames, random);
    const found = name && matches(draft, new RegExp(`\\b${name.words}\\b`, 'g')).at(-1);
    const slip = found && spellingSlip(found.words, random);
    return found && slip && !draft.text.includes(slip) ? replaced(draft, found, slip) : undefined;
  },

  /** Somebody with a title gets another one where the surname stands again. */
  'title swapped': (draft, random) => {
    const places = matches(draft, titled).flatMap(({ groups, end }) => {
      const [, title = '', , surname = ''] = groups;
      const again = matches(draft, new RegExp(`(?<![A-Z][\\w.]+ )\\b${surname}\\b`, 'g')).find(one => one.start > end);
      return again ? [{ title, again }] : [];
    });
    const found = oneOf(places, random);
    const slip = found && titleSlip(found.title, random);
    return found && slip ? replaced(draft, found.again, `${slip} ${found.again.words}`) : undefined;
  },

  /** A rise or fall that does not follow from the two figures beside it. */
  'per cent miscomputed': (draft, random) => {
    const from = 20 + Math.floor(random() * 700);
    const by = oneOf([10, 15, 20, 25, 30, 40, 50, 60, 75, 80], random) ?? 50;
    const isRise = random() < 0.6;
    const to = Math.round(from * (1 + (isRise ? by : -by) / 100));
    const wrong = by + (oneOf([8, 12, 20, -6, 33], random) ?? 8);
    const cent = oneOf(['per cent', 'percent', '%'], random) ?? 'per cent';
    const share = cent === '%' ? `${wrong}%` : `${wrong} ${cent}`;
    const thing = oneOf(
      ['Membership', 'The number of seats', 'The waiting list', 'Enrolment', 'The budget of the clinic'],
      random,
    );
    const sentence = isRise
      ? oneOf(
          [
            `${thing} rose from ${from} to ${to}, a ${share} increase.`,
            `${thing} grew by ${share}, from ${from} to ${to}, in a single year.`,
            `${thing} went up from ${from} to ${to}, a rise of ${share}.`,
          ],
          random,
        )
      : oneOf(
          [
            `${thing} fell from ${from} to ${to}, a ${share} drop.`,
            `${thing} shrank by ${share}, from ${from} to ${to}.`,
            `${thing} dropped from ${from} to ${to}, a fall of ${share}.`,
          ],
          random,
        );
    return sentence ? addedAwayFrom(draft, placeIn(draft, random), sentence) : undefined;
  },

  /** Parts that make more than the whole. */
  'parts and whole': (draft, random) => {
    const [a, b] = [20 + Math.floor(random() * 30), 20 + Math.floor(random() * 30)];
    const rest = 100 - a - b + 10 + Math.floor(random() * 15);
    const whole = 60 + Math.floor(random() * 300);
    const part = Math.floor(whole * 0.4);
    const left = whole - part + (random() < 0.5 ? 12 : -7);
    const sentence = oneOf(
      [
        `In the vote, ${a} per cent were in favour, ${b} per cent against and ${rest} per cent undecided.`,
        `Of the ${whole} members, ${part} voted for the plan and the other ${left} against.`,
        `The hall has ${whole} seats, ${part} upstairs and ${left} downstairs.`,
        `The survey found ${a}% for, ${b}% against and ${rest}% without an opinion.`,
      ],
      random,
    );
    return sentence ? addedAwayFrom(draft, placeIn(draft, random), sentence) : undefined;
  },

  /** The headline gives a figure of the body, mistaken. */
  'headline figure': (draft, random) => {
    const headline = draft.paragraphs[0];
    const found = oneOf(
      figuresIn(draft).filter(({ start }) => start > (headline?.end ?? 0)),
      random,
    );
    const slip = found && figureSlip(found.words, random);
    if (!headline || !found || !slip) return undefined;
    const words = tailOf(draft, found).split(' ').slice(0, 5).join(' ');
    return replaced(draft, headline, `${slip}${words}: ${draft.text.slice(headline.start, headline.end)}`);
  },

  /** An acronym that was introduced is introduced again, for another name. */
  'acronym twice': (draft, random) => {
    const found = oneOf(
      matches(draft, /((?:[A-Z][a-z]+ (?:(?:of|for|and|on|the) ){0,2}){2,5})\(([A-Z]{2,6})\)/g),
      random,
    );
    if (!found) return undefined;
    const [, name = '', acronym = ''] = found.groups;
    const words = name.trim().split(' ');
    const last = words.at(-1) ?? '';
    const others = [
      'Association',
      'Agency',
      'Authority',
      'Council',
      'Commission',
      'Committee',
      'Centre',
      'Force',
      'Foundation',
      'Union',
      'Organisation',
      'Party',
      'Programme',
      'Institute',
      'Initiative',
      'Bureau',
      'Board',
      'Service',
      'Society',
    ];
    const other = oneOf(
      others.filter(word => word[0] === last[0] && word.slice(0, 4) !== last.slice(0, 4)),
      random,
    );
    return other
      ? addedAwayFrom(
          draft,
          found.start,
          `None of that surprised the ${[...words.slice(0, -1), other].join(' ')} (${acronym}).`,
        )
      : undefined;
  },

  /** An age that the year of birth does not give. */
  'age and birth': (draft, random) => {
    const who = oneOf(['Ingrid Solberg', 'Tomas Varga', 'Amara Nwosu', 'Peter Lindgren', 'Rosa Ferreira'], random);
    const year = 1925 + Math.floor(random() * 45);
    const then = year + 20 + Math.floor(random() * 35);
    const age = then - year + (oneOf([3, -4, 10, -10], random) ?? 3);
    const sentence = oneOf(
      [
        `${who}, born in ${year}, was ${age} years old in ${then}.`,
        `${who} was born in ${year} and died in ${then} at the age of ${age}.`,
        `Born in ${year}, ${who} was ${age} when the matter came up in ${then}.`,
      ],
      random,
    );
    return sentence ? addedAwayFrom(draft, placeIn(draft, random), sentence) : undefined;
  },
};

interface Found extends Span {
  readonly words: string;
  readonly groups: readonly (string | undefined)[];
}

/** Where an expression fits, outside quotation marks and behind the headline. */
const matches = (draft: Draft, pattern: RegExp): Found[] =>
  [...draft.text.matchAll(pattern)]
    .filter(({ index }) => !draft.isQuoted(index) && index > (draft.paragraphs[0]?.end ?? 0))
    .map(match => ({ start: match.index, end: match.index + match[0].length, words: match[0], groups: [...match] }));

/** Figures of two digits or more, or with a unit, that are no years, dates, ordinals or parts of names. */
const figuresIn = (draft: Draft): Found[] =>
  matches(
    draft,
    new RegExp(
      `(?<![\\w.,:/–-]|(?:${monthNames}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No)\\.|Article|Section|Chapter|Resolution|page) )(?:[$£€] ?)?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\w/:–-]|\\.\\d|,\\d| (?:${monthNames}))(?:%| per ?cent| million| billion| trillion)?`,
      'g',
    ),
  ).filter(({ words }) => {
    const digits = words.replace(/\D/g, '');
    if (/^(?:1[5-9]|20)\d\d$/.test(words)) return false;
    return digits.length >= 2 || (/[%$£€]|[a-z]/.test(words) && digits.length > 0);
  });

const placeIn = ({ paragraphs }: Draft, random: () => number): number => oneOf(paragraphs.slice(1), random)?.start ?? 0;

/** The words behind a figure up to the end of its clause, the space before them included. */
const tailOf = ({ text }: Draft, { end }: Span): string =>
  /^[^.;:!?()—\n]*?(?=,\s|[.;:!?()—\n]|$)/.exec(text.slice(end))?.[0].trimEnd() ?? '';

/** Says what stands around a figure or date again, elsewhere, with a slip in its place. */
function restatedAway(draft: Draft, found: Span, slip: string, random: () => number): Planted | undefined {
  const sentence = restated(draft, found, slip, random);
  return sentence ? addedAwayFrom(draft, found.start, sentence) : undefined;
}

/** The fewest words that say anything which could be contradicted. */
const shortestClause = 7;

/** The clause around a figure or date, or where it is short the whole sentence, said again with other words around it. */
function restated(draft: Draft, found: Span, slip: string, random: () => number): string | undefined {
  const sentence = draft.sentences.find(({ start, end }) => start <= found.start && found.end <= end);
  if (!sentence) return undefined;
  const before = draft.text.slice(sentence.start, found.start);
  const opening = /(?:^|[;:()—]|,\s)\s*([^;:()—,]*)$/.exec(before)?.[1] ?? '';
  const tail = tailOf(draft, found);
  const isShort = wordsIn(opening) + wordsIn(tail) < shortestClause;
  const clause = isShort ? before + slip + draft.text.slice(found.end, sentence.end) : opening + slip + tail;
  const plain = clause
    .replace(/["“”]/g, '')
    .replace(/[.!?]\s*$/, '')
    .trim();
  if (wordsIn(plain) < shortestClause) return undefined;
  const lower =
    /^(?:The|A|An|In|On|It|This|That|There|These|Those|At|By|But|And|For|We|They|He|She|When|More|Only|Some|From)\b/.test(
      plain,
    )
      ? plain.charAt(0).toLowerCase() + plain.slice(1)
      : plain;
  const forms = [`As noted, ${lower}.`, `${plain.charAt(0).toUpperCase()}${plain.slice(1)}, and that is the point.`];
  if (wordsIn(tail) > 2 && !/^(?:1[5-9]|20)\d\d$/.test(slip))
    forms.push(`Think of it: ${slip}${tail.split(' ').slice(0, 7).join(' ')}.`);
  return oneOf(forms, random);
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;
