import type { Command } from '../app.ts';

/** Asks the server for the claims again. */
export const refreshClaims: Command = {
  id: 'sayswho.refreshClaims',
  run: ({ loader }) => loader.refresh(),
};
