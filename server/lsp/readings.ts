import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DraftLibrary } from '../bibliography/library.ts';
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
  /** What the draft can cite, as far as it is read. */
  readonly library: DraftLibrary | undefined;
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

/** What takes the place of the real thing in tests, and what is known of drafts besides their text. */
export interface ReadingsOptions {
  readonly check?: Check | undefined;
  /** Tells which day it is, where the settings do not say. */
  readonly clock?: (() => CalendarDay) | undefined;
  /** What a draft can cite, as it was read last. */
  readonly libraryOf?: (uri: string) => DraftLibrary | undefined;
}

/** @param onReading Hears of every new reading once. */
export function createReadings(
  onReading: (reading: Reading) => void,
  { check: checkArticle = check, clock = localDay, libraryOf = () => undefined }: ReadingsOptions = {},
): Readings {
  const last = new Map<string, Reading>();
  return {
    of: (document, resolved) => {
      const previous = last.get(document.uri);
      const library = libraryOf(document.uri);
      if (
        previous &&
        isCurrent(previous, document) &&
        previous.settings === resolved.settings &&
        previous.library === library
      )
        return previous;
      const given = { ...resolved, library, today: resolved.settings.today ?? clock() };
      const reading = readDocument(document, given, previous, checkArticle);
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
  { settings, problems, library, today }: ResolvedSettings & Pick<Reading, 'library' | 'today'>,
  previous: Reading | undefined,
  checkArticle: Check,
): Reading {
  const { uri, version, languageId } = document;
  const given = { document, uri, version, settings, today, library, settingProblems: problems };
  const text = document.getText();
  const notRead = reasonNotToRead(text.length, settings);
  if (notRead) return { ...given, article: read('', languageId), report: { findings: [], failures: [] }, notRead };
  const article =
    previous && !previous.notRead && isCurrent(previous, document)
      ? previous.article
      : read(text, languageId, previous?.article);
  return {
    ...given,
    article,
    report: checkArticle(article, settings, { today, ...(library && { library: library.library }) }),
  };
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
