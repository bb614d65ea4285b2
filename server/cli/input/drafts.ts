import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { formatOfFile } from '../../core/index.ts';
import { printable } from '../terminal/cells.ts';
import { binaryStart, type Decoded, decode } from './decode.ts';

/** A text to read, with the name under which it was asked for. */
export interface Draft {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

/** A draft that could not be read. */
export interface Unread {
  readonly path: string;
  /** Why not, with the remedy; to stand behind the path and a colon. */
  readonly problem: string;
}

export interface ReadingOptions {
  /** The language identifier for every file; by the file's extension if absent. */
  readonly languageId?: string | undefined;
  /** Longest draft that is read, in UTF-16 code units. */
  readonly maximumLength: number;
}

/** The path that stands for standard input. */
const standardInput = '-';

/** How messages and reports name a draft. */
export const nameOf = (path: string): string => (path === standardInput ? '<stdin>' : path);

/** Reads the drafts one after the other. One that cannot be read says why, and the others follow. */
export async function* readDrafts(paths: readonly string[], options: ReadingOptions): AsyncGenerator<Draft | Unread> {
  for (const path of paths) {
    const decoded = await readDraft(path, options).catch(error => ({ problem: systemProblem(error, path) }));
    if ('problem' in decoded) yield { path, problem: decoded.problem };
    else yield { path, languageId: options.languageId ?? formatOfFile(path).id, text: decoded.text };
  }
}

async function readDraft(path: string, { languageId, maximumLength }: ReadingOptions): Promise<Decoded> {
  const decoded = await readText(path, maximumLength);
  // Read as plain text, a notebook is one long line of JSON, and “no findings” would sound as if its words had been checked.
  return 'text' in decoded && languageId === undefined && /\.ipynb$/i.test(path)
    ? { problem: notebookProblem(path) }
    : decoded;
}

const notebookProblem = (path: string): string =>
  `is a notebook, whose Markdown cells are read in VS Code only. Open it there, or check its text: jupyter nbconvert --to markdown ${quoted(path)}`;

async function readText(path: string, maximumLength: number): Promise<Decoded> {
  if (path === standardInput && process.stdin.isTTY)
    process.stderr.write('Reading from the terminal; end with Ctrl+D.\n');
  // No UTF-8 character takes more than three bytes for one UTF-16 code unit; two more make a byte order mark.
  const maximumBytes = 3 * maximumLength + 3;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of path === standardInput ? process.stdin : createReadStream(path)) {
    const problem = chunks.length === 0 && binaryStart(chunk);
    if (problem) return { problem };
    chunks.push(chunk);
    length += chunk.length;
    if (length > maximumBytes) return { problem: await tooLong(path, maximumLength) };
  }
  const decoded = decode(Buffer.concat(chunks), quoted(path));
  if ('text' in decoded && decoded.text.length > maximumLength) return { problem: await tooLong(path, maximumLength) };
  return decoded;
}

async function tooLong(path: string, maximumLength: number): Promise<string> {
  // A file never has more characters than bytes, so that its size is always enough.
  const enough = path === standardInput ? 'N' : (await stat(path)).size || 'N';
  return `has more than ${maximumLength.toLocaleString('en')} characters and was not read. Split it, or allow more with --maximum-length ${enough} (the setting maximumLength).`;
}

/** What the operating system said, in words, with a remedy. */
function systemProblem(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
      return 'no such file. Check the path, and put quotation marks around one with spaces.';
    case 'EISDIR':
      return `is a folder. Name the files in it, for example: sayswho check ${path === standardInput ? 'drafts' : quoted(path.replace(/\/+$/, ''))}/*.md`;
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user. Change its permissions, or those of its folder.';
    case 'ELOOP':
      return 'is a symbolic link that leads back to itself. Name the file itself.';
    case 'ENOTDIR':
      return 'no such file: a part of the path is a file, not a folder. Check the path.';
    case 'ENAMETOOLONG':
      return 'no such file: the name is longer than the system allows. Check the path.';
    default:
      return `cannot be read (${code}). Check that it is a text file on a disk that works.`;
  }
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  const shown = path === standardInput ? 'FILE' : printable(path);
  return /^[\w./@%+,:=-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
