import { type Connection, Emitter, type Event, type InitializeParams } from 'vscode-languageserver';
import { isInside } from '../bibliography/uris.ts';

/** The folders that are open in the editor. */
export interface WorkspaceFolders {
  /** The innermost folder that a file lies in; absent where it lies in none. */
  of(uri: string): string | undefined;
  readonly onChange: Event<void>;
}

export function followFolders(
  connection: Connection,
  { capabilities, rootUri, workspaceFolders }: InitializeParams,
  onInitialized: Event<void>,
): WorkspaceFolders {
  const folders = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  const change = new Emitter<void>();
  if (capabilities.workspace?.workspaceFolders)
    onInitialized(() => {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        change.fire();
      });
    });
  return {
    of: uri => [...folders].filter(folder => isInside(uri, folder)).sort((a, b) => b.length - a.length)[0],
    onChange: change.event,
  };
}
