import type { Entry } from '../bibliography/entry.ts';
import { citedAs, reference } from '../bibliography/wording.ts';
import { wordsFor } from './placeholder.ts';
import { styleIn, type Written, writerOf } from './placeholder-styles.ts';

/** A citation of a work as a language writes it: by its key or, where the language knows no keys, in words. */
export function writeCitation(entry: Entry, languageId: string): Written {
  const written = writerOf(styleIn('citation', languageId), languageId)({ ...wordsFor('source'), key: entry.key });
  if (written.text.includes(entry.key)) return { text: written.text, standing: written.standing };
  switch (languageId) {
    case 'html': {
      const words = escaped(citedAs(entry));
      const address = /^https?:/.test(entry.url) ? escaped(entry.url) : '';
      return {
        text: address === '' ? `(<cite>${words}</cite>)` : `(<a href="${address}">${words}</a>)`,
        standing: 'inside',
      };
    }
    case 'wikitext':
    case 'mediawiki':
      return {
        text: `<ref>${escaped(reference(entry))}.${entry.url === '' ? '' : ` ${entry.url}`}</ref>`,
        standing: 'attached',
      };
    default:
      return { text: `(${citedAs(entry)})`, standing: 'inside' };
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
