import type { Command } from '../app.ts';
import { stepToFinding } from '../step-to-finding.ts';

/** Goes to the finding before the cursor, and from the first one back to the last. */
export const previousFinding: Command = { id: 'sayswho.previousFinding', run: ({ shown }) => stepToFinding(shown, -1) };
