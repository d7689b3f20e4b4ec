// Adds `-linkmode external -extldflags "-static"` to a Go build, inside the -ldflags that is there or as a new one.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../../build/model.js';
import { parseGoArguments } from '../../linking/go-arguments.js';
import type { TextEdit } from '../../text/span.js';
import { textAt } from '../facts.js';
import type { Fix } from '../model.js';
import { isExecForm } from './command-place.js';
import { insertAt, replaceAt } from './edits.js';
import { installPackages } from './install-packages.js';
import { whatIf, type Keeps } from './what-if.js';

/** A fix that links every one of the builds statically through the C linker; it also installs a missing static libc. */
export function linkGoStatically(
  analysis: Analysis,
  builds: readonly GoBuild[],
  keeps: Keeps,
): readonly Fix[] {
  const edits: TextEdit[] = [];
  let resolver = false;
  for (const build of builds) {
    const made = ldflagsEdit(analysis, build);
    if (made === null) return [];
    let outcome = whatIf(build, { arguments: made.arguments });
    if (outcome.failure === 'no-static-libc') {
      const install = installPackages(analysis, build, ['static-libc']);
      if (install === null) return [];
      edits.push(...install.edits);
      outcome = whatIf(build, { arguments: made.arguments, compiler: { staticLibc: true } });
    }
    if (!keeps(build, outcome)) return [];
    resolver ||= outcome.warnings.length > 0;
    edits.push(made.edit);
  }
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t('Link statically with -linkmode external -extldflags "-static"'),
      safety: 'unsafe',
      edits,
      mends: true,
      caveat: resolver
        ? l10n.t(
            'The linker warns that getaddrinfo and its kin still want the shared libraries of the same glibc when they are called.',
          )
        : null,
    },
  ];
}

function ldflagsEdit(
  analysis: Analysis,
  build: GoBuild,
): { edit: TextEdit; arguments: readonly string[] } | null {
  if (isExecForm(analysis, build.goPlace)) return null;
  const flag = build.flags.findLast(({ name }) => name === '-ldflags');
  if (!flag) {
    if (/-ldflags/.test(build.input.environment['GOFLAGS'] ?? '')) return null;
    const { path, span } = build.verbPlace;
    return {
      edit: insertAt(path, span.end, ` -ldflags '-linkmode external -extldflags "-static"'`),
      arguments: [
        ...build.input.arguments.slice(0, 1),
        '-ldflags',
        '-linkmode external -extldflags "-static"',
        ...build.input.arguments.slice(1),
      ],
    };
  }
  const place = flag.valuePlace;
  const raw = place && textAt(analysis, place);
  if (!place || raw === null) return null;
  const written = withStaticLink(raw);
  if (written === null) return null;
  return {
    edit: replaceAt(place, written),
    arguments: withLdflags(build.input.arguments),
  };
}

/** The written value with the flags added inside its quotes; null where that is not safe to do. */
export function withStaticLink(raw: string): string | null {
  const quote = quoteOf(raw);
  if (quote === null) return null;
  let inner = quote === '' ? raw : raw.slice(1, -1);
  if (/-linkmode[= ]+['"\\]*internal/.test(inner)) return null;
  const mode = /-linkmode\b/.test(inner) ? '' : '-linkmode external';
  const outer = quote === '' ? (inner.includes('$') ? '"' : "'") : quote;
  let flags = '';
  if (/-extldflags\b/.test(inner)) {
    if (!/-static(?![\w-])/.test(inner)) {
      const opened = inner.replace(/(-extldflags[= ]+(?:\\"|["']))/, '$1-static ');
      if (opened === inner) return null;
      inner = opened;
    }
  } else flags = outer === "'" ? '-extldflags "-static"' : '-extldflags -static';
  const added = [inner, mode, flags].filter((part) => part !== '').join(' ');
  return outer + added + outer;
}

/** The quote around a whole word, `''` for a bare word, null for a word put together from several pieces. */
function quoteOf(raw: string): '"' | "'" | '' | null {
  if (/^'[^']*'$/.test(raw)) return "'";
  if (/^"(?:[^"\\]|\\[^])*"$/.test(raw)) return '"';
  return /^[^\s'"\\`]*$/.test(raw) ? '' : null;
}

/** The decoded arguments with the same flags in their last -ldflags. */
function withLdflags(words: readonly string[]): readonly string[] {
  const flag = parseGoArguments(words).flags.findLast(({ name }) => name === '-ldflags');
  if (!flag) return words;
  const value = `${flag.value ?? ''} -linkmode external${staticWord(flag.value ?? '')}`.trim();
  return words.map((word, index) => {
    if (flag.valueWordIndex === index) return value;
    return flag.valueWordIndex === null && flag.wordIndex === index ? `-ldflags=${value}` : word;
  });
}

const staticWord = (value: string): string =>
  /-extldflags\b/.test(value) && /-static(?![\w-])/.test(value) ? '' : ' -extldflags -static';
