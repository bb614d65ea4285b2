import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** A running server of files. */
export interface StaticServer {
  readonly port: number;
  readonly end: () => void;
}

/** A browser refuses a worker whose script has another type than this. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves each folder under its path, on this machine only; one path may lie inside another. */
export function serveFolders(folders: Readonly<Record<string, string>>): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    void answer(response, fileFor(folders, path));
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      done({ port, end: () => server.close() });
    });
  });
}

function fileFor(folders: Readonly<Record<string, string>>, path: string): string | undefined {
  const longestFirst = Object.keys(folders).sort((a, b) => b.length - a.length);
  const mount = longestFirst.find(name => path.startsWith(`/${name}/`));
  const folder = mount === undefined ? undefined : folders[mount];
  if (mount === undefined || folder === undefined) return undefined;
  const file = resolve(join(folder, path.slice(mount.length + 2)));
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}

async function answer(response: ServerResponse, file: string | undefined): Promise<void> {
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' })
    .end(body);
}
