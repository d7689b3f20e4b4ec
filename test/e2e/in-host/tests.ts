// The promises of the extension, asked of a real VS Code through its own interface. Runs in the Node and in the web host.
import * as vscode from 'vscode';
import { equal, eventually, matches, present } from './expect.js';
import {
  accused,
  actionsAt,
  apply,
  configure,
  diagnosticsOf,
  extensionId,
  fileUri,
  hoverOver,
  open,
  ruleOf,
  silent,
  textOnDisk,
  type,
} from './workbench.js';

const fault = 'glibc-binary-on-musl';

export function defineTests(): void {
  describe('Libc Lens', () => {
    before('opens a text of no concern', async () => {
      await open('notes.txt');
    });

    it('sleeps until a file of its languages is open, then wakes', async () => {
      const extension = present(vscode.extensions.getExtension(extensionId), 'the extension');
      equal(extension.isActive, false, 'active with a plain text open');
      await open('broken/Dockerfile');
      await eventually('activation', () => extension.isActive);
    });

    describe('on a Go server that is built on Debian and started on Alpine', () => {
      let document: vscode.TextDocument;
      let finding: vscode.Diagnostic;

      before(async () => {
        document = await open('broken/Dockerfile');
        const diagnostics = await accused(document);
        equal(diagnostics.map(ruleOf), [fault], 'rules');
        finding = present(diagnostics[0], 'the finding');
      });

      it('accuses the line that carries the binary, as an error', () => {
        equal(document.lineAt(finding.range.start).text.split(' ')[0], 'COPY', 'instruction');
        matches(document.lineAt(finding.range.start).text, /--from=build/, 'line');
        equal(finding.severity, vscode.DiagnosticSeverity.Error, 'severity');
        matches(finding.message, /glibc/, 'message');
        matches(finding.message, /musl|Alpine/, 'message');
      });

      it('leads to the lines that it judges by', () => {
        const lines = (finding.relatedInformation ?? []).map(
          ({ location }) =>
            location.uri.path === document.uri.path && document.lineAt(location.range.start).text,
        );
        const shown = lines.join('\n');
        matches(shown, /go build/, 'related lines');
        matches(shown, /FROM alpine/, 'related lines');
      });

      it('links the rule to its documentation', () => {
        if (typeof finding.code !== 'object') throw new Error('The code has no link.');
        matches(finding.code.target.toString(), new RegExp(fault), 'target');
      });

      it('explains it on hover, with the error to expect', async () => {
        matches(await hoverOver(document, 'COPY --from=build'), /no such file or directory/, 'hover');
      });

      it('tells the C library of an image on hover', async () => {
        matches(await hoverOver(document, 'alpine:3.20'), /musl/, 'hover over alpine');
        matches(await hoverOver(document, 'golang:1.22'), /glibc/, 'hover over golang');
      });

      it('tells on hover how the program is linked', async () => {
        matches(await hoverOver(document, 'go build'), /CGO_ENABLED/, 'hover over go build');
      });

      it('offers fixes, one of them preferred, and a reasoned ignore', async () => {
        const actions = await actionsAt(document, finding.range);
        equal(actions.filter(({ isPreferred }) => isPreferred).length, 1, 'preferred actions');
        const titles = actions.map(({ title }) => title).join('\n');
        matches(titles, /CGO_ENABLED=0/, 'titles');
        matches(titles, new RegExp(`Ignore ${fault}`), 'titles');
        for (const action of actions) equal(action.kind?.value, 'quickfix', action.title);
      });

      it('falls silent when the fix is applied, and the saved file holds it', async () => {
        const original = document.getText();
        await apply(await actionsAt(document, finding.range), /CGO_ENABLED=0/);
        await silent(document);
        await document.save();
        const saved = await textOnDisk(document);
        matches(saved, /CGO_ENABLED=0/, 'saved file');
        equal(saved === original, false, 'saved file is the original');
      });

      it('speaks again when the fix is taken back', async () => {
        await type(document, 'CGO_ENABLED=0', 'CGO_ENABLED=1');
        equal((await accused(document)).map(ruleOf), [fault], 'rules');
        await type(document, 'CGO_ENABLED=1', 'CGO_ENABLED=0');
        await silent(document);
        await document.save();
      });
    });

    it('says nothing of the sound twin, until it is broken', async () => {
      const document = await open('sound/Dockerfile');
      // An answer to this shows that the server has read the document.
      matches(await hoverOver(document, 'alpine:3.20'), /musl/, 'hover');
      equal(diagnosticsOf(document), [], 'diagnostics of the sound file');
      await type(document, 'CGO_ENABLED=0', 'CGO_ENABLED=1');
      equal((await accused(document)).map(ruleOf), [fault], 'rules');
      await type(document, 'CGO_ENABLED=1', 'CGO_ENABLED=0');
      await silent(document);
      await document.save();
    });

    it('reads the Go sources beside the Dockerfile, and follows their changes', async () => {
      const document = await open('sound/Dockerfile');
      await type(document, 'CGO_ENABLED=0', 'CGO_ENABLED=1');
      await accused(document);
      const program = await open('sound/main.go');
      const original = program.getText();
      await type(program, original, 'package main\n\nfunc main() {\n\tprintln("hello")\n}\n');
      await program.save();
      await silent(document);
      await type(program, program.getText(), original);
      await program.save();
      await accused(document);
      await type(document, 'CGO_ENABLED=1', 'CGO_ENABLED=0');
      await document.save();
      await silent(document);
    });

    describe('with one finding more', () => {
      let document: vscode.TextDocument;

      beforeEach(async () => {
        document = await open('ignored/Dockerfile');
        await accused(document);
      });

      afterEach(async () => {
        await configure('severity', undefined);
      });

      it('lowers and silences a rule by its severity setting, without a restart', async () => {
        await configure('severity', { [fault]: 'hint' });
        await eventually('a hint', () =>
          diagnosticsOf(document).some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
        );
        await configure('severity', { [fault]: 'off' });
        await silent(document);
        await configure('severity', undefined);
        equal((await accused(document)).map(ruleOf), [fault], 'rules');
      });

      it('respects an ignore that its own action writes', async () => {
        const [finding] = await accused(document);
        const actions = await actionsAt(document, present(finding, 'the finding').range);
        await apply(actions, /^Ignore/);
        await silent(document);
        matches(document.getText(), new RegExp(`# libc-lens ignore=${fault}`), 'document');
      });
    });

    it('applies what is safe with fix-all', async () => {
      const document = await open('old-flags/Dockerfile');
      await accused(document);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const kind = vscode.CodeActionKind.SourceFixAll.append('libcLens');
      await apply(await actionsAt(document, whole, kind), /safe/);
      await silent(document);
      equal(/installsuffix/.test(document.getText()), false, 'the old flag stands');
    });

    it('explains errors in a log', async () => {
      const document = await open('deploy.buildlog');
      equal(document.languageId, 'libc-log', 'language');
      const hover = await hoverOver(document, 'server: not found');
      matches(hover, /loader|interpreter/i, 'hover');
      equal(diagnosticsOf(document), [], 'diagnostics of a log');
    });

    it('opens its sample, which is accused', async () => {
      await vscode.commands.executeCommand('libcLens.openSample');
      const document = present(vscode.window.activeTextEditor, 'an editor').document;
      equal([document.isUntitled, document.languageId], [true, 'dockerfile'], 'document');
      equal((await accused(document)).map(ruleOf), [fault], 'rules');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('starts its server anew on request', async () => {
      const document = await open('sound/Dockerfile');
      await type(document, 'CGO_ENABLED=0', 'CGO_ENABLED=1');
      await accused(document);
      const restarting = vscode.commands.executeCommand('libcLens.restart');
      await silent(document);
      await restarting;
      equal((await accused(document)).map(ruleOf), [fault], 'rules');
      await type(document, 'CGO_ENABLED=1', 'CGO_ENABLED=0');
      await silent(document);
      await document.save();
    });

    it('shows its output, which says that the server is ready', async () => {
      await vscode.commands.executeCommand('libcLens.showOutput');
      await eventually(
        'the output',
        () =>
          vscode.workspace.textDocuments.some(
            (document) => document.uri.scheme === 'output' && /server is ready/.test(document.getText()),
          ),
        () => vscode.workspace.textDocuments.map(({ uri }) => uri.toString()),
      );
    });

    it('leaves no other trace in the workspace', async () => {
      const names = (await vscode.workspace.fs.readDirectory(fileUri('.'))).map(([name]) => name);
      equal(
        names.filter((name) => name !== '.vscode').sort(),
        ['broken', 'deploy.buildlog', 'ignored', 'notes.txt', 'old-flags', 'sound'],
        'files',
      );
    });
  });
}
