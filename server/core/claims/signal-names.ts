/**
 * What an editor would point at to say that a sentence is, or is not, a claim that wants a source.
 * Each is present or absent. The weights stand in models/, and the words that explain each one here;
 * a signal of mere grammar, which tells an editor nothing, has none.
 */
export const signalReasons = {
  quantity: 'a figure',
  percent: 'a percentage',
  money: 'an amount of money',
  year: '',
  date: '',
  name: '',
  names: '',
  accusation: 'a charge against somebody',
  poll: 'an opinion held by a share of people',
  comparison: 'a comparison',
  trend: 'a change over time',
  measuredTrend: 'a change with a figure',
  causal: 'a cause and its effect',
  law: 'what a law says',
  motive: 'an intention ascribed to somebody',
  absolute: 'an absolute',
  history: 'an event in history',
  event: 'something that happened',
  past: '',
  perfect: '',
  statement: 'something said or thought by others',
  quotation: 'quoted words',
  vagueSource: 'a source nobody can name',
  agentless: 'a report with nobody behind it',
  vagueQuantity: 'a quantity without a figure',
  vagueTime: 'a time without a date',
  hedge: 'hedged',
  booster: 'certainty in the place of evidence',
  question: 'a question',
  exclamation: '',
  firstPerson: '',
  firstPlural: '',
  secondPerson: '',
  advice: 'advice or a call to act',
  prediction: 'about the future',
  condition: 'a condition or imagined case',
  imagined: 'a condition, a plan or the writer’s own affairs around it',
  imperative: '',
  judgement: 'a judgement of value',
  negation: '',
  copula: '',
  short: '',
  long: '',
  first: '',
  last: '',
  evidenceCited: 'a source that can be looked up',
  evidenceNamed: 'a named source',
  evidenceVague: 'only a vague source',
  evidenceNearby: 'a source in the sentence beside it',
  evidenceOwn: 'the writer’s own experience',
  anaphora: '',
} as const;

export type Signal = keyof typeof signalReasons;

/** In the order by which the claim models count them. */
export const signalNames = Object.keys(signalReasons) as readonly Signal[];
