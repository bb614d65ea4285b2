import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeFiles } from '../files/node.ts';
import { startServer } from './server.ts';
import { tolerance } from './tolerance.ts';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.slice(2).some(argument => transports.includes(argument.split('=', 1)[0] as string))) {
  const connection = createConnection(ProposedFeatures.all, tolerance);
  process.on('unhandledRejection', error =>
    connection.console.error(`Unexpected error: ${error instanceof Error ? error.stack : String(error)}`),
  );
  // Only the bundle, which is CommonJS and stands in dist/server/, knows its folder by this name.
  const bundled = typeof __dirname === 'string';
  startServer(connection, {
    files: createNodeFiles(),
    ...(bundled ? { docsUri: pathToFileURL(join(__dirname, '../../docs/rules/')).href } : {}),
  });
} else {
  process.stderr.write(
    'This language server is started by an editor; give it --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n',
  );
  process.exitCode = 2;
}
