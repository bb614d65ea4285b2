import { endOfFrontMatter } from '../formats/front-matter.ts';
import { type Span, shift } from '../model/span.ts';

/** A file that a draft names: a bibliography, or another part of the text, which may name some. */
export interface Declared extends Span {
  /** An `include` is part of the draft, and of a `root` the draft is a part. */
  readonly kind: 'bibliography' | 'include' | 'root';
  /** As it is written, with the ending that its language leaves out. */
  readonly path: string;
  /** True where front matter names it. */
  readonly inFrontMatter?: true;
}

/** What a language writes before and around the name of a file. The group `list` holds the names. */
interface Form {
  readonly kind: Declared['kind'];
  readonly at: RegExp;
  /** Finds the names in the list; all of it is one name if absent. Its group is the name. */
  readonly names?: RegExp;
  /** Added to a name without an ending. */
  readonly ending?: string;
  /** What starts a comment on the same line. */
  readonly comment?: RegExp;
}

const commas = /([^,\s][^,]*)/g;
const quoted = /"([^"\n]+)"/g;
const tex = /(?:^|[^\\])%/;
const slashes = /(?:^|[^:])\/\//;

const latex: readonly Form[] = [
  {
    kind: 'bibliography',
    at: /\\(?:addbibresource|addglobalbib|addsectionbib)(?:\[[^\]\n]{0,200}\])?\{(?<list>[^{}\n]{1,300})\}/dg,
    comment: tex,
  },
  {
    kind: 'bibliography',
    at: /\\bibliography\{(?<list>[^{}]{1,2000})\}/dg,
    names: commas,
    ending: '.bib',
    comment: tex,
  },
  {
    kind: 'include',
    at: /\\(?:input|include|subfile)\{(?<list>[^{}\n\\#]{1,300})\}/dg,
    ending: '.tex',
    comment: tex,
  },
  { kind: 'root', at: /\\documentclass\[(?<list>[^\],\n=]{1,300}\.tex)\]\{subfiles\}/dg, comment: tex },
  { kind: 'root', at: /^%[ \t]*!T[eE]X[ \t]+root[ \t]*=[ \t]*(?<list>[^\n]{0,298}[^\s])/dgm },
];
const asciidoc: readonly Form[] = [
  { kind: 'bibliography', at: /^:bib(?:tex-file|liography-database):[ \t]+(?<list>[^\n{}]{0,300}[^\s{}])[ \t]*$/dgm },
  { kind: 'include', at: /^include::(?<list>[^[\]\n{}]{1,300}\.(?:adoc|asciidoc|asc))\[/dgm },
];
const typst: readonly Form[] = [
  {
    kind: 'bibliography',
    at: /\bbibliography\(\s{0,20}(?<list>"[^"\n]{1,300}"|\((?:[^"()]{0,20}"[^"\n]{1,300}"){1,20})/dg,
    names: quoted,
    comment: slashes,
  },
  { kind: 'include', at: /#(?:include|import)[ \t]+"(?<list>[^"\n@]{1,300}\.typ)"/dg, comment: slashes },
];
const restructuredText: readonly Form[] = [
  { kind: 'bibliography', at: /^[ \t]*\.\.[ \t]+bibliography::[ \t]+(?<list>[^\n]{0,500}\S)/dgm, names: /(\S+)/g },
  { kind: 'include', at: /^[ \t]*\.\.[ \t]+include::[ \t]+(?<list>[^\n<>]{1,300}\.(?:rst|rest|txt|inc))[ \t]*$/dgm },
];
const org: readonly Form[] = [
  { kind: 'bibliography', at: /^#\+bibliography:[ \t]*(?:"(?<list>[^"\n]{1,300})"|(?<bare>[^\s"]{1,300}))/dgim },
  { kind: 'include', at: /^#\+(?:include|setupfile):[ \t]*"?(?<list>[^"\n:]{1,300}\.org)\b/dgim },
];

/** The configuration of Sphinx, as sphinxcontrib-bibtex reads it. */
const python: readonly Form[] = [
  {
    kind: 'bibliography',
    at: /^bibtex_bibfiles[ \t]*(?::[^=\n]{1,100})?=\s*[[(](?<list>[^\])]{1,4000})[\])]/dgm,
    names: /(?<!#[^\n]{0,300})["']([^"'\n]+)["']/g,
  },
];

const forms: Readonly<Record<string, readonly Form[]>> = {
  python,
  latex,
  tex: latex,
  asciidoc,
  typst,
  restructuredtext: restructuredText,
  org,
};

/** The bibliographies and the other parts of the text that the body of a draft names, in order of position. */
export function declaredFiles(text: string, languageId: string): Declared[] {
  const declared: Declared[] = [];
  for (const { kind, at, names, ending, comment } of forms[languageId] ?? [])
    for (const { index, indices } of text.matchAll(at)) {
      const [from, to] = indices?.groups?.['list'] ?? indices?.groups?.['bare'] ?? [0, 0];
      if (comment?.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index))) continue;
      for (const { path, start, end } of namesIn(text, { start: from, end: to }, names))
        declared.push({ kind, path: ending && !/\.[A-Za-z]+$/.test(path) ? path + ending : path, start, end });
    }
  return declared.sort((a, b) => a.start - b.start);
}

function namesIn(text: string, { start, end }: Span, names: RegExp | undefined): (Span & { readonly path: string })[] {
  const list = text.slice(start, end);
  if (!names) return [{ path: list.trim(), start, end }];
  return Array.from(list.matchAll(names), ({ index, 0: whole, 1: name = whole }) => {
    const from = start + index + whole.indexOf(name);
    return { path: name.trim(), start: from, end: from + name.trimEnd().length };
  });
}

/**
 * The YAML at the start of a draft, without its marks, where it names bibliographies: Pandoc's `bibliography:` (manual,
 * "Specifying bibliographic data"). `start` is where it begins in the draft.
 */
export function frontMatterNaming(text: string): { readonly yaml: string; readonly start: number } | undefined {
  const yaml = frontMatterOf(text);
  if (!/^bibliography:/m.test(yaml)) return undefined;
  const start = yaml.indexOf('\n') + 1;
  return { yaml: yaml.slice(start).replace(/(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, ''), start };
}

/** Finds where a draft names a file now, which may have been edited since; undefined where it names it no longer. */
export function placesOfDeclared(text: string, languageId: string): (named: Declared) => Span | undefined {
  const declared = declaredFiles(text, languageId);
  return ({ inFrontMatter, kind, path }) => {
    if (!inFrontMatter) return declared.find(other => kind === other.kind && path === other.path);
    const naming = frontMatterNaming(text);
    const at = naming?.yaml.indexOf(path) ?? -1;
    return naming && at >= 0 ? shift({ start: at, end: at + path.length }, naming.start) : undefined;
  };
}

/** The references that a draft gives in its own front matter, under Pandoc's `references:`, and where their YAML starts; absent where it gives none. */
export function ownReferences(text: string): string | undefined {
  const yaml = frontMatterOf(text);
  return /^references:/m.test(yaml) ? yaml : undefined;
}

const frontMatterOf = (text: string): string => (/^\uFEFF?---/.test(text) ? text.slice(0, endOfFrontMatter(text)) : '');
