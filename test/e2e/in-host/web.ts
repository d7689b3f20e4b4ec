// What VS Code runs in its web-worker extension host: one file with mocha's own browser build in it.
import 'mocha/mocha.js';
import { runAndReport } from './report.js';
import { defineTests } from './tests.js';

export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 40_000, reporter: 'spec' });
  defineTests();
  return runAndReport((done) => mocha.run(done));
}
