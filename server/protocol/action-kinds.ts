/** The kinds of code actions that the server offers. A client may ask for one of them, or for a kind that they are under. */
export const actionKinds = {
  placeholder: 'quickfix.sayswho.placeholder',
  drop: 'quickfix.sayswho.drop',
  replace: 'quickfix.sayswho.replace',
  letStand: 'quickfix.sayswho.letStand',
  removeComment: 'quickfix.sayswho.removeComment',
  citation: 'quickfix.sayswho.citation',
  citeEntry: 'quickfix.sayswho.citeEntry',
  citeUrl: 'quickfix.sayswho.citeUrl',
  attribute: 'refactor.rewrite.sayswho.attribute',
  agent: 'refactor.rewrite.sayswho.agent',
  date: 'refactor.rewrite.sayswho.date',
  opinion: 'refactor.rewrite.sayswho.opinion',
  fillRule: 'quickfix.sayswho.fill.rule',
  fillSection: 'quickfix.sayswho.fill.section',
  fillAll: 'source.fixAll.sayswho',
} as const;
export type ActionKind = (typeof actionKinds)[keyof typeof actionKinds];
