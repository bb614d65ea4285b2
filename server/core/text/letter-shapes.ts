/** Pairs of consonants with which words of English begin, loan words among them. */
const openings =
  'bl br ch cl cr cz dj dr dw fj fl fr gh gl gn gr kh kl kn kr ll mc mn ph pl pn pr ps pt rh sc sh sk sl sm sn sp sq sr st sv sw tc th tr ts tw tz vl wh wr zw';
/** Pairs with which they end, apart from those with the “s” of plurals. */
const closings =
  'bb bt ch ck ct cz dd dg dt dz ff fg fl ft gg gh gm gn hl hm hn ht kh lb lc ld lf lg lk ll lm ln lp lt lv mb mm mn mp nc nd ng nk nn nt nx nz ph pt pp rb rc rd rf rg rh rk rl rm rn rp rr rt rv sc sh sk sm sp ss st tc th tt tz wd wk wl wn wt xt zz';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const consonants = [...'bcdfghjklmnpqrstvwxz'];
const firstLetter = letters.charCodeAt(0);

/** The number of the pair of small letters at an offset. */
const pairAt = (word: string, at: number): number =>
  (word.charCodeAt(at) - firstLetter) * letters.length + word.charCodeAt(at + 1) - firstLetter;

/** For each pair of letters 1 where it is of consonants and not listed: every word of a draft is looked at. */
function unlisted(listed: string): Uint8Array {
  const known = new Set(listed.split(' '));
  const table = new Uint8Array(letters.length ** 2);
  for (const first of consonants)
    for (const second of consonants) if (!known.has(first + second)) table[pairAt(first + second, 0)] = 1;
  return table;
}
const neverOpens = unlisted(openings);
const neverCloses = unlisted(closings);

/** Whether a word of small letters, a to z, begins or ends as none in English does, as where a scanner took letters for others: “bcen”, “rnore”, “thc”. */
export function isMisshapen(word: string): boolean {
  if (word.length < 3) return false;
  return neverOpens[pairAt(word, 0)] === 1 || (!word.endsWith('s') && neverCloses[pairAt(word, word.length - 2)] === 1);
}

/** Whether a word is of the letters a to z alone, and small ones. */
export function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - firstLetter;
    if (letter < 0 || letter >= letters.length) return false;
  }
  return true;
}
