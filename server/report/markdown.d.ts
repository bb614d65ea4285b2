import { type Sheet } from './sheet.ts';
/** The sheet as Markdown: the copy as it stands, in a block that nothing in it can end, with its facts numbered, then the facts. */
export declare function markdownSheet(sheet: Sheet): string;
