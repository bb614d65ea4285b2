import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorialMarks } from '../../server/core/formats/editorial-marks.ts';
import {
  formatOfFile,
  languages,
  placeholderNeeds,
  placeholderStyles,
  writePlaceholder,
} from '../../server/core/index.ts';
import { hostOf, hosts } from './hosts.ts';
import { textLines, withMarks } from './marked-fixture.ts';
import { loadGrammar, tokenize } from './tokenize.ts';

const fixtures = new URL('fixtures/', import.meta.url);
/** A fixture is named like a draft of its language: `code.md.scopes`. */
const hostOfFixture = (name: string): string => hostOf[formatOfFile(name.replace(/\.scopes$/, '')).id] ?? 'text.plain';

describe('the scopes of editorial marks', () => {
  it.each(readdirSync(fixtures))('are those shown in %s', async name => {
    const fixture = readFileSync(new URL(name, fixtures), 'utf8');
    const lines = textLines(fixture);
    expect(lines).not.toEqual([]);
    expect(withMarks(fixture, tokenize(await loadGrammar(hostOfFixture(name)), lines))).toBe(fixture);
  });
});

describe('a placeholder has a scope exactly where the analyser sees one', () => {
  const samples = [
    '[citation needed]',
    '[citations needed]',
    '[Citation needed: who counted?]',
    '[source needed]',
    '[page needed]',
    '[quote needed]',
    '[reference needed]',
    '[attribution needed]',
    '[verification needed]',
    '[clarification needed]',
    '[according to whom?]',
    '[by whom?]',
    '[whom?]',
    '[who?]',
    '[says who?]',
    '[which?]',
    '[when?]',
    '[where?]',
    '[how many?]',
    '[source?]',
    '[sources?]',
    '[clarify]',
    '[dubious]',
    '[verify]',
    '[TK]',
    '[TK: source]',
    '[NOTE TO ED: is this libel?]',
    '[fact-check: Joan, the 54]',
    'TK',
    '[@TODO]',
    '[@TODO-census]',
    '{{citation needed}}',
    '{{citation needed|date=May 2026}}',
    '{{by whom?|date=May 2026}}',
    '<!-- citation needed -->',
    '<!-- citation needed: the count -->',
    '<!--who?-->',
    '{>>citation needed<<}',
    '{>>who?: the mayor<<}',
    '@@comment:when?@@',
    '{>>a note to self<<}',
    '[the mayor]',
    '[sic]',
    '[who]',
    '[needed]',
    '[TKO]',
    'TKO',
    'STK',
    '{{cite web|url=x}}',
    '{citation needed}',
    '<!-- a note to self -->',
  ];
  it.each(samples)('%s', async mark => {
    const text = `Trade fell ${mark} in May.`;
    const seen = editorialMarks(text)
      .filter(({ kind }) => kind === 'placeholder')
      .map(({ start, end }) => text.slice(start, end))
      .join('');
    const [tokens = []] = tokenize(await loadGrammar('text.plain'), [text]);
    const scoped = tokens
      .filter(({ scopes }) => scopes.includes('markup.other.placeholder.sayswho'))
      .map(({ start, end }) => text.slice(start, end))
      .join('');
    expect(scoped).toBe(seen);
  });
});

/** The stretches of a line under a scope. */
async function under(scope: string, host: string, line: string): Promise<string> {
  const [tokens = []] = tokenize(await loadGrammar(host), [line]);
  return tokens
    .filter(({ scopes }) => scopes.some(name => name.startsWith(scope) && name.endsWith('.sayswho')))
    .map(({ start, end }) => line.slice(start, end))
    .join('');
}

describe.each(languages.map(({ id, comments }) => ({ id, comments })))('in $id', ({ id, comments }) => {
  const host = hostOf[id] as string;
  it.each(placeholderStyles)('what a fix writes in the style %s has the scope of a placeholder', async style => {
    for (const need of placeholderNeeds) {
      const { text, says, line } = writePlaceholder(need, style, id, { date: 'May 2026' });
      const marked = await under('markup.other.placeholder', host, line === 'own' ? text : `Trade fell ${text}`);
      expect(marked).toContain(says ? text.slice(says.start, says.end) : text);
      expect(text).toContain(marked);
    }
  });

  it('a comment that lets a finding stand has its scopes', async () => {
    for (const { open, close, ownLine } of comments) {
      const comment = `${open} sayswho-ignore-next vague-source -- common knowledge ${close}`.trimEnd();
      const line = ownLine ? comment : `Critics say so. ${comment}`;
      expect(await under('comment', host, line)).toBe(comment);
      expect(await under('variable.parameter.rule', host, line)).toBe('vague-source');
      expect((await under('string.unquoted.reason', host, line)).trim()).toBe('common knowledge');
    }
  });
});

it('is injected into every language that is read, under each of its names', async () => {
  for (const host of hosts)
    expect(await under('markup.other.placeholder', host.scopeName, 'Trade fell [who?] again.')).toBe('[who?]');
  expect(Object.keys(hostOf).sort()).toEqual(languages.map(({ id }) => id).sort());
});
