// A language runtime starts a child process and is told "no such file".
import * as l10n from '@vscode/l10n';
import type { Captures, LineContext, MessageFamily } from '../model.js';
import { loaderIsMissing, otherCausesOfNoSuchFile, startRemedies } from '../remedies.js';
import { mayBeProgram, noSuchFile, path, quote, quotedPath, quotes, wording } from '../wording.js';

const startsChild = /subprocess|_execute_child|os\.exec|pexpect|multiprocessing|spawn|Popen/;

/** Python says the same of a file it cannot open: what stands before decides, and where nothing does, the name. */
function pythonStarts(captures: Captures, context: LineContext): boolean {
  const before = context.before();
  if (before.some((line) => startsChild.test(line)) || startsChild.test(context.line)) return true;
  if (before.some((line) => /^\s*File ".{1,300}", line \d/.test(line))) return false;
  const file = captures['path'] ?? '';
  return file.includes('/') && mayBeProgram(file) && !/\.[A-Za-z]\w{0,8}$/.test(file);
}

const rustVerb = /command|spawn|exec|\brun\b|running|start|launch|process|linker|invok/i;

/** Rust says the same of every missing file: it counts where the line speaks of a start, or says nothing else. */
const rustStarts = (_: Captures, { line, start, end }: LineContext): boolean => {
  const before = line.slice(0, start);
  return (
    rustVerb.test(before) ||
    (/^(?:\s|Error:|Caused by:|= note:|\d+:)*$/.test(before) && /^[\s|]*(?:Os \{.*)?$/.test(line.slice(end)))
  );
};

export const childProcessNotFound: MessageFamily = {
  id: 'child-process-not-found',
  ambiguous: true,
  wordings: [
    wording('go', ['fork/exec'], String.raw`fork/exec (?<path>${path}): ${noSuchFile}`),
    wording('node', ['ENOENT'], String.raw`spawn(?:Sync)? (?<path>${path}) ENOENT`),
    wording(
      'java',
      ['Cannot run program'],
      String.raw`Cannot run program ${quote}(?<path>${quotedPath})${quote}(?: \(in directory ${quote}${quotedPath}${quote}\))?: (?:error=2, ${noSuchFile}|Exec failed, error: 2 \(${noSuchFile}\))`,
    ),
    wording(
      'python',
      ['FileNotFoundError'],
      String.raw`FileNotFoundError:? \[Errno 2\] No such file or directory: ${quote}(?<path>${quotedPath})${quote}`,
      { accepts: pythonStarts },
    ),
    wording('rust', ['(os error 2)'], String.raw`No such file or directory \(os error 2\)`, {
      accepts: rustStarts,
    }),
    wording(
      'rust',
      ['never executed'],
      String.raw`could not execute process ${quote}(?<path>${quotedPath})${quote} \(never executed\)`,
    ),
    wording(
      'php',
      ['proc_open()', 'pcntl_exec()'],
      String.raw`(?:proc_open|pcntl_exec)\(\): (?:Exec failed|posix_spawn\(\) failed|Error has occurred)?:? ?${noSuchFile}`,
    ),
    wording(
      'ruby',
      ['Errno::ENOENT'],
      String.raw`No such file or directory - (?<path>${path}) \(Errno::ENOENT\)`,
    ),
    wording(
      'ruby',
      ['Errno::ENOENT'],
      String.raw`Errno::ENOENT:? No such file or directory - (?<path>${path})`,
    ),
    wording(
      'perl',
      ["Can't exec"],
      String.raw`Can't exec ${quotes}(?<path>${quotedPath})${quotes}: ${noSuchFile}`,
    ),
    wording(
      'dotnet',
      ['trying to start process'],
      String.raw`An error occurred trying to start process ${quote}(?<path>${quotedPath})${quote} with working directory ${quote}${quotedPath}${quote}\. ${noSuchFile}`,
    ),
  ],
  explain: (captures, code) => {
    const file = captures['path'] ?? 'FILE';
    return {
      title: l10n.t('A child process could not be started: missing, or without its loader'),
      meaning: l10n.t(
        'The program tried to start {0}, and the kernel answered "no such file or directory".',
        captures['path'] === undefined ? l10n.t('another one') : code(captures['path']),
      ),
      why: loaderIsMissing(code),
      remedies: [
        l10n.t(
          'A tool that a package downloaded for you (a browser, protoc, dart-sass, chromedriver) is most often linked with glibc. On Alpine, install the one that Alpine builds: {0}.',
          code('apk add chromium chromium-chromedriver protobuf'),
        ),
        ...startRemedies(file, code),
      ],
      ambiguity: l10n.t(
        '{0} A working directory that does not exist gives the same text too.',
        otherCausesOfNoSuchFile(file, code),
      ),
    };
  },
  examples: [
    { text: 'fork/exec ./x: no such file or directory', layer: 'go', captures: { path: './x' } },
    { text: 'Error: spawn /app/node_modules/chrome-linux/chrome ENOENT', layer: 'node' },
    { text: 'Error: spawnSync ./x ENOENT', layer: 'node', captures: { path: './x' } },
    {
      text: 'java.io.IOException: Cannot run program "/root/.m2/protoc-3.0.0-linux-x86_64.exe": error=2, No such file or directory',
      layer: 'java',
    },
    {
      text: 'java.io.IOException: Cannot run program "./x" (in directory "/srv"): Exec failed, error: 2 (No such file or directory)',
      captures: { path: './x' },
    },
    {
      text: "FileNotFoundError: [Errno 2] No such file or directory: './x'",
      layer: 'python',
      captures: { path: './x' },
    },
    {
      text: '  File "/usr/lib/python3.11/subprocess.py", line 1024, in __init__\n    self._execute_child(args)\nFileNotFoundError: [Errno 2] No such file or directory: \'protoc\'',
      captures: { path: 'protoc' },
    },
    { text: 'No such file or directory (os error 2)', layer: 'rust' },
    { text: 'Error: failed to start command ./x: No such file or directory (os error 2)', layer: 'rust' },
    { text: 'error: could not execute process `rustc -vV` (never executed)', layer: 'rust' },
    {
      text: 'PHP Warning:  proc_open(): Exec failed: No such file or directory in /r.php on line 1',
      layer: 'php',
    },
    { text: 'PHP Warning:  proc_open(): posix_spawn() failed: No such file or directory', layer: 'php' },
    {
      text: "`exec': No such file or directory - ./x (Errno::ENOENT)",
      layer: 'ruby',
      captures: { path: './x' },
    },
    {
      text: 'Can\'t exec "./x": No such file or directory at r.pl line 1.',
      layer: 'perl',
      captures: { path: './x' },
    },
    {
      text: "System.ComponentModel.Win32Exception (2): An error occurred trying to start process './x' with working directory '/'. No such file or directory",
      layer: 'dotnet',
    },
    {
      text: 'backtick: Errno::ENOENT: No such file or directory - ./x',
      layer: 'ruby',
      captures: { path: './x' },
    },
  ],
  others: [
    "FileNotFoundError: [Errno 2] No such file or directory: 'config.yml'",
    '  File "/srv/app.py", line 3, in <module>\n    open("/data")\nFileNotFoundError: [Errno 2] No such file or directory: \'/data\'',
    'Error: config.toml: No such file or directory (os error 2)',
    "Error: ENOENT: no such file or directory, open './x'",
    'No such file or directory @ rb_sysopen - ./x (Errno::ENOENT)',
    'open ./x: no such file or directory',
  ],
};
