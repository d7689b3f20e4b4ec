// Workspaces to work in: copies of the fixtures, gone when the work is done.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const fixtures = path.resolve('test/e2e/fixtures');

/** Calls `use` with the folder of a fresh copy and returns what it returns. */
export async function withWorkspace(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'libc-lens-workspace-'));
  try {
    fs.cpSync(fixtures, folder, { recursive: true });
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
