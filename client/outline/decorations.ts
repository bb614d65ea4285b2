import * as vscode from 'vscode';
import { type ClaimsLoader, hasRecord } from '../claims-loader.ts';
import { type Mark, markColor, markOf, marks } from './looks.ts';
import { toRange } from './view.ts';

/** How claims are marked in the text: a shape in the gutter, a line under the words, or not at all. */
type Style = 'gutter' | 'underline' | 'off';

/** Lines under the words differ by their shape, too. */
const lines: Readonly<Record<Mark, string>> = {
  unchecked: '1px dotted',
  'needs-source': '2px dotted',
  sourced: '1px dashed',
  verified: '1px solid',
  disputed: '3px double',
  cut: '2px dashed',
  opinion: '1px dotted',
  'let-stand': '1px dashed',
  stale: '2px solid',
};

/** Marks the claims of a draft that has a record, by their status. */
export function decorateClaims(extensionUri: vscode.Uri, loader: ClaimsLoader): vscode.Disposable {
  let types = new Map<Mark, vscode.TextEditorDecorationType>();
  const remake = () => {
    for (const type of types.values()) type.dispose();
    const settings = vscode.workspace.getConfiguration('sayswho');
    const style = settings.get<Style>('decorations', 'gutter');
    // Most of a draft is unchecked for most of the time, so that a mark for it says little.
    const shown = settings.get('decorateUnchecked', false) ? marks : marks.filter(mark => mark !== 'unchecked');
    // A shape stands once beside a claim, not beside each of its lines.
    marked = style === 'gutter' ? range => toRange({ start: range.start, end: range.start }) : toRange;
    types = style === 'off' ? new Map() : new Map(shown.map(mark => [mark, typeOf(mark, style, extensionUri)]));
    draw();
  };
  let marked = toRange;
  const draw = () => {
    const { document, rows, record } = loader.current;
    for (const editor of vscode.window.visibleTextEditors) {
      // Where the text has moved on, the marks move with it until the claims are read again.
      if (editor.document === document && rows && rows.version !== document.version) continue;
      const items = editor.document === document && rows && hasRecord(record) ? rows.rows.map(({ item }) => item) : [];
      for (const [mark, type] of types)
        editor.setDecorations(
          type,
          items.flatMap(item => (item.range && markOf(item) === mark ? [marked(item.range)] : [])),
        );
    }
  };
  remake();
  return vscode.Disposable.from(
    loader.onDidChange(draw),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (['decorations', 'decorateUnchecked'].some(key => event.affectsConfiguration(`sayswho.${key}`))) remake();
    }),
    { dispose: () => types.forEach(type => void type.dispose()) },
  );
}

function typeOf(mark: Mark, style: 'gutter' | 'underline', extensionUri: vscode.Uri): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(markColor(mark));
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    // What is done needs no place in the ruler.
    ...(/^(?:needs-source|disputed|stale)$/.test(mark) ? { overviewRulerColor: color } : {}),
    ...(style === 'gutter'
      ? { gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', 'status', `${mark}.svg`), gutterIconSize: '70%' }
      : { border: lines[mark], borderWidth: `0 0 ${lines[mark].slice(0, 3)} 0`, borderColor: color }),
  });
}
