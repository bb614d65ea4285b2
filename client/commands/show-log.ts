import type { Command } from '../app.ts';

/** Shows what the client and the server wrote down. */
export const showLog: Command = {
  id: 'sayswho.showLog',
  run: ({ log }) => log.show(),
};
