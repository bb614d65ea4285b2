import { spawn } from 'node:child_process';

/** How a step ended. `passed` and `failed` are counts of tests, where the step counts any. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command in the checkout with its output shown as it comes. Resolves to whether it exited with 0. */
export function run(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', code => resolve(code === 0));
  });
}
