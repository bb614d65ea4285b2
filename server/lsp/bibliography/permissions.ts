import type { Connection } from 'vscode-languageserver';
import type { Permission } from '../../bibliography/library.ts';
import { nameOfUri } from '../../bibliography/uris.ts';
import {
  type MayReadOutsideParams,
  type MayReadOutsideResult,
  mayReadOutsideRequest,
} from '../../protocol/bibliography.ts';

/** What the user said of files outside the folders that are open. */
export interface Permissions {
  /** The answer so far. Where nobody was asked yet it is no, and the user is asked once. */
  of(uri: string, draft: string): Permission;
  /** Forgets that the folder was not trusted. */
  trust(): void;
}

const read = { title: 'Read It' };
const leave = { title: 'Leave It' };

/**
 * @param remembers True for a client that asks and remembers by itself; any other is asked anew in each session.
 * @param onAnswer Hears that an answer has come.
 */
export function createPermissions(connection: Connection, remembers: boolean, onAnswer: () => void): Permissions {
  const known = new Map<string, Permission>();

  const ask = async (uri: string, draft: string): Promise<Permission> => {
    try {
      if (remembers) {
        const params: MayReadOutsideParams = { uri, draft };
        return (await connection.sendRequest<MayReadOutsideResult>(mayReadOutsideRequest, params)).answer;
      }
      const answer = await connection.window.showInformationMessage(
        `“${nameOfUri(draft)}” names the bibliography “${nameOfUri(uri)}”, which lies outside the folder that is open. Read it?`,
        read,
        leave,
      );
      return answer?.title === read.title ? 'yes' : 'no';
    } catch {
      // A client that cannot ask; the draft says how to name the file in the settings.
      return 'no';
    }
  };

  return {
    of: (uri, draft) => {
      const answer = known.get(uri);
      if (answer !== undefined) return answer;
      known.set(uri, 'no');
      void ask(uri, draft).then(given => {
        known.set(uri, given);
        if (given !== 'no') onAnswer();
      });
      return 'no';
    },
    trust: () => {
      for (const [uri, answer] of known) if (answer === 'untrusted') known.delete(uri);
    },
  };
}
