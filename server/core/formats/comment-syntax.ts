/** How a language writes a comment that no reader sees. */
export interface CommentSyntax {
  /** What stands before the words of a comment. */
  readonly open: string;
  /** What stands behind them; the empty string where the end of the line ends the comment. */
  readonly close: string;
  /** True where a comment needs a line of its own. */
  readonly ownLine: boolean;
  /** True where such a line may stand among the lines of a paragraph. */
  readonly insideBlock?: true;
  /** What a comment starts with, as a regular expression, where more than `open` itself can start or prevent one. */
  readonly opening?: string;
}

const line = (open: string, options: Omit<CommentSyntax, 'open' | 'close'>): CommentSyntax => ({
  open,
  close: '',
  ...options,
});
const within = (open: string, close: string): CommentSyntax => ({ open, close, ownLine: false });

export const comments = {
  html: within('<!--', '-->'),
  expression: within('{/*', '*/}'),
  slashes: within('/*', '*/'),
  /** An export snippet for a back end that does not exist: how Org has comments in a line. */
  snippet: within('@@comment:', '@@'),
  percent: line('%', { ownLine: false, opening: '(?<!\\\\)%+' }),
  doubleSlash: line('//', { ownLine: false, opening: '(?<!:)//+' }),
  doubleSlashLine: line('//', { ownLine: true, insideBlock: true, opening: '^//' }),
  twoDots: line('..', { ownLine: true, opening: '^[ \\t]{0,100}\\.\\.' }),
  hash: line('#', { ownLine: true, opening: '^[ \\t]{0,100}#' }),
} as const;
