import { type Checking, noticesOf, suppressionsIn } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import type { Action, ActionProvider } from './action.ts';

/** Corrects the name of a rule in a comment, and takes away a comment that lets nothing stand, or no longer. */
export const commentActions: ActionProvider = {
  kinds: [actionKinds.removeComment, actionKinds.replace],
  actions({ reading, range }) {
    const { article, report, settings, today } = reading;
    const checking: Checking = { report, settings, today };
    if (suppressionsIn(article).length === 0) return [];
    return noticesOf(article, checking).flatMap((notice): Action[] => {
      const { code, start, end, meant } = notice;
      if (start > range.end || end < range.start) return [];
      if (meant !== undefined)
        return [
          {
            title: `Replace with “${meant}”`,
            kind: actionKinds.replace,
            isPreferred: true,
            edits: [{ span: { start, end }, text: meant }],
            findings: [],
          },
        ];
      if (code !== 'unused-suppression' && code !== 'expired-suppression') return [];
      return [
        {
          title: 'Remove the comment',
          kind: actionKinds.removeComment,
          edits: [{ span: wholeLine(article.text, start, end), text: '' }],
          findings: [],
        },
      ];
    });
  },
};

/** The comment with the space before it, or with its line where nothing else stands there. */
function wholeLine(text: string, start: number, end: number) {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start));
  const behind = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (before && behind) return { start: text.lastIndexOf('\n', start - 1) + 1, end: end + behind[0].length };
  const spaces = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - spaces, end };
}
