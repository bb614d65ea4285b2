import { expect, test } from 'vitest';
import { declaredFiles } from '../../../server/core/bibliography/declared.ts';

const declared = (text: string, languageId: string) =>
  declaredFiles(text, languageId).map(({ kind, path, start, end }) => [
    kind === 'bibliography' ? path : `${kind} ${path}`,
    text.slice(start, end),
  ]);

test.each([
  ['markdown', 'bibliography: refs.bib', []],
  [
    'python',
    "extensions = ['x']\nbibtex_bibfiles = [\n  'refs.bib', # 'old.bib'\n  \"more.bib\",\n]\n",
    [
      ['refs.bib', 'refs.bib'],
      ['more.bib', 'more.bib'],
    ],
  ],
  ['latex', '\\addbibresource[datatype=bibtex]{refs.bib} % \\addbibresource{old.bib}', [['refs.bib', 'refs.bib']]],
  [
    'latex',
    '%\\bibliography{old}\n\\bibliography{a, b.bib}',
    [
      ['a.bib', 'a'],
      ['b.bib', 'b.bib'],
    ],
  ],
  [
    'tex',
    '% !TEX root = ../main.tex\n\\input{parts/one}\\include{two.tex}\\input{\\jobname}',
    [
      ['root ../main.tex', '../main.tex'],
      ['include parts/one.tex', 'parts/one'],
      ['include two.tex', 'two.tex'],
    ],
  ],
  [
    'asciidoc',
    '= T\n:bibtex-file: refs.bib\n\ninclude::part.adoc[]\n',
    [
      ['refs.bib', 'refs.bib'],
      ['include part.adoc', 'part.adoc'],
    ],
  ],
  ['typst', '#bibliography("works.yml", style: "mla")\n// #bibliography("old.bib")', [['works.yml', 'works.yml']]],
  [
    'typst',
    '#include "one.typ"\n#bibliography(("a.bib", "b.bib"))',
    [
      ['include one.typ', 'one.typ'],
      ['a.bib', 'a.bib'],
      ['b.bib', 'b.bib'],
    ],
  ],
  [
    'restructuredtext',
    '.. include:: one.rst\n\n.. bibliography:: a.bib b.bib\n',
    [
      ['include one.rst', 'one.rst'],
      ['a.bib', 'a.bib'],
      ['b.bib', 'b.bib'],
    ],
  ],
  [
    'org',
    '#+BIBLIOGRAPHY: refs.bib\n#+include: "one.org"\n#+bibliography: "my refs.bib"',
    [
      ['refs.bib', 'refs.bib'],
      ['include one.org', 'one.org'],
      ['my refs.bib', 'my refs.bib'],
    ],
  ],
  ['plaintext', '\\addbibresource{refs.bib}', []],
])('%s: %j', (languageId, text, expected) => expect(declared(text, languageId)).toEqual(expected));
