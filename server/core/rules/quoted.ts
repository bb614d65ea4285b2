import type { Block } from '../model/block.ts';
import { contains, type Span } from '../model/span.ts';

/** True where the words are somebody else's: in a block quotation or between quotation marks. Such words cannot be changed. */
export function inOthersWords(block: Pick<Block, 'kind' | 'values'>, where: Span): boolean {
  if (block.kind === 'quotation') return true;
  return block.values.some(value => value.kind === 'quotation' && contains(value, where));
}
