import { entries } from '../generated/irregular-forms.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';

/** Irregular forms with their lemma, made when the first lemma is asked for. */
let irregular: Record<'verb' | 'noun' | 'adj', Map<string, string>> | undefined;
function irregularForms() {
  if (irregular) return irregular;
  irregular = { verb: new Map(), noun: new Map(), adj: new Map() };
  for (const { kind, term, phrases } of entries) for (const form of phrases) irregular[kind].set(form, term);
  return irregular;
}

/**
 * The form of a word that a dictionary lists, by its part of speech: "said" as a verb gives "say". A name keeps its capitals, a
 * contraction gives the lemma of its first part, and every other word is in lower case.
 *
 * It is worked out when it is asked for and not kept: few rules ask, a lexicon of forms answers most, and a string for every token
 * would cost more memory than all tags.
 */
export function lemmaOf({ text, normal, pos }: Pick<Token, 'text' | 'normal' | 'pos'>): string {
  switch (pos) {
    case 'propn':
      return text;
    case 'noun':
      return irregularForms().noun.get(normal) ?? singular(normal);
    case 'verb':
    case 'aux': {
      const host = normal.length > 2 ? normal.replace(/(?:n't|'(?:ll|re|ve|m|d))$/, '') : normal;
      if (host === "'s") return 'be';
      if (host === 'wo') return 'will';
      return irregularForms().verb.get(host) ?? (pos === 'aux' ? host : infinitive(host));
    }
    case 'adj':
    case 'adv':
      return irregularForms().adj.get(normal) ?? positive(normal);
    default:
      return normal;
  }
}

/** Nouns in -s that are no plurals. */
const singularInS = wordSet(
  'news politics economics physics mathematics ethics athletics linguistics semantics mechanics robotics gymnastics series thanks pants clothes glasses cosmos surroundings remains arrears species means headquarters lens chaos gas bus atlas bias canvas christmas crossroads alias pancreas diabetes rabies measles always perhaps thus plus yes',
);

function singular(noun: string): string {
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is|[0-9]s)$/.test(noun) || singularInS.has(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

function infinitive(verb: string): string {
  if (/[^s]s$/.test(verb) && verb.length > 3) {
    if (verb.endsWith('ies')) return verb.length === 4 ? verb.slice(0, -1) : `${verb.slice(0, -3)}y`;
    if (/(?:ss|x|ch|sh|zz)es$/.test(verb)) return verb.slice(0, -2);
    return verb.endsWith('us') || verb.endsWith('is') ? verb : verb.slice(0, -1);
  }
  if (/[^aeiou]ied$/.test(verb)) return verb.length === 4 ? verb.slice(0, -1) : `${verb.slice(0, -3)}y`;
  if (/eed$/.test(verb)) return /(?:agreed|freed|guaranteed)$/.test(verb) ? verb.slice(0, -1) : verb;
  const stem = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(verb)?.[1];
  return stem && stem.length > 1 ? fromStem(stem) : verb;
}

/** Endings behind which an e was lost, whatever stands before them. */
const lostE =
  /(?:[cvzu]|[^s]s|[^n]g|[bcdfgkptz]l|[iu]at|chang|rrang|rang|leng|veng|plung|loung|hing|fring|cring|centr|[wtph]ast|[lb]oath|sooth|breath|cloth|creat|guid|suad)$/;
const keptBare = /(?:focus|bias|canvas|debug|humbug|dialog|gas)$/;
/** One vowel and one consonant behind another consonant: "hop", "open". */
const shortEnding = /(?:^|[^aeiou])[aeiouy][bdfgklmnprt]$/;
/** Words of more than one syllable with a short ending that lost an e. */
const longLostE =
  /(?:[aio]b|[aiou]d|ced|ped|rsed|[aiou]k|[aiu]m|(?:bec|welc|overc)om|[iou]l|[iu]n|ven|pon|don|phon|scap|shap|scop|[aiu]r|adher|terfer|(?:pl|gn|t|d)or|at|ut|(?:xc|nc|rec|un|gn|nv|wr)it|(?:pl|l|mp)et|(?:m|v|n)ot)$/;
const longBare =
  /(?:forbid|council|pencil|fulfil|evil|control|patrol|murmur|debut|output|input|combat|format|market|target|budget|ruin|liven|question|mention|debit|merit|pivot|mirror|author|monitor|tutor|pardon|abandon|donkey|victim|program|custom)$/;

/** The infinitive of a stem from which "-ed" or "-ing" was taken: a doubled consonant made single, a lost e put back. */
function fromStem(stem: string): string {
  if (/([bdgkmnprtv])\1$/.test(stem)) return stem === 'add' || stem === 'err' ? stem : stem.slice(0, -1);
  if (/ll$/.test(stem))
    return /[aeiouy].*[aeiouy]ll$/.test(stem) && !/(?:call|fill|stall|(?<!t)roll|sell|pull)$/.test(stem)
      ? stem.slice(0, -1)
      : stem;
  if (/(?:ss|zz|ff)$/.test(stem) || keptBare.test(stem)) return stem;
  if (lostE.test(stem)) return `${stem}e`;
  // The u of "qu" is no vowel.
  const sound = stem.replace('qu', 'q');
  if (!shortEnding.test(sound)) return stem;
  const isLong = /[aeiouy][^aeiouy]+[aeiouy]/.test(sound) || /[aeiou]{2,}[^aeiou]+[aeiouy]/.test(sound);
  return !isLong || (longLostE.test(stem) && !longBare.test(stem)) ? `${stem}e` : stem;
}

/** Adjectives in -est and -ier that compare nothing. */
const positives = wordSet('honest modest earnest dishonest manifest premier');

function positive(word: string): string {
  if (positives.has(word)) return word;
  const y = /^(.{2,}[^aeiou])(?:ier|iest)$/.exec(word)?.[1];
  if (y) return `${y}y`;
  return word;
}
