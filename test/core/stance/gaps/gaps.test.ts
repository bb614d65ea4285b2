import { describe, expect, test } from 'vitest';
import { read } from '../../../../server/core/index.ts';
import type { GapKind } from '../../../../server/core/model/stance.ts';
import { assertedGaps } from '../../../../server/core/stance/gaps/asserted.ts';

/** The words of every gap of a kind, in order. */
const gapsOf = (kind: GapKind, text: string): string[] =>
  read(text, 'plaintext').blocks.flatMap(({ start, block }) =>
    assertedGaps(block)
      .filter(gap => gap.kind === kind)
      .map(gap => text.slice(start + gap.start, start + gap.end)),
  );

/** What stands between double square brackets, and the text without them. */
function marked(text: string): { plain: string; words: string[] } {
  return {
    plain: text.replace(/\[\[|\]\]/g, ''),
    words: [...text.matchAll(/\[\[(.*?)\]\]/g)].map(match => match[1] as string),
  };
}

const cases: Readonly<Partial<Record<GapKind, readonly string[]>>> = {
  'vague-source': [
    '[[Critics]] of the plan say that it will fail.',
    '[[Some]] believe the dam will hold, and [[others]] fear that it will not.',
    'The plan is seen by [[many residents]] as a trick.',
    'As [[one farmer]] told me, the valley is dying.',
    'The consensus among [[economists]] is that rents will fall.',
    '[[Many Germans]] want the treaty.',
    'The dam, say [[several engineers]], will hold.',
    '[[Officials]] seem to have forgotten the promise.',
    'In [[most media accounts]] the dam was safe.',
    'Too often [[many]] blame others for the flood.',
    'She waited while [[many]] were hoping for rain.',
    'The figures that [[so many engineers]] complain about are old.',
    '[[A number of engineers]] then pointed out that the wall was thin.',
    '[[One harbour pilot]] I spoke to admitted that the light was broken.',
    '[[A police officer]], filmed on the quay, said that he was lying.',
    '[[Harbour pilots]] warned him that the wall was thin.',
    '[[A few farmers]] declared that the dam was unsafe.',
    'Other reasons have been offered by [[analysts]].',
    '[[A farmer]] who was at the gate told me that it leaked.',
    'For [[many Germans]], the treaty was an insult.',
    'That the wall was thin was clear to [[many]].',
    'In the eyes of [[many residents]], the dam was a trick.',
    '[[Engineers]] point to the thin wall.',
    '[[Some harbour officials]] have recently signalled that the toll will rise.',
    'Most Germans know the treaty.',
    'A group of engineers stormed the office.',
    'Lawmakers will find that the dam is old.',
    'He earned a place in the songs that told of the flood.',
    'Anna Lind, who built it, says that the dam will hold.',
    'The council knows several known hazards.',
    'Engineers built the dam.',
    'Two farmers told me that the valley is dying.',
    'Do critics say that it will fail?',
    'My neighbours say that it will fail.',
    'Some of the dams are old.',
  ],
  agentless: [
    '[[It is widely accepted]] that the wall leaks.',
    '[[It was felt]] that the plan had failed.',
    'The offer was accepted that day.',
    'The mill [[was accused of]] dumping dye.',
    'The harbour [[is expected to]] close.',
    'The mayor [[is widely regarded as]] a safe pair of hands.',
    'The dam, [[believed to be]] the oldest in the valley, leaks.',
    '[[There is growing concern]] about the bridge.',
    'The reform went through amid [[widespread criticism]].',
    '[[Questions are being asked]] about the contract.',
    '[[It has been suggested]] that the plan was copied.',
    'The judges said [[an estimated]] 400 tonnes were dumped.',
    'The mayor has [[a reputation]] for thrift.',
    'The delay is leading to [[the suspicion]] that the wall is thin.',
    '[[The thinking was]] that the mill would pay.',
    'The leak [[has long been known]].',
    'In some places [[it’s understood]] that nobody pays the toll.',
    'Trade [[is forecast to]] slow.',
    'If the rise really were linked to the toll, it would have come later.',
    '[[The consensus is]] that the owners are at fault.',
    'If the harbour office is to be believed, the toll will rise.',
    'A toll that has to be seen as a tax will fail.',
    'The mill was accused of dumping dye by the harbour board.',
    'The harbour should be seen as a chance.',
    'Farmers expect the harbour to close.',
    'The officers reported to the mayor.',
    'Is the harbour expected to close?',
  ],
  hearsay: [
    'The owner [[reportedly]] sold the mill.',
    'The [[alleged]] sale was never proved.',
    '[[Rumour has]] it that the mill is sold.',
    'The [[so-called]] reform failed.',
    'A [[so-called]] expert praised the wall.',
    'A so-called interface joins the two halves of the pump.',
    'The board reported a loss.',
    'They supposed that the mill was safe.',
  ],
  'vague-time': [
    'The board has met [[over the past few years]].',
    'The mill closed [[a few years ago]].',
    'The [[recent]] decline in trade hurt the harbour.',
    '[[Until recently]], the mill made rope.',
    'The mill has dumped dye [[for decades]].',
    'The [[recent]], steep decline in trade hurt the harbour.',
    'The mayor will regret the sale for a long time.',
    'In a few years we will laugh at the fear of the sea.',
    'The mill closed three years ago.',
    'The recent EU14 summit hurt the harbour.',
    'In her recently published book she names the owners.',
    'The mill will burn coal for years to come.',
    'The mill closed recently, on 12 May 2021.',
    'More recent figures were better.',
  ],
  'vague-quantity': [
    '[[Thousands]] left the valley.',
    'The board lost [[a large number of]] members.',
    '[[Few people]] came back.',
    'The fear is that [[many mills]] closed.',
    '[[A string of]] mills closed in the valley.',
    'Floods closed [[much of]] the country.',
    'The valley fell silent, as [[many mills]] closed.',
    'The mill employs as many weavers as the harbour.',
    'The valley has the world’s most polluted rivers.',
    'If large numbers leave, the mill will close.',
    'A bridge could save thousands of hours.',
    'We should plant many trees.',
    'In many ways the valley is richer.',
    'The board waited a few days.',
    'The most beautiful valley is empty.',
    'The board spent [[billions]] of dollars on the dam.',
    'The treaty was refused by [[most coastal towns]].',
    'By most accounts, the dam is safe.',
    'As many as 40 families left.',
    'How many families left?',
  ],
  'vague-study': [
    '[[Studies]] show that rents rose.',
    '[[A recent survey]] found that rents rose.',
    '[[Research]] published last week suggests that rents rose.',
    'According to [[opinion polls]], the mayor will lose.',
    'There is [[evidence]] that rents rose.',
    'In [[one study]], the dams leaked.',
    'The mayor’s fear was borne out and confirmed by [[research]].',
    'Based on [[recent polls]], the mayor will lose.',
    '[[A recent poll]] by a newspaper found that rents rose.',
    '[[Science]] tells us that the dam is thin.',
    'They read about it in a study.',
    'The survey was paid for by research.',
    'A study by the Harbour Institute found that rents rose.',
    'According to [[a study]] by economists, rents rose.',
    'According to a study by economists Ann Lind and Bo Quist, rents rose.',
    'According to a study by doctors at the Harbour Institute, rents rose.',
    'According to data from the Harbour Office, rents rose.',
    'According to [[data]] from the harbour, rents rose.',
    'A Guardian investigation found that rents rose.',
    'A Times report said that rents rose.',
    '[[An Australian study]] found that rents rose.',
    'The report found that rents rose.',
    'Her research shows that rents rose.',
    'The board paid for a study.',
  ],
  collective: [
    '[[Moscow]] wants the harbour back.',
    'The harbour closed after a raid that [[Moscow]] blames on fishermen.',
    '[[Georgians]] have never forgotten the treaty.',
    '[[The public]] is tired of promises.',
    'Only now does it seem that [[the French]] want the treaty.',
    '[[The elders]] believe that talk helps.',
    '[[Both sides]] agreed that the treaty was dead.',
    'According to [[the elders]], talk helps.',
    '[[Ukrainians]] are committed to the treaty.',
    '[[Georgians]] have trouble with the treaty.',
    '[[Georgia and Armenia]] were tired of waiting.',
    '[[Georgia and Armenia]] have come to the conclusion that the treaty is dead.',
    'The fear in [[Moscow]] was that the harbour would close.',
    'It was clear to [[Russia]] that the treaty was dead.',
    'The harbour belongs to Russia.',
    'More than half of Georgians believe in the treaty.',
    'They met Georgians who still support the treaty.',
    'Many Germans want the treaty.',
    'In Moscow, the mayor wants the harbour back.',
    'If Russia wants the harbour, it must pay.',
    'The fleet stays in port should Moscow decide to close the strait.',
    'Russia should accept the treaty.',
    'Russia rejected the treaty.',
    'Paris Hilton wants a yacht.',
  ],
};

describe.each(Object.entries(cases) as [GapKind, readonly string[]][])('%s', (kind, texts) => {
  test.each(texts)('%s', text => {
    const { plain, words } = marked(text);
    expect(gapsOf(kind, plain)).toEqual(words);
  });
});

test('words between quotation marks are not the writer’s', () => {
  expect(gapsOf('vague-time', 'The mayor said: “The mill closed recently.”')).toEqual([]);
});

test.each([
  ['Critics [argue](https://example.org/quay) that the plan will fail.', []],
  ['Experts say that the wall leaks [@lind2019].', []],
  ['It is widely believed that the wall leaks.[^1]\n\n[^1]: Ann Lind, *Walls*, 2019.', []],
  ['Critics [argue](https://example.org/) that the plan will fail.', ['Critics']],
  ['Experts say that the wall leaks [citation needed].', ['Experts']],
  ['Critics argue that the plan will fail, but the [audit](https://example.org/audit) does not.', ['Critics']],
])('a mark in what is credited leads to whoever says so: %s', (text, words) =>
  expect(
    read(text, 'markdown').blocks.flatMap(({ start, block }) =>
      assertedGaps(block).map(gap => text.slice(start + gap.start, start + gap.end)),
    ),
  ).toEqual(words),
);
