/** Rows as RFC 4180 writes them, which every spreadsheet program opens without a question and without running anything. */
export declare const printCsv: (rows: readonly (readonly string[])[]) => string;
/**
 * Reads CSV as spreadsheet programs write it: with commas, or with the semicolons or tabs of other countries, whichever the first row
 * has; lines may end in any way.
 */
export declare function parseCsv(csv: string):
  | {
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly problem: string;
    };
