import { expect, test } from 'vitest';
import { blocksOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'latex');

test('definitions hold no words, whatever they are told before their body', () => {
  const text =
    '\\newcommand{\\toll}[1]{a toll of #1}\n\\newcommand*{\\two}[2][x]{#1 and #2}\n\\newenvironment{dam}{Begin}{End}\n\\DeclareMathOperator{\\op}{op}\n\\NewDocumentCommand{\\lock}{m o}{a lock #1}\n\\newtheorem{law}{Law}\nBoats wait.';
  expect(read(text)).toEqual(['paragraph: Boats wait.']);
});

test('lengths are no words, and a quotation in another language has its marks', () => {
  expect(read('Boats \\vskip 1em wait\\hskip 2pt plus 1fil, \\foreignquote{german}{immer}.')).toEqual([
    'paragraph: Boats wait, “immer”.',
  ]);
});

test('the label of an item is its term, or counts', () => {
  const text =
    '\\begin{description}\n\\item[The \\emph{weir}] It stands.\n\\item[(ii)] Second.\n\\item [Tolls:] Rose.\n\\end{description}';
  expect(read(text)).toEqual(['list-item: The weir: It stands.', 'list-item: Second.', 'list-item: Tolls: Rose.']);
});

test('units are words', () => {
  const text =
    'From \\qty{5}{\\km} to \\SI{7}{kg} at \\qty{3.5}{\\kilo\\metre\\per\\hour}, \\SI{4}{\\degreeCelsius} and \\SI{40}{\\percent}.';
  expect(read(text)).toEqual(['paragraph: From 5 km to 7 kg at 3.5 kilometre/hour, 4 °C and 40%.']);
});

test('lengths behind a break, colours and struck-out words are no words', () => {
  const text =
    '\\begin{tabular}{ll}\nWeir & \\cellcolor{red!20} Shut \\\\[2pt]\nLock & Open \\\\*\n\\end{tabular}\n\nTolls \\sout{fell} \\st{sank} rose.';
  expect(read(text)).toEqual([
    ...['Weir', 'Shut', 'Lock', 'Open'].map(cell => `table-cell: ${cell}`),
    'paragraph: Tolls rose.',
  ]);
});
