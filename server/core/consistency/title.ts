import { endOfFrontMatter } from '../formats/front-matter.ts';
import { formatOf } from '../formats/languages.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import { once } from '../model/once.ts';
import { readWords, unjudged } from '../read-words.ts';

/** "title: …" in YAML, "title = …" in TOML and `"title": …` in JSON; what follows is the value with its quotation marks. */
const titleLine = /^[ \t]*(["']?)(?:title|headline)\1[ \t]*[:=][ \t]*(.*)$/im;
/** A value on one line, in quotation marks or bare, without what follows it. A text over several lines has none. */
const value = /^(?:"([^"]*)"|'((?:[^']|'')*)'|([^\s"'>|#[{].*?))[ \t]*(?:,|#.*)?[ \t]*\r?$/;

/** The title that front matter gives, which is no block of the draft, at its place in it; absent where front matter gives none. */
export const titleOf: (article: Article) => PlacedBlock | undefined = once(({ text, blocks }) => {
  const end = endOfFrontMatter(text);
  // In a language without front matter these lines are words of the draft.
  if (end === 0 || (blocks[0] && blocks[0].start < end)) return undefined;
  const line = titleLine.exec(text.slice(0, end));
  const found = line && value.exec(line[2] as string);
  const title = found && (found[1] ?? found[2] ?? found[3]);
  if (!title) return undefined;
  const start = line.index + line[0].length - (line[2] as string).length + (found[3] === undefined ? 1 : 0);
  const [raw] = formatOf('plaintext').reread(title).blocks;
  const [words] = raw ? readWords([{ ...raw, kind: 'heading', level: 1 }]) : [];
  return words && { start: start + (raw?.span.start ?? 0), block: unjudged(words) };
});
