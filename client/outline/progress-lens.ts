import * as vscode from 'vscode';
import type { ClaimsLoader } from '../claims-loader.ts';
import { servedLanguages } from '../served.ts';
import { progressText, toRange } from './view.ts';

/** Says above each heading how many of its claims are settled, once there is a record. */
export function showProgressLenses(loader: ClaimsLoader): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: document => {
      const { record } = loader.current;
      const isShown = vscode.workspace.getConfiguration('sayswho', document).get('codeLens', true);
      if (!isShown || loader.current.document !== document || record?.state !== 'ok') return [];
      return record.sections.flatMap(({ range, progress: { settled, total } }) =>
        range && total > 0
          ? [
              new vscode.CodeLens(toRange(range), {
                title: progressText(settled, total),
                command: 'sayswho.showClaims',
              }),
            ]
          : [],
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(
      servedLanguages.map(language => ({ language })),
      provider,
    ),
    loader.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(
      event => event.affectsConfiguration('sayswho.codeLens') && changed.fire(),
    ),
  );
}
