import { citedKeys, definedLabels } from '../../bibliography/citations.ts';
import { nearestKey } from '../../bibliography/library.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'unresolved-citation-key',
  family: 'citation',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a citation key that no bibliography of the draft has.',
    why: 'It prints as a question mark or as the bare key, and the reader is left without the source.',
    advice: 'Correct the key, or add the work to the bibliography.',
    references: ['https://pandoc.org/MANUAL.html#citations'],
  },
  messages: {
    unresolved: 'No bibliography has the key “{key}”.',
    misspelt: 'No bibliography has the key “{key}”; did you mean “{meant}”?',
  },
  examples: {
    flags: [
      {
        text: 'The dam is safe [@[[lindt2019]], p. 3].',
        languageId: 'markdown',
        keys: ['lind2019', 'berg2020'],
        message: 'misspelt',
        fixed: 'The dam is safe [@lind2019, p. 3].',
      },
      {
        text: 'The dam is safe [@[[lind]], p. 3].',
        languageId: 'markdown',
        keys: ['lind2019', 'berg2020', 'berg2021'],
        message: 'misspelt',
        fixed: 'The dam is safe [@lind2019, p. 3].',
      },
      {
        text: 'The dam is safe [see @berg2020; @[[nobody]], p. 2].',
        languageId: 'markdown',
        keys: ['berg2020'],
        message: 'unresolved',
      },
    ],
    passes: [
      { text: 'The dam is safe [@lind2019, p. 3].', languageId: 'markdown', keys: ['lind2019'] },
      { text: 'The dam is safe [@lind2019]; a draft without a bibliography is left alone.', languageId: 'markdown' },
      { text: 'The wall leaks, as @fig:wall and [@sec-wall] show.', languageId: 'markdown', keys: ['lind2019'] },
      { text: 'See @{https://example.org/dam}.', languageId: 'markdown', keys: ['https://example.org/dam'] },
      { text: 'The wall leaks (@crack).\n\n= Cracks <crack>', languageId: 'typst', keys: ['lind2019'] },
      { text: '\\cite{own}\n\n\\bibitem{own} A report.', languageId: 'latex', keys: ['lind2019'] },
      { text: 'The dam is safe [@TODO-source].', languageId: 'markdown', keys: ['lind2019'] },
    ],
  },
  check({ article, library, report }) {
    if (!library.complete) return;
    let defined: ReadonlySet<string> | undefined;
    for (const { key, ...where } of citedKeys(article)) {
      if (library.entries.has(key) || key.startsWith('TODO')) continue;
      defined ??= definedLabels(article);
      if (defined.has(key)) continue;
      const meant = nearestKey(library, key);
      // A bibliography that the draft does not name is only likely its own, and "@" in Typst may lead to a label in another file.
      const isSure = library.declared && !(article.languageId === 'typst' && article.text[where.start - 1] === '@');
      const usual = isSure ? {} : ({ atMost: 'information' } as const);
      if (meant === undefined) report(where, 'unresolved', { key }, usual);
      else
        report(
          where,
          'misspelt',
          { key, meant },
          { ...usual, fixes: [{ kind: 'replace', span: where, text: meant, title: `Replace with “${meant}”` }] },
        );
    }
  },
});
