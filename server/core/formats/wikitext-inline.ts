import { decodeHTML } from 'entities';
import { characterReference, type InlineRule, type InlineSyntax } from './inline-rules.ts';

/** Templates by which Wikipedia asks for a source; their names, without regard to case. */
const needs =
  'citation needed|cn|fact|cb|citation needed span|source\\?|unreferenced inline|unreliable source\\??|better source needed|failed verification|verification needed|verify source|page needed|who\\??|whom\\??|by whom\\??|according to whom\\??|which\\??|when\\??|where\\??|how many\\??|clarify|clarification needed|dubious|vague|weasel inline|attribution needed|quantify|specify';
const citing =
  'cite[ _][^|{}]{1,40}|citation|sfn[mp]?|harv(?:nb|txt|col|colnb|p|s)?|rp|refn|efn(?:-[a-z]{2})?|ref|snf|cite|vcite[^|{}]{0,40}';
/** Templates whose first argument, behind others in front, is words. */
const wording = 'nowrap|nobr|small|big|em|strong|tq|tqq|not a typo|as written|sic|visible anchor|abbr|tooltip';
/** Templates that quote, whose words may stand behind what is said about them. */
export const quotingTemplates =
  'quote|blockquote|cquote|rquote|bquote|quotation|quote box|quote frame|quotebox|pull quote|poemquote|poem quote';

const template = (names: string) => new RegExp(String.raw`(?=\{\{\s{0,10}(?:${names})\s{0,10}(?:[|}]))`, 'iy');

/** Templates of money, and the sign that each sets. */
const currencies: Readonly<Record<string, string>> = {
  '(?:USD?|US\\$|usd)': '$',
  '(?:GBP|£|pound sterling)': '£',
  '(?:EUR|€|euro)': '€',
  '(?:INR|₹|indian rupees?)': '₹',
  '(?:JPY|CNY|¥|yen)': '¥',
};
/** Templates that set a character. */
const characters: Readonly<Record<string, string>> = {
  ndash: '–',
  'en dash': '–',
  mdash: '—',
  'em dash': '—',
  snd: ' – ',
  spnd: ' – ',
  'spaced ndash': ' – ',
  'spaced en dash': ' – ',
  nbsp: ' ',
  space: ' ',
  "'": '’',
  "'s": '’s',
  '!': '|',
};
const number = String.raw`[-+−]?\d[\d.,]{0,30}`;

/** A template whose first arguments are figures. */
const figure = (
  names: string,
  words: string,
  around: readonly [string, string] = ['', ''],
  between: readonly string[] = [],
): InlineRule => ({
  at: new RegExp(String.raw`\{\{\s{0,10}${names}\s{0,5}\|${words}(?:\|[^{}]{0,300})?\}\}`, 'diy'),
  around,
  between,
});

const rules: readonly InlineRule[] = [
  { at: /<!--[\s\S]*?(?:-->|$)/y },
  // Notes, citations, templates.
  {
    at: /<ref\s[^<>]{0,200}?name\s{0,5}=\s{0,5}["']?(?<target>[^<>"'/]{1,200}?)["']?(?:\s[^<>]{0,100}?)?\/>/diy,
    is: 'footnote',
    labelled: true,
  },
  { at: /<ref(?:\s[^<>]{0,300})?\/>/iy, is: 'footnote' },
  {
    at: /<ref\s[^<>]{0,200}?name\s{0,5}=\s{0,5}["']?(?<target>[^<>"'/]{1,200}?)["']?(?:\s[^<>/]{0,100})?>(?<note>(?:(?!<\/?ref\b)[\s\S]){0,5000})<\/ref\s{0,5}>/diy,
    is: 'footnote',
    labelled: true,
  },
  { at: /<ref(?:\s[^<>/]{0,300})?>(?<note>(?:(?!<\/?ref\b)[\s\S]){0,5000})<\/ref\s{0,5}>/diy, is: 'footnote' },
  {
    at: /\{\{\s{0,10}r\s{0,5}\|(?<target>[^{}]{1,500})\}\}/diy,
    is: 'footnote',
    keys: /(?<=^|\|)([^|=\s][^|=]{0,200})(?=\||$)/g,
  },
  { at: template(needs), is: 'placeholder', argument: 'hidden' },
  {
    at: /\{\{\s{0,10}(?:efn(?:-[a-z]{2})?|refn)\s{0,5}\|(?:\s{0,10}(?:name|group)\s{0,5}=[^{}|]{0,100}\|){0,2}(?<note>(?:[^{}]|\{\{(?:[^{}]|\{\{[^{}]{0,300}\}\}){0,1000}\}\}){1,4000})\}\}/diy,
    is: 'footnote',
  },
  { at: template(citing), is: 'citation', argument: 'hidden' },
  {
    at: new RegExp(
      String.raw`\{\{\s{0,10}(?:${wording})\s{0,5}\|(?:(?:1|text|quote)\s{0,5}=)?(?<words>[^{}|]{1,2000})(?:\|[^{}]{0,500})?\}\}`,
      'diy',
    ),
  },
  {
    at: new RegExp(
      String.raw`\{\{\s{0,10}(?:${quotingTemplates})\s{0,5}\|(?:\s{0,10}(?!(?:1|text|quote)\s{0,10}=)[\w-][\w -]{0,30}=[^{}|]{0,500}\|){0,12}\s{0,10}(?:(?:1|text|quote)\s{0,10}=\s{0,10})?(?<words>(?=\S)(?:[^{}[\]|]|\[\[[^[\]]{1,300}\]\]|\[(?!\[)|\](?!\])|\{\{[^{}]{1,300}\}\}){1,4000})(?:\|(?:[^{}]|\{\{[^{}]{0,300}\}\}){0,1000})?\}\}`,
      'diy',
    ),
  },
  {
    at: /\{\{\s{0,10}(?:lang|transl?|translation)\s{0,5}\|[^{}|]{1,20}\|(?<words>[^{}|]{1,2000})(?:\|[^{}]{0,500})?\}\}/diy,
  },
  // Figures that a template sets, in the unit that they are given in.
  figure(
    '(?:convert|cvt)',
    String.raw`(?<words>${number})\|(?:(?<words2>to|and|or|by|[-–x×])\|(?<words3>${number})\|)?(?<words4>[^{}|=]{1,30})`,
  ),
  ...Object.entries(currencies).map(([names, sign]) => figure(names, '(?<words>[^{}|=]{1,60})', [sign, ''])),
  figure('currency', '(?<words>[^{}|=]{1,60})(?:\\|(?<words2>[A-Z]{3}))?'),
  figure('(?:circa|c\\.|ca\\.)', '(?<words>[^{}|=]{1,30})', ['c. ', '']),
  figure('(?:val|formatnum|nts|ntsh)', '(?<words>[^{}|=]{1,30})'),
  figure('(?:percent|pct)', '(?<words>[^{}|=]{1,30})', ['', '%']),
  figure(
    '(?:frac|fraction|sfrac)',
    String.raw`(?<words>\d{1,9})\|(?<words2>\d{1,9})\|(?<words3>\d{1,9})`,
    ['', ''],
    [' ', '/'],
  ),
  figure('(?:frac|fraction|sfrac)', String.raw`(?<words>\d{1,9})\|(?<words2>\d{1,9})`, ['', ''], ['/']),
  figure('(?:frac|fraction|sfrac)', String.raw`(?<words>\d{1,9})`, ['1/', '']),
  { at: /\{\{\s{0,10}(?<words>as of)\s{0,5}\|(?:since=y\|)?(?<words2>[^{}|=]{1,30})(?:\|[^{}]{0,200})?\}\}/diy },
  // Characters.
  {
    at: /\{\{\s{0,5}(ndash|mdash|en dash|em dash|snd|spnd|spaced (?:ndash|en dash)|nbsp|space|'s?|!)\s{0,5}\}\}/iy,
    reads: ([, name = '']) => characters[name.toLowerCase()],
  },
  { at: /(?=\{\{)/y, argument: 'hidden' },
  // What holds no words.
  {
    at: /<(nowiki|pre|math|chem|code|tt|syntaxhighlight|source|score|gallery|timeline|templatestyles)(?:\s[^<>]{0,300})?(?:\/>|>(?:(?!<\/?\1)[\s\S]){0,5000}<\/\1\s{0,5}>)/iy,
    reads: ([whole, tag]) => (tag?.toLowerCase() === 'nowiki' ? nowiki(whole) : ''),
  },
  // Links. A page of the same wiki is no source.
  { at: /(?=\[\[\s{0,5}:?(?:File|Image|Category|Media|Datei|Fichier)\s{0,5}:)/iy, argument: 'hidden' },
  // The same page in another language stands beside the text.
  { at: /\[\[(?!voy:|mw:|doi:)[a-z]{2,3}(?:-[a-z]{2,10})?:[^[\]\n]{1,300}\]\]/y },
  {
    at: /\[\[:?(?:[^[\]|:\n]{1,60}:)?(?<words>[^[\]|(,:\n]{1,200}?)(?:\s?\([^[\]|()\n]{0,100}\)|,[^[\]|\n]{0,100})?\|\]\]/dy,
  },
  { at: /\[\[[^[\]|\n]{0,300}\|(?<words>[^[\]|]{1,500})\]\]/dy },
  { at: /\[\[:?(?<words>[^[\]|\n]{1,300})\]\]/dy },
  {
    at: /\[(?<target>(?:https?:|ftp:|mailto:)?\/\/[^\s[\]<>"]{1,2000})[ \t]{1,5}(?<words>[^[\]\n]{1,500})\]/diy,
    is: 'link',
  },
  { at: /\[(?<target>(?:https?:|ftp:)?\/\/[^\s[\]<>"]{1,2000})\]/diy, is: 'link' },
  // Tags, emphasis, behaviour switches.
  { at: /<br\s{0,5}\/?>/iy, reads: ' ' },
  { at: /<q(?:\s[^<>]{0,300})?>/iy, reads: '“' },
  { at: /<\/q>/iy, reads: '”' },
  { at: /<\/?[a-z][^<>]{0,500}>/iy },
  { at: /'{2,5}/y },
  { at: /__[A-Z]{3,30}__|~{3,5}/y },
  characterReference,
];

const nowiki = (whole: string): string => decodeHTML(whole.replace(/<[^<>]*>/g, ''));

/** Wikitext inside a block. */
export const wikitextInline: InlineSyntax = {
  trigger: /[<{[&~]|''|__/gu,
  rules,
  brackets: /[[\]{}]/g,
};
