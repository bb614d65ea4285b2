import type { Finding, Notice, Severity } from '../../core/index.ts';
import type { ExitCode } from '../output.ts';
import type { ReportedSuppression } from './suppressions.ts';

/** What came of one draft. */
export type FileResult = CheckedFile | UnreadFile;

export interface CheckedFile {
  readonly kind: 'checked';
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** The findings to show, in order of position. */
  readonly shown: readonly Finding[];
  /** What to say about the reading itself, in order of position; counted nowhere. */
  readonly notices: readonly Notice[];
  /** The comments that let findings stand, in order of position; absent where they were not asked for. */
  readonly suppressions?: readonly ReportedSuppression[];
  /** All findings, by severity, shown or not. */
  readonly counts: Counts;
  /** Identifiers of the rules that failed on this draft. */
  readonly failedRules: readonly string[];
}

export interface UnreadFile {
  readonly kind: 'unread';
  readonly path: string;
  readonly problem: string;
}

export type Counts = Readonly<Record<Severity, number>>;

/** The outcome of a run. */
export interface Summary {
  /** How many drafts were read and checked. */
  readonly checked: number;
  readonly unread: number;
  readonly counts: Counts;
  /** How many findings are below the severity that is shown. */
  readonly hidden: number;
  readonly exitCode: ExitCode;
}

/** A way to print a report, piece by piece, so that the first file is shown while the next one is read. */
export interface ReportFormat {
  start(): string;
  file(result: FileResult): string;
  end(summary: Summary): string;
}
