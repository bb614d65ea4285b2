import { type FileRename, RenameFile } from 'vscode-languageserver';
import type { FilePort } from '../../files/port.ts';
import { recordEnding } from '../../ledger/place.ts';
import type { Context } from '../context.ts';
import type { Desk } from './desk.ts';

/**
 * A draft that is renamed takes its record along, and so does a folder of drafts whose records are gathered elsewhere. The editor
 * moves the record in the same step as the draft, so that undoing the one undoes the other.
 */
export function followRenames({ capabilities, client, connection, logError }: Context, desk: Desk): void {
  const { files } = desk;
  const { fileOperations, workspaceEdit } = client.workspace ?? {};
  const canMove = workspaceEdit?.documentChanges && workspaceEdit.resourceOperations?.includes('rename');
  if (!files || !fileOperations?.willRename || !canMove) return;
  const filters = [{ pattern: { glob: '**/*' } }];
  capabilities.workspace = { ...capabilities.workspace, fileOperations: { willRename: { filters } } };
  connection.workspace.onWillRenameFiles(async ({ files: renamed }) => {
    const moved = new Set(renamed.map(({ oldUri }) => oldUri));
    try {
      const moves = await Promise.all(renamed.map(each => movesAlong(each, files, desk)));
      // A record that the user moves along with its draft is taken care of.
      const documentChanges = moves.flat().filter(({ oldUri }) => !moved.has(oldUri));
      return documentChanges.length === 0 ? null : { documentChanges };
    } catch (error) {
      // The draft is renamed all the same; its record can be taken over afterwards.
      logError('Could not find the records of what is renamed', error);
      return null;
    }
  });
}

async function movesAlong({ oldUri, newUri }: FileRename, files: FilePort, desk: Desk): Promise<RenameFile[]> {
  if (oldUri.endsWith(recordEnding)) return [];
  const [from, to] = await Promise.all([desk.placeFor(oldUri), desk.placeFor(newUri)]);
  if ('problem' in from || 'problem' in to || from.uri === to.uri) return [];
  // What is there already stays; the view then offers to take the other record over.
  const move = (source: string, target: string) => RenameFile.create(source, target, { ignoreIfExists: true });
  const record = await files.read(from.uri, undefined, 0);
  if (record.kind === 'found' || record.kind === 'too-large') return [move(from.uri, to.uri)];
  // Beside their drafts, records move with the folder anyway.
  if (from.uri === oldUri + recordEnding) return [];
  const [source, target] = [from.uri, to.uri].map(uri => uri.slice(0, -recordEnding.length)) as [string, string];
  const records = await files.search(source, [recordEnding], 1);
  return records.kind === 'found' && records.uris.length > 0 ? [move(source, target)] : [];
}
