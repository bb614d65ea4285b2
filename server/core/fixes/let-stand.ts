import type { CommentSyntax } from '../formats/comment-syntax.ts';
import { formatOf } from '../formats/languages.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { type SuppressionReason, suppressionReasons } from '../suppression/reasons.ts';
import { endOfLine, lineBreakAt } from './lines.ts';
import { blockAt } from './place.ts';

/** How much a comment lets stand. */
export const standScopes = ['here', 'block', 'file'] as const;
export type StandScope = (typeof standScopes)[number];

/**
 * The comment by which a writer lets a finding stand, here, in its block or in the whole draft; undefined where a language has no
 * comments that readers do not see, or where one would need a line inside something that it would part.
 *
 * @param reason Why it may stand; if absent, `other`, with the vocabulary to choose from.
 */
export function letStand(
  article: Article,
  finding: Finding,
  scope: StandScope,
  reason?: SuppressionReason,
): readonly DraftEdit[] | undefined {
  const { comments } = formatOf(article.languageId);
  const [syntax] = comments;
  if (!syntax) return undefined;
  const { ruleId } = finding;
  switch (scope) {
    case 'here':
      return here(article, finding, comments, reason);
    case 'block':
      return around(article, finding, syntax, reason);
    case 'file': {
      const { text } = article;
      const lineBreak = lineBreakAt(text, 0);
      const end = text.trimEnd().length;
      const before = end === 0 ? '' : lineBreak + lineBreak;
      return [
        comment(syntax, { start: end, end: text.length }, before, `sayswho-ignore-file ${ruleId}`, lineBreak, reason),
      ];
    }
  }
}

/**
 * On a line of its own above the block where that leaves the block whole, otherwise at the end of the finding's line, because a
 * comment that starts a line would end a paragraph, list item or quotation.
 */
function here(
  { blocks, text }: Article,
  { start, ruleId }: Finding,
  comments: readonly CommentSyntax[],
  reason: SuppressionReason | undefined,
): readonly DraftEdit[] | undefined {
  const [syntax] = comments;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (syntax && blocks.some(block => block.start === lineStart) && isEmptyLine(text, lineStart - 1)) {
    const lineBreak = lineBreakAt(text, start);
    const at = { start: lineStart, end: lineStart };
    return [comment(syntax, at, '', `sayswho-ignore-next ${ruleId}`, apartFrom(syntax, lineBreak), reason)];
  }
  const inLine = comments.find(({ ownLine }) => !ownLine);
  if (!inLine) return undefined;
  const lineEnd = endOfLine(text, start);
  // Spaces at the end of a line may be a line break, so they stay at the end.
  const at = lineEnd - (/\s*$/.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0);
  return [comment(inLine, { start: at, end: at }, ' ', `sayswho-ignore ${ruleId}`, '', reason)];
}

/** Above and below a block that stands by itself between empty lines. */
function around(
  article: Article,
  { start, ruleId }: Finding,
  syntax: CommentSyntax,
  reason: SuppressionReason | undefined,
): readonly DraftEdit[] | undefined {
  const { text } = article;
  const placed = blockAt(article, start);
  if (!placed) return undefined;
  const from = placed.start;
  const to = endOfLine(text, from + placed.block.length);
  const isAlone =
    (from === 0 || text.charAt(from - 1) === '\n') &&
    isEmptyLine(text, from - 1) &&
    isEmptyLine(text, nextBreak(text, to));
  if (!isAlone) return undefined;
  const oneBreak = lineBreakAt(text, from);
  // A note is known by what starts its block, so that a comment in the same block would hide it.
  const lineBreak = placed.block.defines.length > 0 ? oneBreak + oneBreak : apartFrom(syntax, oneBreak);
  const { open, close } = syntax;
  return [
    comment(syntax, { start: from, end: from }, '', `sayswho-ignore-start ${ruleId}`, lineBreak, reason),
    { span: { start: to, end: to }, text: `${lineBreak}${open} sayswho-ignore-end${close && ` ${close}`}` },
  ];
}

/** A comment on a line of its own is parted from the block, unless it may stand inside one. */
const apartFrom = ({ ownLine, insideBlock }: CommentSyntax, lineBreak: string): string =>
  ownLine && !insideBlock ? lineBreak + lineBreak : lineBreak;

function comment(
  { open, close }: CommentSyntax,
  span: DraftEdit['span'],
  before: string,
  directive: string,
  after: string,
  reason: SuppressionReason | undefined,
): DraftEdit {
  const opening = `${before}${open} ${directive} -- `;
  const given = reason ?? 'other';
  return {
    span,
    text: `${opening}${given}${close && ` ${close}`}${after}`,
    typeOver: { start: opening.length, end: opening.length + given.length },
    ...(reason ? {} : { choices: suppressionReasons }),
  };
}

/** The break of the line behind the one that ends at a position; the length of the text where there is none. */
function nextBreak(text: string, lineEnd: number): number {
  const end = text.indexOf('\n', lineEnd);
  if (end < 0) return -1;
  const next = text.indexOf('\n', end + 1);
  return next < 0 ? text.length : next;
}

/** True where the line that ends at this line break is empty, or there is none because the text starts or ends here. */
const isEmptyLine = (text: string, lineBreak: number): boolean =>
  lineBreak < 0 || text.slice(text.lastIndexOf('\n', lineBreak - 1) + 1, lineBreak).trim() === '';
