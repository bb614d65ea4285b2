const frontMatter = [
  /^\uFEFF?(---|\+\+\+|;;;)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/,
  /^\uFEFF?\{[ \t]*\r?\n\s*"[\s\S]*?\r?\n\}[ \t]*(?:\r?\n|$)/,
];

/** The length of YAML, TOML or JSON front matter at the very start of a text, its closing line included; 0 where there is none. */
export function endOfFrontMatter(text: string): number {
  for (const pattern of frontMatter) {
    const found = pattern.exec(text);
    if (found) return found[0].length;
  }
  return 0;
}
