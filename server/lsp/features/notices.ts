import type { Feature } from '../context.ts';

/** Writes what the analyser has to say about its own work to the log, each notice once for as long as the server runs. */
export const notices: Feature = ({ connection, onReading }) => {
  const written = new Set<string>();
  onReading(({ article }) => {
    for (const { message } of article.notices) {
      if (written.has(message)) continue;
      written.add(message);
      connection.console.warn(message);
    }
  });
};
