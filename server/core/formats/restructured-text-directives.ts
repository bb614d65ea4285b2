import type { BlockKind } from '../model/block.ts';

/** What the words of a directive are; any other directive holds none. */
export const directives: Readonly<
  Record<string, { readonly argument?: BlockKind; readonly body: BlockKind | 'none' }>
> = {
  ...Object.fromEntries(
    [
      'note',
      'tip',
      'warning',
      'important',
      'hint',
      'caution',
      'danger',
      'attention',
      'error',
      'seealso',
      'container',
      'compound',
      'pull',
      'versionadded',
      'versionchanged',
      'deprecated',
      'centered',
    ].map(name => [name, { argument: 'paragraph', body: 'paragraph' }] as const),
  ),
  ...Object.fromEntries(
    ['epigraph', 'pull-quote', 'highlights', 'line-block', 'parsed-quote'].map(
      name => [name, { argument: 'quotation', body: 'quotation' }] as const,
    ),
  ),
  ...Object.fromEntries(
    ['admonition', 'topic', 'sidebar', 'rubric', 'title'].map(
      name => [name, { argument: 'heading', body: 'paragraph' }] as const,
    ),
  ),
  container: { body: 'paragraph' },
  class: { body: 'paragraph' },
  figure: { body: 'caption' },
  table: { argument: 'caption', body: 'paragraph' },
  'list-table': { argument: 'caption', body: 'table-cell' },
  'csv-table': { argument: 'caption', body: 'none' },
};
