import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { settingsSection } from '../client-settings.ts';
import type { Feature } from '../context.ts';

/** Hears of changed settings, and asks to be told of them where the client lets a server ask. */
export const settingsRefresh: Feature = ({ changeSettings, client, connection, logError, onInitialized }) => {
  connection.onDidChangeConfiguration(({ settings }) => changeSettings(settings));
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
    onInitialized(() => {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: settingsSection })
        .catch(error => logError('The editor did not register for changes of settings', error));
    });
};
