/** A process that adds its name to a file a number of times, for the tests that end it, or run two of it, while it writes. */
import { pathToFileURL } from 'node:url';
import { createNodeFiles } from '../../server/files/node.ts';

const [path = '', name = '', times = '0'] = process.argv.slice(2);
const files = createNodeFiles();
const uri = pathToFileURL(path).href;

for (let n = 0; n < Number(times); ) {
  const before = await files.read(uri);
  if (before.kind === 'failed') throw new Error(before.message);
  const text = before.kind === 'found' ? new TextDecoder().decode(before.bytes) : '';
  const written = await files.write(
    uri,
    new TextEncoder().encode(`${text}${name} ${n}\n`),
    before.kind === 'found' ? before.version : undefined,
  );
  if (written.kind === 'failed') throw new Error(written.message);
  if (written.kind === 'changed') continue;
  // Only what was told is confirmed.
  process.stdout.write(`${n}\n`);
  n++;
}
