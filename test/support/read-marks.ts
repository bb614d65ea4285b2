import type { Span } from '../../server/core/index.ts';

/** Reads `[[…]]` marks out of a text: the text without them, and the span of each in order. A bracket of the text itself may stand directly inside a mark. */
export function readMarks(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let open = -1;
  for (let i = 0; i < marked.length; i++) {
    if (open < 0 && marked.startsWith('[[', i)) {
      open = text.length;
      i++;
    } else if (open >= 0 && marked.startsWith(']]', i) && marked[i + 2] !== ']') {
      spans.push({ start: open, end: text.length });
      open = -1;
      i++;
    } else text += marked[i];
  }
  if (open >= 0) throw new Error(`A mark is not closed in: ${marked}`);
  return { text, spans };
}
