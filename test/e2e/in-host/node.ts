// What VS Code runs in its Node extension host.
import { runAndReport } from './report.js';
import { defineTests } from './tests.js';

export async function run(): Promise<void> {
  // VS Code loads this bundle as CommonJS, and mocha is a module.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineTests();
  return runAndReport((done) => mocha.run(done));
}
