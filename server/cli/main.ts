import { CommanderError } from 'commander';
import { complain, watchOutput } from './output.ts';
import { buildProgram } from './program.ts';

watchOutput();
buildProgram(code => {
  process.exitCode = code;
})
  .parseAsync()
  .catch((error: unknown) => {
    // Help and version end this way too, with code 0; for wrong usage, commander has said what was wrong.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.exitCode = 2;
      complain(error instanceof Error ? error.message : String(error));
    }
  });
