import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, type CalendarDay, check, type Given, type Report, read, type Settings } from '../core/index.ts';
import type { ResolvedSettings } from './client-settings.ts';
import { localDay } from './days.ts';

/** One version of a document as it was read and checked under its settings. Every feature answers from this alone. */
export interface Reading {
  /** Holds the same text as the article for as long as a handler runs without waiting. */
  readonly document: TextDocument;
  readonly uri: string;
  readonly version: number;
  /** Empty where the document was not read. */
  readonly article: Article;
  readonly report: Report;
  readonly settings: Settings;
  /** The day from which times are told and by which comments run out. */
  readonly today: CalendarDay;
  readonly settingProblems: readonly string[];
  /** Why the document was not read; absent where it was. */
  readonly notRead?: NotRead;
}

export interface NotRead {
  readonly reason: 'switched-off' | 'too-long';
  /** A full sentence with the remedy. */
  readonly explanation: string;
}

/** The last reading of every open document. */
export interface Readings {
  /** The reading of the document as it stands, taken from memory where neither text nor settings changed. */
  of(document: TextDocument, resolved: ResolvedSettings): Reading;
  forget(uri: string): void;
}

/** How a document's findings are found; the core's `check` unless a test puts another in its place. */
export type Check = (article: Article, settings: Settings, given?: Given) => Report;

/**
 * @param onReading Hears of every new reading once.
 * @param clock Tells which day it is, where the settings do not say.
 */
export function createReadings(
  onReading: (reading: Reading) => void,
  checkArticle: Check = check,
  clock: () => CalendarDay = localDay,
): Readings {
  const last = new Map<string, Reading>();
  return {
    of: (document, resolved) => {
      const previous = last.get(document.uri);
      if (previous && isCurrent(previous, document) && previous.settings === resolved.settings) return previous;
      const reading = readDocument(document, resolved, previous, checkArticle, resolved.settings.today ?? clock());
      last.set(document.uri, reading);
      onReading(reading);
      return reading;
    },
    forget: uri => last.delete(uri),
  };
}

/** A document that was opened anew is another object, though its version may be the same. */
const isCurrent = (reading: Reading, document: TextDocument): boolean =>
  reading.document === document && reading.version === document.version;

function readDocument(
  document: TextDocument,
  { settings, problems }: ResolvedSettings,
  previous: Reading | undefined,
  checkArticle: Check,
  today: CalendarDay,
): Reading {
  const { uri, version, languageId } = document;
  const given = { document, uri, version, settings, today, settingProblems: problems };
  const text = document.getText();
  const notRead = reasonNotToRead(text.length, settings);
  if (notRead) return { ...given, article: read('', languageId), report: { findings: [], failures: [] }, notRead };
  const article =
    previous && !previous.notRead && isCurrent(previous, document)
      ? previous.article
      : read(text, languageId, previous?.article);
  return { ...given, article, report: checkArticle(article, settings, { today }) };
}

function reasonNotToRead(length: number, { enable, maximumLength }: Settings): NotRead | undefined {
  if (!enable)
    return {
      reason: 'switched-off',
      explanation: 'Says Who is switched off here. Set “sayswho.enable” to true to check this document.',
    };
  if (length > maximumLength)
    return {
      reason: 'too-long',
      explanation:
        `This document was not checked: it has ${grouped(length)} characters, more than the ${grouped(maximumLength)} ` +
        'that “sayswho.maximumLength” allows. Raise that setting to check it.',
    };
  return undefined;
}

const grouped = (count: number): string => count.toLocaleString('en-GB');
