import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorialMarks } from '../../server/core/formats/editorial-marks.ts';
import { textLines, withMarks } from './marked-fixture.ts';
import { loadGrammar, tokenize } from './tokenize.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const hostOf = (name: string): string => (name.endsWith('.md.scopes') ? 'text.html.markdown' : 'text.plain');

describe('the scopes of editorial marks', () => {
  it.each(readdirSync(fixtures))('are those shown in %s', async name => {
    const fixture = readFileSync(new URL(name, fixtures), 'utf8');
    const lines = textLines(fixture);
    expect(lines).not.toEqual([]);
    expect(withMarks(fixture, tokenize(await loadGrammar(hostOf(name)), lines))).toBe(fixture);
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
