import type { Block } from '../model/block.ts';
import { contains, overlapping, type Span } from '../model/span.ts';

/** True where the words are somebody else's: in a block quotation or between quotation marks. Such words cannot be changed. */
export function inOthersWords(block: Pick<Block, 'kind' | 'quotations'>, where: Span): boolean {
  return (
    block.kind === 'quotation' ||
    (block.quotations.length > 0 && overlapping(block.quotations, where).some(quotation => contains(quotation, where)))
  );
}
