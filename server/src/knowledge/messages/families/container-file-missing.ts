// The container runtime looked the program up before it started it, and it is not there: no matter of the C library.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { noSuchFile, path, quote, quotedPath, wording } from '../wording.js';

const missing = String.raw`exec: ${quote}(?<path>${quotedPath})${quote}: (?:(?:l?stat|faccessat) (?:${path}|${quotedPath}): ${noSuchFile}|executable file not found in (?:\$PATH|%PATH%|PATH))`;
const literals = ['o such file or directory', 'executable file not found in'];

export const containerFileMissing: MessageFamily = {
  id: 'container-file-missing',
  ambiguous: false,
  wordings: [
    wording(
      'kubernetes',
      ['containerd task'],
      String.raw`failed to create containerd task: [^\n]{0,400}?${missing}`,
    ),
    wording(
      'docker',
      [
        'OCI runtime',
        'oci runtime',
        'starting container process caused',
        'unable to start container process',
      ],
      String.raw`(?:OCI runtime (?:create|exec) failed|oci runtime error|starting container process caused|unable to start container process):? [^\n]{0,300}?${missing}`,
    ),
    wording(
      'runc',
      ['executable file'],
      String.raw`executable file ${quote}(?<path>${quotedPath})${quote} not found(?: in \$PATH)?(?:: ${noSuchFile})?`,
    ),
    wording('go', literals, missing),
    wording(
      'init',
      ["can't find command"],
      String.raw`spawnerr: can't find command ${quote}(?<path>${quotedPath})${quote}`,
    ),
    wording(
      'starter',
      ['unable to stat'],
      String.raw`unable to stat (?<path>${path}) \(No such file or directory\)`,
    ),
    wording(
      'init',
      ['Unable to locate executable'],
      String.raw`Unable to locate executable ${quote}(?<path>${quotedPath})${quote}: ${noSuchFile}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The program is really not there'),
    meaning: l10n.t(
      '{0} was looked up before it was started, and no such program was found.',
      code(captures['path'] ?? ''),
    ),
    why: l10n.t(
      'The words {0} or {1} show that the file itself is missing; a missing loader does not give this text. The C library has nothing to do with it.',
      code('stat …'),
      code('executable file not found'),
    ),
    remedies: [
      l10n.t(
        'Look where the build puts it: the {0} of the build, the {1} that carries it over, and the path in {2} or {3}.',
        code('-o'),
        code('COPY --from'),
        code('ENTRYPOINT'),
        code('CMD'),
      ),
      l10n.t(
        'A shell or tool that the image does not have must be installed (Alpine has no {0}); distroless and scratch have none at all.',
        code('bash'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app": stat /app: no such file or directory: unknown.',
      layer: 'docker',
      captures: { path: '/app' },
    },
    {
      text: 'Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app": stat /app: no such file or directory: unknown',
      layer: 'kubernetes',
      captures: { path: '/app' },
    },
    {
      text: 'OCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown',
      captures: { path: 'bash' },
    },
    {
      text: String.raw`oci runtime error: container_linux.go:247: starting container process caused "exec: \"/app\": stat /app: no such file or directory"`,
      layer: 'docker',
      captures: { path: '/app' },
    },
    { text: 'exec: "x": executable file not found in $PATH', layer: 'go', captures: { path: 'x' } },
    { text: 'error: exec: "./x": stat ./x: no such file or directory', layer: 'go' },
    {
      text: String.raw`{"message":"OCI runtime create failed: container_linux.go:380: starting container process caused: exec: \"/server\": stat /server: no such file or directory"}`,
      layer: 'docker',
      captures: { path: '/server' },
    },
    { text: 'Error: crun: executable file `app` not found in $PATH: No such file or directory' },
    { text: "INFO spawnerr: can't find command '/t/x'", layer: 'init', captures: { path: '/t/x' } },
    { text: '/usr/sbin/start-stop-daemon: unable to stat /t/x (No such file or directory)' },
    { text: "app.service: Unable to locate executable '/opt/app': No such file or directory", layer: 'init' },
  ],
  others: [
    'exec /app: no such file or directory',
    'fork/exec ./x: no such file or directory',
    'stat /etc/app.yaml: no such file or directory',
    'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
  ],
};
