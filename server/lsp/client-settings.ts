import type { Connection } from 'vscode-languageserver';
import { resolveSettings, type Settings } from '../core/index.ts';

/** The section of an editor's settings that is ours. */
export const settingsSection = 'sayswho';

/** Settings of one document, and what was wrong with those that the client gave. */
export interface ResolvedSettings {
  readonly settings: Settings;
  /** Full sentences with the remedy. */
  readonly problems: readonly string[];
}

/** The settings that the client holds, for each resource, remembered until they change or the document is closed. */
export interface ClientSettings {
  of(uri: string): Promise<ResolvedSettings>;
  forget(uri: string): void;
  /** Forgets everything. `sent` is what the client sent along with the news; one that is to be asked sends nothing of use. */
  change(sent: unknown): void;
}

/**
 * @param canBeAsked True where the client answers `workspace/configuration`. Any other client's settings are those that it sent.
 * @param initial The settings in `initializationOptions`; they hold until the client gives others.
 */
export function createClientSettings(connection: Connection, canBeAsked: boolean, initial: unknown): ClientSettings {
  const known = new Map<string, Promise<ResolvedSettings>>();
  const told = new Set<string>();
  let sent = ownSection(initial) ?? initial;

  const tellOnce = (problem: string): void => {
    if (told.has(problem)) return;
    told.add(problem);
    connection.console.warn(problem);
  };
  const ask = async (uri: string): Promise<unknown> => {
    try {
      return await connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
    } catch (error) {
      tellOnce(`The editor did not tell its settings, so the defaults are used: ${String(error)}`);
      return undefined;
    }
  };
  const resolve = async (uri: string): Promise<ResolvedSettings> => {
    const asked = canBeAsked ? await ask(uri) : undefined;
    const resolved = resolveSettings(asked ?? sent);
    for (const problem of resolved.problems) tellOnce(problem);
    return resolved;
  };

  return {
    of: uri => {
      let settings = known.get(uri);
      if (!settings) known.set(uri, (settings = resolve(uri)));
      return settings;
    },
    forget: uri => known.delete(uri),
    change: given => {
      known.clear();
      sent = ownSection(given) ?? sent;
    },
  };
}

function ownSection(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null
    ? (settings as Record<string, unknown>)[settingsSection]
    : undefined;
}
