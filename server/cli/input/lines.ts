/** A line of bytes without its line feed, or `undefined` for one that is longer than the limit and was not kept. */
export type Line = Buffer | undefined;

const lineFeed = 10;

/**
 * Splits a stream into lines, one at a time: it holds no more than one line of at most `limit` bytes and one piece of the stream.
 */
export async function* readLines(stream: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let length = 0;
  const keep = (piece: Buffer) => {
    length += piece.length;
    if (length > limit) pieces = [];
    else pieces.push(piece);
  };
  const take = (): Line => {
    const line = length > limit ? undefined : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
