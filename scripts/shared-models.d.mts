import type { Plugin } from 'esbuild';

export function sharedModels(place: 'node' | 'worker', file?: string): Plugin;
export function modelsScript(paths: readonly string[]): Promise<string>;
