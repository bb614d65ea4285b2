import type { Feature } from '../context.ts';

/** Names a rule that failed in the log, once for as long as the server runs; the other rules still ran. */
export const ruleFailures: Feature = ({ connection, onReading }) => {
  const named = new Set<string>();
  onReading(({ report, uri }) => {
    for (const { ruleId, error } of report.failures) {
      if (named.has(ruleId)) continue;
      named.add(ruleId);
      connection.console.error(
        `The rule “${ruleId}” failed in ${uri}; the other rules still ran. ` +
          `To go without it, set “sayswho.rules” to { "${ruleId}": "off" }. ${error}`,
      );
    }
  });
};
