import { expect, test } from 'vitest';
import type { Pos } from '../../../server/core/model/pos.ts';
import { lemmaOf } from '../../../server/core/text/lemma.ts';

const lemma = (word: string, pos: Pos) => lemmaOf({ text: word, normal: word.toLowerCase().replace(/’/g, "'"), pos });

test.each<[Pos, string]>([
  ['verb', 'said say, Claims claim, argued argue, denied deny, stopped stop, hoping hope, making make, agreed agree'],
  ['verb', 'opened open, visiting visit, considered consider, provided provide, required require, called call'],
  ['verb', 'controlled control, passes pass, bringing bring, changed change, lies lie, dying die, installed install'],
  ['verb', 'created create, released release, settled settle, explains explain, adding add, focused focus, uses use'],
  ['aux', 'was be, don’t do, won’t will, can’t can, I’m i, ’s be, might might'],
  [
    'noun',
    'studies study, children child, analyses analysis, buses bus, bosses boss, news news, men man, series series',
  ],
  ['noun', 'politics politics, houses house, churches church, movies movie, lives life, claims claim'],
  ['adj', 'better good, bigger big, happier happy, honest honest, worst bad, able able'],
  ['propn', 'Rents Rents, Lind Lind'],
  ['adp', 'Of of'],
])('%s: %s', (pos, pairs) => {
  for (const pair of pairs.split(', ')) {
    const [word = '', expected = ''] = pair.split(' ');
    expect(lemma(word, pos)).toBe(expected);
  }
});
