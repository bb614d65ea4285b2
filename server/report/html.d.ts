import { type Sheet } from './sheet.ts';
/**
 * The sheet as one file that needs nothing else and runs nothing: the copy with its facts numbered, then the facts.
 * Everything that comes from the draft or the record is escaped; addresses become links only where they are on the web.
 */
export declare function htmlSheet(sheet: Sheet): string;
export declare const escaped: (text: string) => string;
