import { modelNotices } from '../../core/index.ts';
import type { Feature } from '../context.ts';

/** Names a rule that failed and a model that could not be used in the log, once for as long as the server runs; the others still ran. */
export const ruleFailures: Feature = ({ connection, onReading }) => {
  const named = new Set<string>();
  onReading(({ article, report, uri }) => {
    for (const { code, message } of modelNotices(article)) {
      if (named.has(code)) continue;
      named.add(code);
      connection.console.error(message);
    }
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
