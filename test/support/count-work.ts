import { Session } from 'node:inspector';

/** Runs something and tells how much work it took. */
export type CountWork = (run: () => unknown) => number;

/**
 * Counts work instead of measuring time: how often each stretch of code ran, by the engine's own coverage counters, and how many
 * characters and elements its built-in functions went over, which no coverage sees. The count is the same on every machine.
 *
 * Code that is to be counted must be loaded afterwards.
 *
 * @param counts Tells by its address whether a script is counted.
 */
export function startCountingWork(counts: (url: string) => boolean): CountWork {
  const session = new Session();
  session.connect();
  const post = (method: string, params: object = {}): unknown => {
    let answer: unknown;
    // A session with the thread that it runs in answers at once.
    session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return run => {
    post('Profiler.takePreciseCoverage');
    const scanned = countScans(run);
    const { result } = post('Profiler.takePreciseCoverage') as Coverage;
    let work = scanned;
    for (const script of result)
      if (counts(script.url)) for (const { ranges } of script.functions) work += codeRun(ranges) / codeOfStep;
    return work;
  };
}

/** A stretch of code, and how often it ran. */
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly Range[] }[];
  }[];
}

/** How many characters of code are about as much work as one character that a built-in function goes over. */
const codeOfStep = 20;

/**
 * How many characters of code ran, each as often as the innermost stretch around it.
 *
 * The engine leaves out a stretch that ran just as often as the one around it, so that a sum of the counts alone would jump where one
 * turn more or less makes two counts equal.
 *
 * @param ranges Those of one function, the outer ones first.
 */
function codeRun(ranges: readonly Range[]): number {
  let run = 0;
  const around: Range[] = [];
  for (const range of ranges) {
    // The engine counts no further than a small integer goes.
    if (range.count < 0) return Infinity;
    while (around.length > 0 && (around.at(-1) as Range).endOffset <= range.startOffset) around.pop();
    run += (range.count - (around.at(-1)?.count ?? 0)) * (range.endOffset - range.startOffset);
    around.push(range);
  }
  return run;
}

/** How many characters and elements the built-in functions that are called go over. What a pattern tries at one place counts once. */
function countScans(run: () => unknown): number {
  let scanned = 0;
  const restore: (() => void)[] = [];
  const wrap = (
    of: object,
    name: string,
    cost: (self: unknown, given: readonly unknown[], result: unknown) => number,
  ) => {
    const original = Object.getOwnPropertyDescriptor(of, name) as PropertyDescriptor;
    const call = original.value as (...given: unknown[]) => unknown;
    Object.defineProperty(of, name, {
      ...original,
      value(this: unknown, ...given: unknown[]) {
        const last = this instanceof RegExp ? this.lastIndex : 0;
        const result = call.apply(this, given);
        scanned += 1 + cost(this, [...given, last], result);
        return result;
      },
    });
    restore.push(() => Object.defineProperty(of, name, original));
  };
  wrap(RegExp.prototype, 'exec', (self, [text, last], result) => {
    const { global, sticky, multiline, source } = self as RegExp;
    const from = global || sticky ? Number(last) : 0;
    const match = result as RegExpExecArray | null;
    if (match) return Math.max(0, match.index + match[0].length - from);
    // What has to match at one place is not looked for anywhere else.
    return sticky || (source.startsWith('^') && !multiline) ? 0 : Math.max(0, String(text).length - from);
  });
  const { indexOf } = String.prototype;
  for (const name of ['indexOf', 'includes'])
    wrap(String.prototype, name, (self, [what, from]) => {
      const text = String(self);
      const start = Math.max(0, Number(from ?? 0));
      const at = indexOf.call(text, String(what), start);
      return Math.max(0, (at < 0 ? text.length : at) - start);
    });
  for (const name of ['toLowerCase', 'toUpperCase', 'normalize', 'split', 'repeat'])
    wrap(String.prototype, name, self => String(self).length);
  for (const name of ['slice', 'concat'])
    wrap(Array.prototype, name, (_self, _given, result) => (result as readonly unknown[]).length);
  for (const name of ['splice', 'shift', 'unshift', 'sort', 'includes', 'indexOf'])
    wrap(Array.prototype, name, self => (self as readonly unknown[]).length);
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return scanned;
}
