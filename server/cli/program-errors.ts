import type { OutputConfiguration } from 'commander';

/**
 * How wrong usage is told: as this program's, and with what to type instead where there is no such command.
 *
 * @param remedy A line that says so.
 */
export const errorsWith = (remedy: string): OutputConfiguration => ({
  outputError(text, print) {
    const isUnknown = text.includes('unknown command');
    print(text.replace(/^error: /, 'sayswho: ') + (isUnknown ? `${remedy}\n` : ''));
  },
});
