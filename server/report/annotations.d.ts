import type { Sheet } from './sheet.ts';
/**
 * The sheet as a collection in the W3C Web Annotation Data Model. The target is the source of the draft: quotes stand there letter by
 * letter, and positions count its Unicode code points, as the model wants.
 */
export declare function annotationSheet(sheet: Sheet): string;
