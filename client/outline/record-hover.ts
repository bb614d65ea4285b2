import * as vscode from 'vscode';
import type { ClaimsLoader } from '../claims-loader.ts';
import { servedLanguages } from '../served.ts';
import { recordTooltip } from './looks.ts';
import { rowHolding } from './model.ts';
import { toRange } from './view.ts';

/** Says over the words of a claim what the record says of it: the shape in the gutter alone tells neither who nor why. */
export const showRecordOnHover = (loader: ClaimsLoader): vscode.Disposable =>
  vscode.languages.registerHoverProvider(
    servedLanguages.map(language => ({ language })),
    {
      provideHover(document, position) {
        const { document: loaded, rows } = loader.current;
        if (loaded !== document || rows?.version !== document.version) return undefined;
        const row = rowHolding(rows.rows, position);
        const words = row && recordTooltip(row);
        return words && row.item.range ? new vscode.Hover(words, toRange(row.item.range)) : undefined;
      },
    },
  );
