// glibc-shim-insufficient: a stand-in for glibc is on the musl image, but it lacks what the file asks for.
import * as l10n from '@vscode/l10n';
import type { Shim } from '../linking/loader-model.js';
import { withAssumption } from './assumption.js';
import { waysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault, type Member } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles, shown } from './wording.js';

/** LibreDWG as its release builds come: compiled with _FORTIFY_SOURCE, so that it asks for __strcat_chk and its kin. */
const dockerfile = (release: string, shim: string): string => `FROM debian:buster AS build
RUN apt-get update && apt-get install -y build-essential curl xz-utils
WORKDIR /src/libredwg
RUN curl -sSL https://ftp.gnu.org/gnu/libredwg/libredwg-0.12.tar.xz | tar -xJ --strip-components=1
RUN ./configure --disable-bindings --enable-release && make && make install DESTDIR=/out

FROM alpine:${release}
RUN apk add --no-cache ${shim}
COPY --from=build /out/usr/local/bin/* /usr/local/bin/
`;

export const glibcShimInsufficient: Rule<LoadFault> = {
  name: 'glibc-shim-insufficient',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      "A glibc file on Alpine beside a stand-in for glibc (gcompat, libc6-compat, a link from glibc's loader to musl) that does not have all that the file asks for.",
    ),
    why: l10n.t(
      'libc6-compat up to Alpine 3.18 is nothing but links to musl: it brings the loader\'s name, not one symbol of glibc. What was compiled with _FORTIFY_SOURCE stops with "Error relocating /usr/local/bin/dwg2dxf: __strcat_chk: symbol not found". From Alpine 3.19 on the same name installs gcompat, which has these symbols; but gcompat too lacks others, such as fcntl64, __res_init and arc4random. All symbols are bound at the start, so even a call that is never made stops the program.',
    ),
    broken: { files: { Dockerfile: dockerfile('3.18', 'libc6-compat') } },
    mended: { files: { Dockerfile: dockerfile('3.20', 'gcompat') } },
    ignoreWhen: l10n.t('You have seen the program start in this very image.'),
  }),

  detect: (analysis) => loadFaults(analysis, 'glibc-shim-insufficient'),

  say(fault, analysis) {
    const [first] = fault.members;
    return {
      message: withAssumption(messageOf(fault, first), fault),
      confidence: fault.confidence,
      place: fault.place,
      because: evidence(analysis, first),
      predictedError: first.placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => waysOut(analysis, fault),
};

function messageOf({ members, confidence }: LoadFault, { placement, stage, artifact }: Member): string {
  const { verdict } = placement;
  const file = severalFiles(members.map((member) => member.placement.path));
  const image = imageName(stage);
  const shim = shimName(stage.runtime.shims);
  const lacks = shown(verdict.missing ?? artifact.linkage.symbols?.[0] ?? 'glibc');
  if (
    confidence === 'possible' &&
    stage.runtime.release === null &&
    stage.runtime.shims.includes('libc6-compat')
  )
    return l10n.t(
      '{0} asks for {1} of glibc. Which release of Alpine {2} stands on is not known: from 3.19 on libc6-compat is gcompat, which has it; up to 3.18 it is only a link to musl, and the file will not start. Install gcompat, or name the release.',
      file,
      lacks,
      image,
    );
  if (confidence === 'possible')
    return l10n.t(
      '{0} was linked against glibc; {1} on {2} stands in for a part of it, and whether {3} is in that part is not known. Try the program in this image, or build it without glibc.',
      file,
      shim,
      image,
      lacks,
    );
  return l10n.t(
    '{0} asks for {1}, which neither musl nor {2} has on {3}: the loader will stop it. Link it statically, build it on Alpine, or use a glibc image here.',
    file,
    lacks,
    shim,
    image,
  );
}

/** The shims as a user knows them, the strongest first. */
function shimName(shims: readonly Shim[]): string {
  const names: Readonly<Record<Shim, string>> = {
    glibc: l10n.t('the glibc package'),
    gcompat: 'gcompat',
    'libc6-compat': 'libc6-compat',
    'loader-symlink': l10n.t('the link to the loader'),
  };
  const strongest = (Object.keys(names) as Shim[]).find((name) => shims.includes(name));
  return strongest === undefined ? l10n.t('the stand-in for glibc') : names[strongest];
}
