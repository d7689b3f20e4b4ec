// Hands a run of mocha to whoever started VS Code: a file in the workspace, which every kind of extension host can write.
import { Uri, workspace } from 'vscode';

/** File name in the first workspace folder. */
export const reportName = '.in-host-report.json';

export interface Report {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly title: string; readonly message: string }[];
  /** `node` or `web`, as the host sees itself. */
  readonly host: string;
}

/** Runs all that is defined and writes the report; rejects where a test failed. */
export async function runAndReport(start: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  const passed: string[] = [];
  const failed: { title: string; message: string }[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = start(resolve);
    runner.on('pass', (test) => passed.push(test.fullTitle()));
    runner.on('fail', (test, error: Error) =>
      failed.push({ title: test.fullTitle(), message: error.stack ?? error.message }),
    );
  });
  const host = typeof process === 'object' && process.versions?.node ? 'node' : 'web';
  const report: Report = { passed, failed, host };
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await workspace.fs.writeFile(Uri.joinPath(folder.uri, reportName), bytes);
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
