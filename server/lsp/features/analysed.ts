import { claimState, claimsOf, modelNotices } from '../../core/index.ts';
import { type AnalysedParams, analysedNotification } from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import type { Reading } from '../readings.ts';

/** Tells a client that listens for it what came of every new reading: its status item and the Claims view live on this. */
export const analysed: Feature = ({ connection, logError, onReading, options }) => {
  if (options.analysed !== true) return;
  onReading(reading => {
    connection
      .sendNotification(analysedNotification, summaryOf(reading))
      .catch(error => logError('Could not tell the editor what was analysed', error));
  });
};

function summaryOf({ article, notRead, report, settingProblems, uri, version }: Reading): AnalysedParams {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of report.findings) counts[severity]++;
  const states = claimsOf(article).map(({ claim }) => claimState(claim));
  return {
    uri,
    version,
    counts,
    claims: states.length,
    open: states.filter(state => state === 'open' || state === 'vague').length,
    modelProblems: modelNotices(article).map(({ message }) => message),
    failedRules: report.failures.map(({ ruleId }) => ruleId),
    ...(notRead ? { notRead: notRead.explanation } : {}),
    foreign: article.blocks.filter(({ block }) => block.language === 'other').length,
    settingProblems,
  };
}
