import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteBundles } from '../bundle.ts';
import { temporaryFolder } from '../editor/cleanup.ts';

/** What every part of a run is given. */
export interface Context {
  /** The checkout: its package.json is the extension's manifest. */
  readonly root: string;
  readonly bundles: SuiteBundles;
  /** Where screenshots go. */
  readonly artefacts: string;
  /** Whether temporary folders are kept, for someone who wants to look into them. */
  readonly keep: boolean;
}

/** A fresh place for one editor, with a copy of the samples to work on, so that no test can change the checkout. */
export interface Workplace {
  readonly folder: string;
  readonly workspace: string;
}

/** Makes the place; it is removed when the run ends. */
export function makeWorkplace({ root, keep }: Context): Workplace {
  const folder = temporaryFolder(keep);
  const workspace = join(folder, 'op-eds');
  mkdirSync(workspace);
  cpSync(join(root, 'samples'), join(workspace, 'samples'), { recursive: true });
  return { folder, workspace };
}
