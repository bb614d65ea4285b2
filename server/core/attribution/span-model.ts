import file from '../models/attributions.json' with { type: 'json' };
import { usable } from '../models/usable.ts';
import { type SpanModel, unpackSpans } from './span-tagger.ts';

const fileName = 'server/core/models/attributions.json';

/** Unpacked when it is first needed, once. */
let unpacked: SpanModel | string | undefined;

/** The fitted model, or why it cannot be used. */
export function spanModel(): SpanModel | string {
  unpacked ??= usable(fileName, () => unpackSpans(file, fileName));
  return unpacked;
}

/** Why attributions were found by grammar alone, as whole sentences; absent where the model works. */
export function spanModelProblem(): string | undefined {
  const problem = spanModel();
  return typeof problem === 'string'
    ? `${problem} Attributions were found by grammar alone, so some were missed. Install Says Who again.`
    : undefined;
}
