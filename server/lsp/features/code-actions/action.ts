import type { Command, Position } from 'vscode-languageserver';
import type { DraftEdit, Finding, Placer, Span } from '../../../core/index.ts';
import type { ActionKind } from '../../../protocol/action-kinds.ts';
import type { BulkScope } from '../../../protocol/messages.ts';
import type { Reading } from '../../readings.ts';

/** What is asked for. */
export interface ActionRequest {
  readonly reading: Reading;
  /** In positions of the article. */
  readonly range: Span;
  /** The findings that the range touches, in order of position. */
  readonly findings: readonly Finding[];
  readonly placer: Placer;
  /** True where the client makes choices of words in the text. */
  readonly canChoose: boolean;
  /** True where the client runs the commands of our extension. */
  readonly canCommand: boolean;
  /** A position of the article as the client counts it, for the arguments of commands. */
  readonly toPosition: (position: number) => Position;
}

/** An action, before it is put into the form of the protocol. It has edits, a command or a scope. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** What it mends; empty where it mends nothing that was found. */
  readonly findings: readonly Finding[];
  readonly isPreferred?: boolean;
  /** True for what comes behind everything that brings a source in. */
  readonly isVariant?: boolean;
  readonly edits?: readonly DraftEdit[];
  readonly command?: Command;
  /** Many placeholders at once, which are worked out when they are chosen. */
  readonly bulk?: BulkScope;
}

/** Makes actions of some kinds. To add one, write a file beside this and list it in index.ts. */
export interface ActionProvider {
  readonly kinds: readonly ActionKind[];
  actions(request: ActionRequest): readonly Action[];
}

/** True where the client asks for a kind of action, or for one that it is under. What acts on the whole draft has to be asked for. */
export const isAskedFor = (kind: ActionKind, only: readonly string[] | undefined): boolean =>
  only
    ? only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
    : !kind.startsWith('source');
