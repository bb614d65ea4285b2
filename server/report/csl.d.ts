import type { Sheet } from './sheet.ts';
/** The sources as CSL-JSON, which reference managers read: each once, however many claims rest on it. */
export declare function cslSheet({ facts }: Sheet): string;
