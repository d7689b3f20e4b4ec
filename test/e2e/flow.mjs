// What only a person sees: a broken Dockerfile is opened, underlined, explained and mended by keyboard. Takes the README's pictures.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startBrowser } from './lab/browser.mjs';
import { startServer } from './lab/code-server.mjs';
import { Workbench } from './lab/workbench.mjs';
import { withWorkspace } from './lab/workspace.mjs';

const pictures = path.resolve('images');
const rule = 'glibc-binary-on-musl';

/** Steps in order; each builds on the one before. */
const steps = [
  [
    'opens the broken Dockerfile',
    async ({ workbench, dockerfile }) => {
      await workbench.open(dockerfile);
      await workbench.hideSideBar();
    },
  ],
  [
    'underlines in red the line that carries the binary, and no other',
    async ({ workbench }) => {
      const lines = await workbench.underlined('error');
      assert.deepEqual(lines, ['COPY --from=build /bin/server /usr/local/bin/server']);
      assert.deepEqual(await workbench.underlined('warning', { wait: false }), []);
    },
  ],
  [
    'says in the language status that it is ready, and offers its output',
    async ({ workbench }) => {
      const status = await workbench.languageStatus();
      assert.match(status, /Libc Lens: ready/);
      assert.match(status, /Show Output/);
      await workbench.closeHover();
    },
  ],
  [
    'lists it under Problems, with the rule',
    async ({ workbench }) => {
      const row = await workbench.problem(rule);
      assert.match(row, /glibc/);
      assert.match(row, /alpine:3\.20/);
      assert.match(row, /Ln 7/);
      await workbench.picture('finding');
      await workbench.closePanel();
    },
  ],
  [
    'explains it when pointed at, with the error to expect',
    async ({ workbench }) => {
      const hover = await workbench.hover('COPY --from=build', '/bin/server');
      assert.match(hover, /no such file or directory/);
      assert.match(hover, /alpine:3\.20/);
      await workbench.enlargeHover();
      await workbench.picture('hover', { height: 530 });
      await workbench.closeHover();
    },
  ],
  [
    'offers fixes on Ctrl+. and applies the first with Enter',
    async ({ workbench }) => {
      const titles = await workbench.openFixes('COPY --from=build', '/bin/server');
      assert.match(titles[0] ?? '', /CGO_ENABLED=0/);
      await workbench.picture('fix', { height: 430 });
      await workbench.applyFirst();
      await workbench.hasLine('CGO_ENABLED=0');
    },
  ],
  [
    'takes the underline and the problem away',
    async ({ workbench }) => {
      await workbench.nothingUnderlined();
    },
  ],
  [
    'saves a file that holds the fix and is otherwise as before',
    async ({ workbench, dockerfile, original }) => {
      await workbench.save();
      const saved = await workbench.eventually(() => {
        const text = fs.readFileSync(dockerfile, 'utf8');
        return text !== original && text;
      });
      const before = original.split('\n');
      const changed = saved.split('\n').filter((line) => !before.includes(line));
      assert.equal(changed.length, 1, saved);
      assert.match(changed[0], /CGO_ENABLED=0/);
    },
  ],
  [
    'explains an error in a log',
    async ({ workbench, log }) => {
      await workbench.openNext(log);
      const hover = await workbench.hover('server: not found', 'not');
      assert.match(hover, /loader|interpreter/i);
      await workbench.enlargeHover();
      await workbench.picture('log', { height: 600 });
      await workbench.closeHover();
    },
  ],
  [
    'shows no notification all the while',
    async ({ workbench }) => {
      assert.deepEqual(await workbench.notifications(), []);
    },
  ],
];

/** @returns Titles of the steps that passed, and the one that failed, with which the flow ends. */
export const runFlow = ({ extensions }) =>
  withWorkspace(async (workspace) => {
    const dockerfile = path.join(workspace, 'broken', 'Dockerfile');
    const original = fs.readFileSync(dockerfile, 'utf8');
    const server = await startServer({ extensions, overrides: { 'libcLens.asOf': '2025-06-30' } });
    const { browser, context } = await startBrowser({ width: 1200, height: 640 });
    const passed = [];
    try {
      const workbench = new Workbench(await context.newPage(), server, workspace, pictures);
      const scene = { workbench, dockerfile, original, log: path.join(workspace, 'deploy.buildlog') };
      for (const [title, step] of steps) {
        try {
          await step(scene);
          passed.push(`flow ${title}`);
        } catch (error) {
          await workbench.screenshotOfFailure();
          return { passed, failed: [{ title: `flow ${title}`, message: error.stack ?? String(error) }] };
        }
      }
      return { passed, failed: [] };
    } finally {
      await browser.close();
      await server.stop();
    }
  });
