import * as vscode from 'vscode';
import { assert, assertEqual, eventually, pause } from './assert.ts';
import { hosts } from './hosts.ts';
import { measure } from './reporter.ts';
import { closeEditors, extension, findings, showSample, showText } from './workbench.ts';

/** Starting the extension and its server takes its time where other programs want the same processor. */
const COLD_LIMIT_MS = 25_000;

// This file comes first by its name, and its tests build on that: nothing has been activated before them.
suite('Activation', () => {
  teardown(closeEditors);

  test('the tests run in the extension host that they were bundled for', () => {
    assertEqual('WorkerGlobalScope' in globalThis ? 'web' : 'node', hosts.expected, 'the extension host');
  });

  test('a JSON file does not wake the extension', async () => {
    await showText('{ "note": "Experts say the dam will hold." }', 'json');
    await pause(1_000);
    assert(!extension().isActive, 'the extension is active');
  });

  test('a Markdown file wakes it, and is read', async () => {
    const began = Date.now();
    const { document } = await showSample();
    const shown = Date.now();
    await eventually('the sample has findings', () => findings(document).length > 0, COLD_LIMIT_MS);
    measure('cold: from opening the sample to its first findings', Date.now() - began);
    measure('cold: from the sample being shown to its first findings', Date.now() - shown);
    assert(extension().isActive, 'the extension is not active');
  });

  test('it is read again without the cost of waking', async () => {
    await extension().exports.whenReady;
    const began = Date.now();
    const { document } = await showSample();
    await eventually('the sample has findings', () => findings(document).length > 0);
    measure('warm: from opening the sample to its findings', Date.now() - began);
  });

  test('every command of the manifest exists', async () => {
    const declared: { command: string }[] = extension().packageJSON.contributes.commands;
    const known = new Set(await vscode.commands.getCommands(true));
    assertEqual(
      declared.map(({ command }) => command).filter(command => !known.has(command)),
      [],
      'commands that do not exist',
    );
  });
});
