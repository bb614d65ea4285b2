import type { FailureReason, FileFailure } from './port.ts';

/** What the operating system said of a file, in words that tell what to do. */
export function failureOf(error: unknown, path: string, doing: 'read' | 'written'): FileFailure {
  const code = codeOf(error);
  const [reason, why] = explanations[code] ?? [
    'other',
    `the system says ${code || String(error)}. Check that the disk works, and try again`,
  ];
  return { kind: 'failed', reason, message: `${path} could not be ${doing}: ${why}.` };
}

/** The system's name for what went wrong, such as `ENOENT`; empty where it gave none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const full: readonly [FailureReason, string] = [
  'full',
  'the disk is full. Make room and try again; nothing was changed',
];
const denied: readonly [FailureReason, string] = [
  'no-permission',
  'this user may not do that here. Change the permissions of the file and its folder',
];
const explanations: Readonly<Record<string, readonly [FailureReason, string]>> = {
  ENOSPC: full,
  EDQUOT: ['full', 'your share of the disk is used up. Make room and try again; nothing was changed'],
  EFBIG: ['full', 'the file would be larger than the system allows'],
  EROFS: ['read-only', 'the disk is read-only. Copy the draft to a place that can be written to'],
  EACCES: denied,
  EPERM: denied,
  EBUSY: ['busy', 'another program holds the file. Close it there and try again'],
  EMFILE: ['busy', 'too many files are open. Close some programs and try again'],
  ENFILE: ['busy', 'too many files are open. Close some programs and try again'],
  EISDIR: ['other', 'there is a folder of that name. Rename or move the folder'],
  ENOTDIR: ['other', 'a part of its path is a file, not a folder. Check the path'],
  ENAMETOOLONG: ['other', 'its name is longer than the system allows. Shorten the name of the draft'],
  ELOOP: ['other', 'it is a symbolic link that leads back to itself'],
  EIO: ['unavailable', 'the disk reports an error. Save your work elsewhere and check the disk'],
  ESTALE: ['unavailable', 'the network drive is gone. Connect it again'],
  ENOTCONN: ['unavailable', 'the network drive is gone. Connect it again'],
};
