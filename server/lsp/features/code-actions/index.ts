import {
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import { createPlacer } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import type { BulkScope, DocumentParams } from '../../../protocol/messages.ts';
import type { Feature } from '../../context.ts';
import { type DiagnosticData, diagnosticSource } from '../../convert.ts';
import { createEditMaker } from '../../edits.ts';
import type { Reading } from '../../readings.ts';
import { type Action, type ActionProvider, isAskedFor } from './action.ts';
import { bibliographyActions } from './bibliography.ts';
import { commentActions } from './comments.ts';
import { fillingOf, inBulk } from './in-bulk.ts';
import { letStanding } from './let-stand.ts';
import { placeholderActions } from './placeholders.ts';
import { recordActions } from './record.ts';
import { repairs } from './repairs.ts';

/** In the order in which their actions are offered: what mends, then what is done to many findings or to none. */
const mending: readonly ActionProvider[] = [repairs, bibliographyActions, placeholderActions];
const others: readonly ActionProvider[] = [inBulk, letStanding, recordActions, commentActions];

/** What travels with an action that is worked out when it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly bulk: BulkScope;
}

/** What can be done at a place, as quick fixes, refactorings and fixes of the whole draft. Edits belong to the version that was read. */
export const codeActions: Feature = context => {
  const { capabilities, client, connection, convert, documents, forDocument, options } = context;
  const { codeAction } = client.textDocument ?? {};
  // A client that takes nothing but commands would have nothing to run.
  if (!codeAction?.codeActionLiteralSupport) return;
  const canResolve = codeAction.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true;
  capabilities.codeActionProvider = {
    codeActionKinds: Object.values(actionKinds),
    ...(canResolve ? { resolveProvider: true } : {}),
  };
  const toWorkspaceEdit = createEditMaker(client, convert);
  const bulkEdit = (reading: Reading, scope: BulkScope) => {
    const { edits, count } = fillingOf(reading, scope);
    return toWorkspaceEdit(reading, edits, count === 1 ? 'Insert a placeholder' : `Insert ${count} placeholders`);
  };

  const toCodeAction = (reading: Reading, shown: readonly Diagnostic[], action: Action): CodeAction => {
    const { title, kind, findings, isPreferred, edits, command, bulk } = action;
    const data: ActionData | undefined =
      bulk && canResolve ? { uri: reading.uri, version: reading.version, bulk } : undefined;
    return {
      title,
      kind,
      diagnostics: findings.flatMap(finding => shownAs(convert.toDiagnostic(reading.document, finding), shown)),
      ...(isPreferred ? { isPreferred } : {}),
      ...(edits ? { edit: toWorkspaceEdit(reading, edits) } : {}),
      ...(command ? { command } : {}),
      ...(data ? { data } : bulk ? { edit: bulkEdit(reading, bulk) } : {}),
    };
  };

  connection.onCodeAction(
    forDocument<CodeActionParams, CodeAction[]>({ what: 'the quick fixes', missing: [] }, (reading, params) => {
      const { only, diagnostics: shown } = params.context;
      const range = {
        start: convert.toOffset(reading.document, params.range.start),
        end: convert.toOffset(reading.document, params.range.end),
      };
      const request = {
        reading,
        range,
        findings: reading.report.findings.filter(({ start, end }) => start <= range.end && range.start <= end),
        placer: createPlacer(reading.article),
        canChoose: client.workspace?.workspaceEdit?.snippetEditSupport === true,
        canCommand: options.commands === true,
        toPosition: (position: number) => convert.toRange(reading.document, { start: position, end: position }).start,
      };
      const from = (providers: readonly ActionProvider[]): Action[] =>
        providers
          .filter(({ kinds }) => kinds.some(kind => isAskedFor(kind, only)))
          .flatMap(provider => provider.actions(request))
          .filter(({ kind }) => isAskedFor(kind, only));
      const mends = from(mending);
      // A source is better than a placeholder in another style.
      return [
        ...mends.filter(action => !action.isVariant),
        ...mends.filter(action => action.isVariant),
        ...from(others),
      ].map(action => toCodeAction(reading, shown, action));
    }),
  );

  if (canResolve)
    connection.onCodeActionResolve(async (action, token) => {
      const data = action.data as Partial<ActionData> | undefined;
      const { uri, version, bulk } = data ?? {};
      if (uri === undefined || bulk === undefined) return action;
      // Worked out for a text that is no more, it would be misapplied.
      if (documents.get(uri)?.version !== version) return outdated();
      const resolve = forDocument<DocumentParams, CodeAction>(
        { what: 'the placeholders', missing: action },
        reading => ({ ...action, edit: bulkEdit(reading, bulk) }),
      );
      return resolve({ textDocument: { uri } }, token);
    });
};

const outdated = (): ResponseError<never> =>
  new ResponseError(
    LSPErrorCodes.ContentModified,
    'The draft has changed since this was offered, so nothing was done. Ask for it again.',
  );

/** The diagnostics of the client that show a finding, as the client knows them; our own where it sent none. */
function shownAs(own: Diagnostic, shown: readonly Diagnostic[]): Diagnostic[] {
  const same = shown.filter(
    ({ code, data, range, source }) =>
      source === diagnosticSource &&
      code === own.code &&
      isSame(range.start, own.range.start) &&
      isSame(range.end, own.range.end) &&
      // Not every client sends back the data that came with a diagnostic.
      (messageIdOf(data) ?? messageIdOf(own.data)) === messageIdOf(own.data),
  );
  return same.length > 0 ? same : [own];
}

const messageIdOf = (data: unknown): string | undefined => (data as DiagnosticData | null | undefined)?.messageId;

const isSame = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
