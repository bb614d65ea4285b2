import * as vscode from 'vscode';
import {
  type Arrangement,
  type Filter,
  type Grouping,
  groupings,
  isFiltering,
  usualArrangement,
} from './arrangement.ts';

/** How the user wants the outline arranged; kept with the workspace. */
export interface Preferences extends vscode.Disposable {
  readonly current: Arrangement;
  readonly onDidChange: vscode.Event<void>;
  groupBy(grouping: Grouping): void;
  filter(change: Partial<Filter>): void;
}

const key = 'outline.arrangement';

export function rememberPreferences(state: vscode.Memento): Preferences {
  const changed = new vscode.EventEmitter<void>();
  let current = readArrangement(state.get(key));
  const show = () => {
    const set = (name: string, value: unknown) => void vscode.commands.executeCommand('setContext', name, value);
    set('sayswho.groupBy', current.grouping);
    set('sayswho.isFiltering', isFiltering(current.filter));
    set('sayswho.hidesSettled', current.filter.hideSettled);
    set('sayswho.hidesMinor', current.filter.hideMinor);
  };
  const settle = (next: Arrangement) => {
    current = next;
    void state.update(key, next);
    show();
    changed.fire();
  };
  show();
  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    groupBy: grouping => settle({ ...current, grouping }),
    filter: change => settle({ ...current, filter: { ...current.filter, ...change } }),
    dispose: () => changed.dispose(),
  };
}

/** What was kept, as far as this version understands it. */
function readArrangement(kept: unknown): Arrangement {
  const { grouping, filter } = (kept ?? {}) as { grouping?: unknown; filter?: Partial<Record<keyof Filter, unknown>> };
  return {
    grouping: groupings.find(known => known === grouping) ?? usualArrangement.grouping,
    filter: {
      text: typeof filter?.text === 'string' ? filter.text : '',
      hideSettled: filter?.hideSettled === true,
      hideMinor: filter?.hideMinor === true,
    },
  };
}
