// What VS Code runs in its Node extension host.
import Mocha from 'mocha';
import { runAndReport } from './report.js';
import { defineTests } from './tests.js';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineTests();
  return runAndReport((done) => mocha.run(done));
}
