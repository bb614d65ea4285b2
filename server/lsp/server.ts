import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { createContext, type Feature, type ServerEnvironment } from './context.ts';
import { analysed } from './features/analysed.ts';
import { bibliographyDiagnostics } from './features/bibliography-diagnostics.ts';
import { cite } from './features/cite.ts';
import { claims } from './features/claims.ts';
import { codeActions } from './features/code-actions/index.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { pullDiagnostics } from './features/diagnostics.ts';
import { documentSymbols } from './features/document-symbols.ts';
import { hover } from './features/hover.ts';
import { ledger } from './features/ledger.ts';
import { librariesRefresh } from './features/libraries-refresh.ts';
import { placeholders } from './features/placeholders.ts';
import { pushDiagnostics } from './features/push-diagnostics.ts';
import { ruleFailures } from './features/rule-failures.ts';
import { settingsRefresh } from './features/settings-refresh.ts';

const features: readonly Feature[] = [
  pullDiagnostics,
  pushDiagnostics,
  hover,
  codeActions,
  placeholders,
  documentSymbols,
  claims,
  ledger,
  analysed,
  ruleFailures,
  settingsRefresh,
  librariesRefresh,
  bibliographyDiagnostics,
  completion,
  definition,
  cite,
];

/** Serves one client over a connection until it says goodbye. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  let initialized = false;
  connection.onInitialize(params => {
    if (initialized) return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const context = createContext(connection, environment, params);
    for (const feature of features) feature(context);
    // Only now: where something above throws, the client may try again.
    initialized = true;
    return { capabilities: context.capabilities, serverInfo: { name: 'Says Who' } };
  });
  connection.onRequest(method =>
    initialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `This server knows no request “${method}”.`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be “initialize”.'),
  );
  connection.listen();
}
