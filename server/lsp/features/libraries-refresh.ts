import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { searchedEndings } from '../../bibliography/library.ts';
import { projectFiles } from '../../bibliography/project.ts';
import { trustGrantedNotification } from '../../protocol/bibliography.ts';
import type { Feature } from '../context.ts';

/** Keeps what drafts can cite in step with their words, the settings, the folders and the files. */
export const librariesRefresh: Feature = ({
  client,
  connection,
  documents,
  folders,
  libraries,
  logError,
  onInitialized,
  onReading,
  onSettingsChange,
  permissions,
}) => {
  if (!libraries) return;
  onReading(({ document }) => libraries.look(document));
  documents.onDidClose(({ document }) => libraries.forget(document.uri));
  onSettingsChange(() => libraries.refresh());
  folders.onChange(() => libraries.refresh());
  connection.onNotification(trustGrantedNotification, () => {
    permissions.trust();
    libraries.refresh();
  });
  // Files that are read are watched one by one; this tells of new ones.
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) libraries.refresh(uri);
  });
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
    onInitialized(() => {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: `**/*{${[...searchedEndings, ...projectFiles].join(',')}}` }],
        })
        .catch(error => logError('The editor did not register for changes of bibliographies', error));
    });
};
