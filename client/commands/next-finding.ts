import type { Command } from '../app.ts';
import { stepToFinding } from '../step-to-finding.ts';

/** Goes to the finding after the cursor, and from the last one on to the first. */
export const nextFinding: Command = { id: 'sayswho.nextFinding', run: ({ shown }) => stepToFinding(shown, 1) };
