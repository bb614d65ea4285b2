/** A short draft that contradicts itself, and the same one put right. Double square brackets are where an editor would point. */
export interface Contradiction {
  readonly rule: string;
  readonly wrong: string;
  readonly right: string;
  /** Set where no rule finds it yet; a test holds it until one does. */
  readonly isMissed?: true;
}

/** What stands between two places that contradict each other. */
const between = '\n\nNothing of that is new, and everybody on the quay knows it.\n\n';

const pair = (rule: string, first: string, wrong: string, right: string): Contradiction => ({
  rule,
  wrong: `${first}${between}${wrong}`,
  right: `${first}${between}${right}`,
});
const alone = (rule: string, wrong: string, right: string): Contradiction => ({ rule, wrong, right });
const missed = (contradiction: Contradiction): Contradiction => ({ ...contradiction, isMissed: true });

const figures: readonly Contradiction[] = [
  pair(
    'conflicting-figure',
    'The council closed 14 libraries in the valley last winter.',
    'A council that closed [[41 libraries]] in the valley last winter has no business lecturing us.',
    'A council that closed 14 libraries in the valley last winter has no business lecturing us.',
  ),
  pair(
    'conflicting-figure',
    'The new terminal cost the port $340 million.',
    'For [[$430 million]] that the new terminal cost, the port could have mended every crane.',
    'For $340 million that the new terminal cost, the port could have mended every crane.',
  ),
  pair(
    'conflicting-figure',
    'Some 62 per cent of the fishermen voted against the quota.',
    'When [[26 per cent]] of the fishermen voted against the quota, ministers should have listened.',
    'When 62 per cent of the fishermen voted against the quota, ministers should have listened.',
  ),
  missed(
    pair(
      'conflicting-figure',
      'The mine employs 3,400 people and feeds the whole district.',
      'Close the mine that employs [[4,300 people]] and the district starves.',
      'Close the mine that employs 3,400 people and the district starves.',
    ),
  ),
  pair(
    'conflicting-figure',
    'The ferry sank with 212 passengers on board.',
    'The ferry sank with [[221 passengers]] on board, and nobody has answered for it.',
    'The ferry sank with 212 passengers on board, and nobody has answered for it.',
  ),
  pair(
    'conflicting-figure',
    'The dam holds 1.2 billion cubic metres of water.',
    'A dam that holds [[1.2 million]] cubic metres of water is no toy.',
    'A dam that holds 1.2 billion cubic metres of water is no toy.',
  ),
  pair(
    'conflicting-figure',
    'The bakery sold 900 loaves on the morning of the strike.',
    'On the morning of the strike the bakery sold [[90 loaves]].',
    'On the morning of the strike the bakery sold 900 loaves.',
  ),
  pair(
    'conflicting-figure',
    'The orchard district lost €75 million in the frost.',
    'It was the frost in which the orchard district lost [[€57 million]].',
    'It was the frost in which the orchard district lost €75 million.',
  ),
  pair(
    'conflicting-figure',
    'The survey asked 1,840 tenants about damp walls.',
    'Of damp walls, the [[1,480 tenants]] whom the survey asked had much to say.',
    'Of damp walls, the 1,840 tenants whom the survey asked had much to say.',
  ),
  pair(
    'conflicting-figure',
    'The hospital turned away 75 ambulances in a single night of fog.',
    'Fog or no fog, a hospital that turned away [[57 ambulances]] in a single night needs beds.',
    'Fog or no fog, a hospital that turned away 75 ambulances in a single night needs beds.',
  ),
  pair(
    'conflicting-figure',
    'The museum owns 12,500 drawings by the harbour painters.',
    'Its [[15,200 drawings]] by the harbour painters make the museum rich.',
    'Its 12,500 drawings by the harbour painters make the museum rich.',
  ),
  pair(
    'conflicting-figure',
    'The levy takes 7 per cent of every boat owner’s income.',
    'A levy that takes [[9 per cent]] of every boat owner’s income is a tax.',
    'A levy that takes 7 per cent of every boat owner’s income is a tax.',
  ),
];

const dates: readonly Contradiction[] = [
  pair(
    'conflicting-figure',
    'The old bridge collapsed on 14 March under a convoy of lorries.',
    'On [[15 March]] the old bridge collapsed under its convoy of lorries, and the ferries came back.',
    'On 14 March the old bridge collapsed under its convoy of lorries, and the ferries came back.',
  ),
  pair(
    'conflicting-figure',
    'The town founded its brewery in 1874 with money from the salt trade.',
    'With money from the salt trade the town founded its brewery in [[1847]].',
    'With money from the salt trade the town founded its brewery in 1874.',
  ),
  pair(
    'conflicting-figure',
    'The miners of Halden went on strike in 1984 over unpaid shifts.',
    'It was in [[1985]] that the miners of Halden went on strike over unpaid shifts.',
    'It was in 1984 that the miners of Halden went on strike over unpaid shifts.',
  ),
  pair(
    'conflicting-figure',
    'The treaty was signed on June 3 in the customs house of the old port.',
    'Since the treaty was signed on [[June 4]] in the customs house of the old port, trade has grown.',
    'Since the treaty was signed on June 3 in the customs house of the old port, trade has grown.',
  ),
  pair(
    'conflicting-figure',
    'In 1992 a flood destroyed the lower town and its printing works.',
    'The flood that destroyed the lower town and its printing works in [[1993]] is forgotten.',
    'The flood that destroyed the lower town and its printing works in 1992 is forgotten.',
  ),
  alone('weekday-mismatch', 'The court met on [[Monday, 14 March 2023]].', 'The court met on Tuesday, 14 March 2023.'),
  alone(
    'weekday-mismatch',
    'Polls open on [[Sunday, June 6, 2024]], at seven.',
    'Polls open on Thursday, June 6, 2024, at seven.',
  ),
  alone(
    'weekday-mismatch',
    'It rained on Friday 1 September 1939 and on [[Friday 2 September 1939]].',
    'It rained on Friday 1 September 1939 and on Saturday 2 September 1939.',
  ),
  alone(
    'weekday-mismatch',
    'The pier burned on [[Wednesday, July 4, 1899]].',
    'The pier burned on Tuesday, July 4, 1899.',
  ),
  alone(
    'weekday-mismatch',
    'The strike began on [[Thursday, 29 February 2012]].',
    'The strike began on Wednesday, 29 February 2012.',
  ),
];

const sums: readonly Contradiction[] = [
  alone(
    'wrong-percentage',
    'Fares rose from 80 to 100 cents, a [[20 per cent]] increase.',
    'Fares rose from 80 to 100 cents, a 25 per cent increase.',
  ),
  alone(
    'wrong-percentage',
    'The fleet shrank by [[50 per cent]], from 90 boats to 60.',
    'The fleet shrank by 33 per cent, from 90 boats to 60.',
  ),
  alone(
    'wrong-percentage',
    'Trust in the mayor fell from 48 to 36 per cent, a drop of [[12 per cent]].',
    'Trust in the mayor fell from 48 to 36 per cent, a drop of 12 percentage points.',
  ),
  alone(
    'wrong-percentage',
    'Exports climbed from $1.5bn to $2.1bn, up [[60 per cent]].',
    'Exports climbed from $1.5bn to $2.1bn, up 40 per cent.',
  ),
  alone('wrong-percentage', 'The herd has [[tripled]] from 400 to 800.', 'The herd has tripled from 400 to 1,200.'),
  alone(
    'wrong-percentage',
    'The number of nurses fell from 1,200 to 900, a [[33 percent]] cut.',
    'The number of nurses fell from 1,200 to 900, a 25 percent cut.',
  ),
  alone(
    'wrong-percentage',
    'Turnout rose from 50 to 62 per cent, a gain of [[24 percentage points]].',
    'Turnout rose from 50 to 62 per cent, a gain of 12 percentage points.',
  ),
  alone('wrong-percentage', 'Wages grew [[15%]], from £20,000 to £22,000.', 'Wages grew 10%, from £20,000 to £22,000.'),
  alone(
    'wrong-percentage',
    'Deaths on the coast road have [[halved]] from 90 to 70.',
    'Deaths on the coast road have halved from 90 to 45.',
  ),
  alone(
    'wrong-sum',
    'Of the 120 delegates, [[70 backed the chair and the other 60]] walked out.',
    'Of the 120 delegates, 70 backed the chair and the other 50 walked out.',
  ),
  alone(
    'wrong-sum',
    'The train has 300 seats, [[80 in front and 250]] behind.',
    'The train has 300 seats, 80 in front and 220 behind.',
  ),
  alone(
    'wrong-sum',
    'In the vote [[48 per cent were for the plan, 41 per cent against and 21 per cent]] undecided.',
    'In the vote 48 per cent were for the plan, 41 per cent against and 11 per cent undecided.',
  ),
  alone(
    'wrong-sum',
    'Readers were split: [[55% in favour, 52%]] opposed.',
    'Readers were split: 48% in favour, 52% opposed.',
  ),
  alone(
    'wrong-sum',
    'Of the 48 clinics, [[30 are open and the remaining 28]] are shut.',
    'Of the 48 clinics, 30 are open and the remaining 18 are shut.',
  ),
  missed(
    alone(
      'wrong-sum',
      'The budget has [[three parts of 40 per cent]] each.',
      'The budget has two parts of 50 per cent each.',
    ),
  ),
];

const people: readonly Contradiction[] = [
  alone(
    'wrong-age',
    'Carl Roe, born in 1960, was [[60]] years old in 2010.',
    'Carl Roe, born in 1960, was 50 years old in 2010.',
  ),
  alone(
    'wrong-age',
    'Ingrid Moen was born in 1944 and died in 2014 at the age of [[80]].',
    'Ingrid Moen was born in 1944 and died in 2014 at the age of 70.',
  ),
  alone(
    'wrong-age',
    'Born in Osei in 1970, he was [[20]] when the port opened in 1995.',
    'Born in Osei in 1970, he was 25 when the port opened in 1995.',
  ),
  alone('wrong-age', 'The composer (1899–1962) died at [[53]].', 'The composer (1899–1962) died at 63.'),
  alone(
    'wrong-age',
    'In 1999 the painter, born in 1920, was [[89]] years old.',
    'In 1999 the painter, born in 1920, was 79 years old.',
  ),
  pair(
    'name-spelling',
    'Miriam Lindqvist runs the port. Under Lindqvist it pays.',
    'Ask Miriam [[Lindquist]] what it costs.',
    'Ask Miriam Lindqvist what it costs.',
  ),
  pair(
    'name-spelling',
    'The Farrington inquiry sat for a year. Lord Farrington wrote it alone.',
    'Nobody has read what [[Farington]] wrote.',
    'Nobody has read what Farrington wrote.',
  ),
  pair(
    'name-spelling',
    'Tomas Kowalczyk sold the yard. Before Kowalczyk it belonged to the town.',
    'The town wants it back from [[Kowalcyzk]].',
    'The town wants it back from Kowalczyk.',
  ),
  pair(
    'name-spelling',
    'The people of Westhaven pay more. In Westhaven a ticket is a day’s wage.',
    'Nobody walks to [[Westhavan]] in winter.',
    'Nobody walks to Westhaven in winter.',
  ),
  pair(
    'name-spelling',
    'President Abdelrahman opened the dam. It was Abdelrahman who had ordered it.',
    'The farmers blame [[Abdelrhaman]] for the silt.',
    'The farmers blame Abdelrahman for the silt.',
  ),
  missed(
    pair(
      'name-spelling',
      'Professor Thornbury doubts it. She told us so in Thornbury’s own lab.',
      'The ministry has asked [[Thornberry]] to explain.',
      'The ministry has asked Thornbury to explain.',
    ),
  ),
  pair(
    'name-spelling',
    'Judge Castellano freed them. Castellano gave no reasons.',
    'The town blames [[Castelano]].',
    'The town blames Castellano.',
  ),
  pair(
    'conflicting-title',
    'General Moen took the capital.',
    'The men who served under [[Colonel Moen]] want pensions.',
    'The men who served under General Moen want pensions.',
  ),
  pair(
    'conflicting-title',
    'Senator Anna Lind wants a vote.',
    'What [[Governor Lind]] wants is a stage.',
    'What Senator Lind wants is a stage.',
  ),
  pair(
    'conflicting-title',
    'Mrs Dahl has run the shop for years.',
    'The street loves [[Mr Dahl]] and his wife, who says little.',
    'The street loves Mrs Dahl and her husband, who says little.',
  ),
  pair(
    'conflicting-title',
    'Prime Minister Osei opened the session.',
    'Nobody interrupts [[President Osei]] twice.',
    'Nobody interrupts Prime Minister Osei twice.',
  ),
  pair(
    'conflicting-title',
    'Judge Miriam Roe heard the case.',
    'It was up to [[Mayor Roe]] alone.',
    'It was up to Judge Roe alone.',
  ),
  pair(
    'conflicting-acronym',
    'The National Ports Authority (NPA) owns the quay.',
    'Ask the [[National Ports Agency (NPA)]] who mends it.',
    'Ask the National Ports Authority (NPA) who mends it.',
  ),
  pair(
    'conflicting-acronym',
    'The Coastal Farmers Union (CFU) backs the plan.',
    'Its rival is the [[Central Fishermen Union (CFU)]] of the islands.',
    'Its rival is the Central Fishermen League (CFL) of the islands.',
  ),
  pair(
    'conflicting-acronym',
    'The Salt Workers Party (SWP) lost its seats.',
    'In 1990 the [[Salt Workers Party (WSP)]] had ten.',
    'In 1990 the Salt Workers Party (SWP) had ten.',
  ),
];

const heading = (title: string, body: string): string =>
  `# ${title}\n\nThe night was long.\n\n${body}\n\nNobody has asked why.\n\nSomebody should.`;
const storm = 'The storm killed 26 sailors off the cape.';
const headlines: readonly Contradiction[] = [
  alone(
    'headline-figure',
    `---\ndate: 2024-05-12\ntitle: "Storm kills [[62 sailors]]" # to be cut\n---\n\n${storm}\n`,
    `---\ndate: 2024-05-12\ntitle: "Storm kills 26 sailors" # to be cut\n---\n\n${storm}\n`,
  ),
  alone(
    'headline-figure',
    `+++\r\ntitle = 'Storm kills [[62 sailors]]'\r\n+++\r\n\r\n# Storm off the cape\r\n\r\n${storm}\r\n`,
    `+++\r\ntitle = 'Storm kills 26 sailors'\r\n+++\r\n\r\n# Storm off the cape\r\n\r\n${storm}\r\n`,
  ),
  // What the headline repeats of the title is found there.
  alone(
    'headline-figure',
    `---\ntitle: Storm kills 62 sailors\n---\n\n# Storm kills [[62 sailors]]\n\n${storm}\n`,
    `---\ntitle: Storm kills 26 sailors\n---\n\n# Storm kills 26 sailors\n\n${storm}\n`,
  ),
  alone(
    'headline-figure',
    heading('Storm kills [[62 sailors]]', 'The storm killed 26 sailors off the cape.'),
    heading('Storm kills 26 sailors', 'The storm killed 26 sailors off the cape.'),
  ),
  alone(
    'headline-figure',
    heading('Port loses [[$90 million]] a year', 'The port loses $19 million a year, its books say.'),
    heading('Port loses $19 million a year', 'The port loses $19 million a year, its books say.'),
  ),
  alone(
    'headline-figure',
    heading('Why [[70 per cent]] of nurses want to leave', 'In the survey 17 per cent of nurses want to leave.'),
    heading('Why 17 per cent of nurses want to leave', 'In the survey 17 per cent of nurses want to leave.'),
  ),
  alone(
    'headline-figure',
    heading('Town spends [[£3 million]] on a fountain', 'The fountain has four basins and no water.'),
    heading('Town spends £3 million on a fountain', 'The fountain cost £3 million and has no water.'),
  ),
];

export const contradictions: readonly Contradiction[] = [...figures, ...dates, ...sums, ...people, ...headlines];
