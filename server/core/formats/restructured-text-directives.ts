import type { BlockKind } from '../model/block.ts';

/** What the words of a directive are: its argument and its body. The body of `rows` holds cells that are parted by commas. */
export interface Directive {
  readonly argument?: BlockKind;
  readonly body: BlockKind | 'none' | 'rows';
}

/** Directives whose argument and body hold no words of the text; those of a domain (`py:function`) document code. */
const opaque =
  /^(?:code(?:-block|-cell)?|sourcecode|highlight|literalinclude|include|raw|math|eq|image|parsed-literal|prompt|program-output|command-output|(?:interactive-)?console|ipython|doctest|test(?:code|output|setup|cleanup)|jupyter-execute|exec|toctree|contents|sectnum|section-numbering|index|meta|role|default-role|unicode|date|replace|bibliography|glossary-list|graphviz|digraph|graph|mermaid|plantuml|uml|blockdiag|seqdiag|plot|auto.*|tabularcolumns|currentmodule|module|todo|todolist|target-notes|header|footer|youtube|vimeo|video|audio|iframe|button-(?:link|ref)|(?:c|cpp|js|py|rst|std):.*)$/;

const titled =
  /^(?:admonition|topic|sidebar|rubric|title|dropdown|details|collapse|card|grid-item-card|tab|tab-item|group-tab|panels)$/;
const quoting = /^(?:epigraph|pull-quote|highlights|line-block|parsed-quote)$/;
/** Admonitions and their like, whose text may start behind the name. */
const running =
  /^(?:note|tip|warning|important|hint|caution|danger|attention|error|seealso|compound|pull|version(?:added|changed|removed)|deprecated|centered)$/;

/** What a directive holds. One that is not known is a theme's or a project's own, and its body is text; so is an argument that is a sentence. */
export function directiveOf(name: string, argument: string): Directive {
  if (opaque.test(name)) return { body: 'none' };
  if (name === 'figure') return { body: 'caption' };
  if (name === 'table') return { argument: 'caption', body: 'paragraph' };
  if (name === 'list-table') return { argument: 'caption', body: 'table-cell' };
  if (name === 'csv-table') return { argument: 'caption', body: 'rows' };
  if (quoting.test(name)) return { argument: 'quotation', body: 'quotation' };
  if (titled.test(name)) return { argument: 'heading', body: 'paragraph' };
  return running.test(name) || /^\S+\s.*\s\S+[.?!]$/.test(argument)
    ? { argument: 'paragraph', body: 'paragraph' }
    : { body: 'paragraph' };
}
