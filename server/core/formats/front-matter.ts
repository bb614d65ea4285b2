/** A line of YAML: a comment, a key, an item of a list, what a line above goes on with, or nothing. */
const yamlLine = String.raw`(?:[ \t]*(?:[#\]}].*)?|[ \t]+[^\s#\]}].*|-(?:[ \t].*)?|(?:"[^"\n]*"|'[^'\n]*'|[^\s:#"'-][^:\n]*):(?:[ \t].*)?)\r?\n`;

/**
 * A rule that somebody drew over the first paragraph looks like the opening of front matter, so what follows has to be YAML
 * line by line: words that are none must not be hidden.
 */
const frontMatter = [
  new RegExp(
    String.raw`^\uFEFF?(?:[ \t]*\r?\n)?---[ \t]*\r?\n(?!\r?\n)(?:${yamlLine})*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`,
  ),
  /^\uFEFF?(\+\+\+|;;;)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/,
  /^\uFEFF?---[ \t]*(?:toml|json|yaml)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/,
  /^\uFEFF?\{\s*"[^"\n]{1,200}"\s*:(?:[^\n]*\}|[\s\S]*?\r?\n\})[ \t]*(?:\r?\n|$)/,
];

/** The length of YAML, TOML or JSON front matter at the very start of a text, its closing line included; 0 where there is none. */
export function endOfFrontMatter(text: string): number {
  for (const pattern of frontMatter) {
    const found = pattern.exec(text);
    if (found) return found[0].length;
  }
  return 0;
}
