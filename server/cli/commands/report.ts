import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SheetFormat } from '../../protocol/ledger.ts';
import { sheetWriters } from '../../report/formats.ts';
import { sheetOf } from '../../report/sheet.ts';
import { type DeskOptions, deskFrom } from '../input/desk.ts';
import { complain, type ExitCode, write } from '../output.ts';

export interface ReportOptions extends DeskOptions {
  readonly format: SheetFormat;
  /** The file to write; standard output if absent. */
  readonly output?: string;
}

/** `sayswho report`: prints the fact-check sheet of a draft. */
export async function reportCommand(path: string, options: ReportOptions): Promise<ExitCode> {
  const desk = await deskFrom(options);
  for await (const draft of desk.drafts([path])) {
    if (!draft || (draft.loaded.kind !== 'ok' && draft.loaded.kind !== 'none')) return 2;
    const view = draft.viewWith(draft.loaded.kind === 'ok' ? draft.loaded.record : undefined);
    const sheet = sheetOf(draft.article, view, basename(path), desk.date, await draft.library());
    const content = sheetWriters[options.format].write(sheet);
    if (options.output === undefined) await write(process.stdout, content);
    else
      try {
        await writeFile(options.output, content);
      } catch (error) {
        complain(
          `${options.output} could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)}). Check its folder and permissions.`,
        );
        return 2;
      }
  }
  return 0;
}
