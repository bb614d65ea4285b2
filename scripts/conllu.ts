/** A paragraph of a Universal Dependencies treebank: its text, and where each annotated sentence lies in it. */
export interface GoldParagraph {
  readonly document: string;
  readonly text: string;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Rebuilds the running text of a treebank from its CoNLL-U form. Sentences of a paragraph are joined by a space unless
 * the last token of the one before says that none follows; `# newdoc` and `# newpar` begin a paragraph.
 */
export function paragraphsOf(conllu: string): GoldParagraph[] {
  const paragraphs: { document: string; text: string; sentences: { start: number; end: number }[] }[] = [];
  let document = '';
  let isNew = true;
  let spaceBefore = '';
  for (const part of conllu.split(/\n\n+/)) {
    let text: string | undefined;
    let spaceAfter = true;
    let rangeEnd = 0;
    for (const line of part.split('\n')) {
      if (line.startsWith('# newdoc')) {
        document = line.slice(line.indexOf('=') + 1).trim();
        isNew = true;
      } else if (line.startsWith('# newpar')) isNew = true;
      else if (line.startsWith('# text =')) text = line.slice('# text ='.length).trim();
      else if (/^\d/.test(line)) {
        const columns = line.split('\t');
        const [id, , , , , , , , , misc] = columns;
        const range = /^\d+-(\d+)$/.exec(id ?? '');
        if (id?.includes('.') || (!range && Number(id) <= rangeEnd)) continue;
        if (range) rangeEnd = Number(range[1]);
        spaceAfter = !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc ?? '');
      }
    }
    if (text === undefined) continue;
    const current = paragraphs.at(-1);
    if (isNew || !current) {
      paragraphs.push({ document, text, sentences: [{ start: 0, end: text.length }] });
    } else {
      const start = current.text.length + spaceBefore.length;
      current.text += spaceBefore + text;
      current.sentences.push({ start, end: start + text.length });
    }
    isNew = false;
    spaceBefore = spaceAfter ? ' ' : '';
  }
  return paragraphs;
}
