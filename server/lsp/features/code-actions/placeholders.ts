import { asCitation, placeholderAt, sourcePlace } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import { citeClipboardCommand } from '../../../protocol/messages.ts';
import type { Action, ActionProvider } from './action.ts';

/** What can be done about a placeholder under the cursor, or a claim: a citation in its place. */
export const placeholderActions: ActionProvider = {
  kinds: [actionKinds.citation, actionKinds.citeUrl],
  actions({ reading: { article, uri }, range, findings, canCommand }) {
    const placeholder = placeholderAt(article, range.start);
    const asked = findings.filter(
      finding =>
        sourcePlace(article, finding) !== undefined ||
        (finding.start === placeholder?.start && finding.end === placeholder.end),
    );
    const made: Action[] = [];
    const citation = placeholder && asCitation(article, placeholder);
    if (citation)
      made.push({
        title: `Turn the placeholder into a citation: ${citation.citation}`,
        kind: actionKinds.citation,
        edits: [citation],
        findings: asked,
      });
    // The clipboard is the client's to read, and only once the writer has chosen this.
    if (canCommand && (placeholder || asked.length > 0))
      made.push({
        title: 'Cite the web address on the clipboard',
        kind: actionKinds.citeUrl,
        command: {
          title: 'Cite the web address on the clipboard',
          command: citeClipboardCommand,
          arguments: [uri],
        },
        findings: asked,
      });
    return made;
  },
};
