/** Something given on the command line that cannot be used: the run ends before it reads a draft, with a message and exit code 2. */
export class UsageError extends Error {}
