/** Pairs of consonants with which words of English begin, loan words among them. */
const openings = pairs(
  'bl br ch cl cr cz dj dr dw fj fl fr gh gl gn gr kh kl kn kr ll mc mn ph pl pn pr ps pt rh sc sh sk sl sm sn sp sq sr st sv sw tc th tr ts tw tz vl wh wr zw',
);
/** Pairs with which they end, apart from those with the “s” of plurals. */
const closings = pairs(
  'bb bt ch ck ct cz dd dg dt dz ff fg fl ft gg gh gm gn hl hm hn ht kh lb lc ld lf lg lk ll lm ln lp lt lv mb mm mn mp nc nd ng nk nn nt nx nz ph pt pp rb rc rd rf rg rh rk rl rm rn rp rr rt rv sc sh sk sm sp ss st tc th tt tz wd wk wl wn wt xt zz',
);

function pairs(listed: string): ReadonlySet<string> {
  return new Set(listed.split(' '));
}

const firstConsonants = /^[b-df-hj-np-tv-xz]{2}/;
const lastConsonants = /[b-df-hj-np-tv-xz]{2}$/;

/** Whether a word of small letters begins or ends as none in English does, as where a scanner took letters for others: “bcen”, “rnore”, “thc”. */
export function isMisshapen(word: string): boolean {
  if (word.length < 3) return false;
  if (firstConsonants.test(word) && !openings.has(word.slice(0, 2))) return true;
  return lastConsonants.test(word) && !word.endsWith('s') && !closings.has(word.slice(-2));
}
