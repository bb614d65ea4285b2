import {
  citedAs,
  citeEntry,
  type DraftEdit,
  type Entry,
  type Finding,
  likelyEntries,
  placeholderAt,
  type Span,
  sentenceAt,
  sourcePlace,
  unknownKeyRule,
} from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import { citeFromBibliographyCommand } from '../../../protocol/bibliography.ts';
import { shortened } from '../../wording.ts';
import type { Action, ActionProvider, ActionRequest } from './action.ts';

const title = 'Cite from the bibliography…';

/** Most works that are put forward for a claim. */
const mostLikely = 2;
const longestTitle = 60;

/** For a claim without a source, a source that nobody can name, or a placeholder: the works that its sentence is probably about, and a picker of all that the draft can cite. */
export const bibliographyActions: ActionProvider = {
  kinds: [actionKinds.citeEntry],
  actions(request) {
    const { reading, range, findings, canCommand, toPosition } = request;
    const { article, library, uri } = reading;
    if (!library || library.library.entries.size === 0) return [];
    const placeholder = placeholderAt(article, range.start);
    const asked = findings.filter(
      finding => sourcePlace(article, finding) !== undefined || isOf(placeholder, finding) || isUnknownKey(finding),
    );
    const at = placeholder ? range.start : asked[0]?.start;
    if (at === undefined) return [];
    const likely = likelyEntries(library.library, sentenceAt(article, at), mostLikely).map(entry =>
      citing(entry, at, asked, request),
    );
    // The client has the picker.
    if (!canCommand) return likely;
    const command = { title, command: citeFromBibliographyCommand, arguments: [uri, toPosition(at)] };
    return [...likely, { title, kind: actionKinds.citeEntry, command, findings: asked }];
  },
};

const isOf = (placeholder: Span | undefined, { start, end }: Finding): boolean =>
  start === placeholder?.start && end === placeholder.end;

const isUnknownKey = ({ ruleId }: Finding): boolean => ruleId === unknownKeyRule;

function citing(entry: Entry, at: number, asked: readonly Finding[], { reading, placer }: ActionRequest): Action {
  const edit: DraftEdit = citeEntry(reading.article, reading.report.findings, at, entry, placer);
  const named = [citedAs(entry), entry.title].filter(
    (words, index, all) => words !== '' && all.indexOf(words) === index,
  );
  return {
    title: `Cite ${shortened(named.join(', '), longestTitle)}`,
    kind: actionKinds.citeEntry,
    edits: [edit],
    findings: asked,
  };
}
