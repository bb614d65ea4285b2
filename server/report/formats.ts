import type { SheetFormat } from '../protocol/ledger.ts';
import { annotationSheet } from './annotations.ts';
import { cslSheet } from './csl.ts';
import { csvSheet } from './csv.ts';
import { htmlSheet } from './html.ts';
import { markdownSheet } from './markdown.ts';
import type { Sheet } from './sheet.ts';

interface SheetWriter {
  readonly write: (sheet: Sheet) => string;
  /** Stands behind the draft's name in that of the file. */
  readonly ending: string;
  readonly mimeType: string;
}

export const sheetWriters: Readonly<Record<SheetFormat, SheetWriter>> = {
  html: { write: htmlSheet, ending: '.facts.html', mimeType: 'text/html' },
  markdown: { write: markdownSheet, ending: '.facts.md', mimeType: 'text/markdown' },
  csv: { write: csvSheet, ending: '.facts.csv', mimeType: 'text/csv' },
  'csl-json': { write: cslSheet, ending: '.sources.json', mimeType: 'application/vnd.citationstyles.csl+json' },
  annotations: { write: annotationSheet, ending: '.annotations.jsonld', mimeType: 'application/ld+json' },
};
