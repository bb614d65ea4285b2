/** What the benchmark of reading measures. */
export { check, read } from '../server/core/index.ts';
export { readBy } from '../server/core/read.ts';
export { readWords } from '../server/core/read-words.ts';
