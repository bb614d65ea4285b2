import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Position,
} from 'vscode-languageserver';
import {
  createPlacer,
  type DraftEdit,
  type Finding,
  type Fix,
  nextNoteNumber,
  placeholderEdits,
} from '../../core/index.ts';
import type { Feature } from '../context.ts';
import { type DiagnosticData, diagnosticSource } from '../convert.ts';
import { createEditMaker } from '../edits.ts';
import type { Reading } from '../readings.ts';
import { suppressionComment } from '../suppression-comment.ts';

/** Repairs for the findings in a range, and a comment that lets them stand, as quick fixes. Each carries its edit. */
export const codeActions: Feature = ({ capabilities, client, connection, convert, forDocument }) => {
  // A client that takes nothing but commands would have nothing to run.
  if (!client.textDocument?.codeAction?.codeActionLiteralSupport) return;
  capabilities.codeActionProvider = { codeActionKinds: [CodeActionKind.QuickFix] };
  const toWorkspaceEdit = createEditMaker(client, convert);
  connection.onCodeAction(
    forDocument<CodeActionParams, CodeAction[]>(
      { what: 'the quick fixes', missing: [] },
      (reading, { context, range }) => {
        if (context.only && !context.only.some(covers)) return [];
        const start = convert.toOffset(reading.document, range.start);
        const end = convert.toOffset(reading.document, range.end);
        const touched = reading.report.findings.filter(finding => finding.start <= end && start <= finding.end);
        return repairsOf(touched, reading).map(({ title, edits, findings, isPreferred }) => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: findings.flatMap(finding =>
            shownAs(convert.toDiagnostic(reading.document, finding), context.diagnostics),
          ),
          ...(isPreferred ? { isPreferred } : {}),
          edit: toWorkspaceEdit(reading, edits),
        }));
      },
    ),
  );
};

/** True where a kind that the client asks for includes quick fixes. */
const covers = (kind: CodeActionKind): boolean => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;

interface Repair {
  readonly title: string;
  readonly edits: readonly DraftEdit[];
  /** What it repairs. */
  readonly findings: readonly Finding[];
  readonly isPreferred: boolean;
}

/** One repair for each thing that can be done, offered once where several findings ask for it; letting them stand comes last. */
function repairsOf(findings: readonly Finding[], reading: Reading): Repair[] {
  const repairs = new Map<string, Repair>();
  const add = (finding: Finding, title: string, edits: readonly DraftEdit[], isPreferred: boolean): void => {
    const key = JSON.stringify([title, edits]);
    const same = repairs.get(key);
    repairs.set(key, {
      title,
      edits,
      findings: [...(same?.findings ?? []), finding],
      isPreferred: isPreferred || same?.isPreferred === true,
    });
  };
  for (const finding of findings)
    finding.fixes.forEach((fix, index) => {
      const { title, edits } = toEdits(fix, reading);
      add(finding, title, edits, index === 0);
    });
  for (const finding of findings) {
    const edit = suppressionComment(reading.article, finding);
    if (edit) add(finding, `Let it stand: ignore “${finding.ruleId}” here`, [edit], false);
  }
  return [...repairs.values()];
}

function toEdits(fix: Fix, { article, settings }: Reading): { title: string; edits: readonly DraftEdit[] } {
  if (fix.kind === 'replace') return { title: fix.title, edits: [{ span: fix.span, text: fix.text }] };
  const { placeholder, edits } = placeholderEdits(article, fix, settings.placeholderStyle, createPlacer(article), {
    number: nextNoteNumber(article.text),
  });
  return { title: `Insert ${placeholder}`, edits };
}

/** The diagnostics of the client that show a finding, as the client knows them; our own where it sent none. */
function shownAs(own: Diagnostic, shown: readonly Diagnostic[]): Diagnostic[] {
  const same = shown.filter(
    ({ code, data, range, source }) =>
      source === diagnosticSource &&
      code === own.code &&
      isSame(range.start, own.range.start) &&
      isSame(range.end, own.range.end) &&
      // Not every client sends back the data that came with a diagnostic.
      (messageIdOf(data) ?? messageIdOf(own.data)) === messageIdOf(own.data),
  );
  return same.length > 0 ? same : [own];
}

const messageIdOf = (data: unknown): string | undefined => (data as DiagnosticData | null | undefined)?.messageId;

const isSame = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;
