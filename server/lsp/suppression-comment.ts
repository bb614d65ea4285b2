import { type Article, type CommentSyntax, type DraftEdit, type Finding, formatOf } from '../core/index.ts';

/** Stands where the writer is to say why the finding may stand. */
const reason = 'reason';

/**
 * The comment by which a writer lets a finding stand: on a line of its own above the block where that leaves the block whole,
 * otherwise at the end of the finding's line, because a comment that starts a line would end a paragraph, list item or quotation.
 * There is no edit where a language has no comments that readers do not see, or where one would need a line inside the block.
 */
export function suppressionComment({ blocks, languageId, text }: Article, finding: Finding): DraftEdit | undefined {
  const [syntax] = formatOf(languageId).comments;
  if (!syntax) return undefined;
  const lineStart = text.lastIndexOf('\n', finding.start - 1) + 1;
  const lineEnd = endOfLine(text, finding.start);
  if (blocks.some(({ start }) => start === lineStart) && isEmptyLine(text, lineStart - 1)) {
    const lineBreak = text.startsWith('\r', lineEnd) ? '\r\n' : '\n';
    return comment(syntax, lineStart, '', `sayswho-ignore-next ${finding.ruleId}`, lineBreak);
  }
  if (syntax.ownLine) return undefined;
  // Spaces at the end of a line may be a line break, so they stay at the end.
  const trailing = /\s*$/.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
  return comment(syntax, lineEnd - trailing, ' ', `sayswho-ignore ${finding.ruleId}`, '');
}

function comment(
  { open, close }: CommentSyntax,
  at: number,
  before: string,
  directive: string,
  after: string,
): DraftEdit {
  const opening = `${before}${open} ${directive} -- `;
  return {
    span: { start: at, end: at },
    text: `${opening}${reason}${close && ` ${close}`}${after}`,
    typeOver: { start: opening.length, end: opening.length + reason.length },
  };
}

function endOfLine(text: string, from: number): number {
  const lineBreak = text.indexOf('\n', from);
  if (lineBreak < 0) return text.length;
  return text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
}

/** True where the line that ends at this line break is empty, or there is none because the text starts here. */
const isEmptyLine = (text: string, lineBreak: number): boolean =>
  lineBreak < 0 || text.slice(text.lastIndexOf('\n', lineBreak - 1) + 1, lineBreak).trim() === '';
