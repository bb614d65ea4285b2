import { placeholderAt } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import { citeFromBibliographyCommand } from '../../../protocol/bibliography.ts';
import type { ActionProvider } from './action.ts';

const title = 'Cite from the bibliography…';

/** For a claim without a source, or a placeholder: a picker of the works that the draft can cite. */
export const bibliographyActions: ActionProvider = {
  kinds: [actionKinds.citeEntry],
  actions({ reading: { article, library, uri }, range, findings, canCommand, toPosition }) {
    // The client has the picker.
    if (!canCommand || !library || library.library.entries.size === 0) return [];
    const asked = findings.filter(({ fixes }) =>
      fixes.some(fix => fix.kind === 'placeholder' && fix.need === 'source'),
    );
    const at = placeholderAt(article, range.start) ? range.start : asked[0]?.start;
    if (at === undefined) return [];
    const command = { title, command: citeFromBibliographyCommand, arguments: [uri, toPosition(at)] };
    return [{ title, kind: actionKinds.citeEntry, command, findings: asked }];
  },
};
