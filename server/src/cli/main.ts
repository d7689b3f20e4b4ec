// Entry of the command line: runs the program on this process and leaves the exit code behind, so that pipes are flushed.
import { run } from './program.js';
import { processTerminal } from './terminal.js';
import manifest from '../../package.json' with { type: 'json' };

void run(process.argv.slice(2), manifest.version, processTerminal()).then((code) => {
  process.exitCode = code;
});
