// What all package managers share: which words are packages, and what installing or removing them changes in the stage.
import { loaderPath } from '../../knowledge/loaders.js';
import type { ImageFacts } from '../../knowledge/image-facts.js';
import { packageEffects, type PackageEffects } from '../../knowledge/packages.js';
import { recall } from '../../text/recall.js';
import type { Place } from '../../text/span.js';
import { because } from '../../text/because.js';
import * as l10n from '@vscode/l10n';
import type { Argument } from '../shell-words.js';
import type { PackageChange } from '../model.js';
import { isKnown } from '../value.js';
import type { Call } from './call.js';

export interface PackageRequest {
  readonly manager: PackageChange['manager'];
  readonly action: PackageChange['action'];
  readonly packages: readonly Argument[];
  /** apt's `--no-install-recommends`: what a package only recommends does not come along. */
  readonly withoutRecommends: boolean;
}

/** Records the change as a fact and applies its effects to the stage. */
export function changePackages(call: Call, request: PackageRequest): void {
  const { stage, world, conditional } = call.frame;
  const named = request.packages.filter((argument) => argument.text !== '' && isKnown(argument.text));
  const last = request.packages[request.packages.length - 1];
  world.facts.push({
    kind: 'package-change',
    stage: stage.index,
    manager: request.manager,
    action: request.action,
    packages: named.map((argument) => ({ name: argument.text, place: argument.place })),
    place: call.place,
    insertAt: last ? endOf(last.place) : null,
  });
  for (const argument of named) {
    const name = argument.text;
    if (request.action === 'remove') {
      uninstall(call, request.manager, name);
      continue;
    }
    stage.packages.add(bareName(name));
    const effects = effectsOf(request, bareName(name), stage.image);
    const { toolbox } = stage;
    if (effects.cCompiler) toolbox.cCompiler = true;
    if (effects.libcHeaders) toolbox.libcHeaders = true;
    if (effects.staticLibc) toolbox.staticLibc = true;
    if (effects.muslTools) toolbox.muslGcc = true;
    for (const compiler of effects.compilerNames) toolbox.compilers.add(compiler);
    if (effects.go) {
      toolbox.hasGo = true;
      toolbox.go = effects.goVersion;
    }
    const muslLoader = effects.muslLoader ? loaderPath('musl', stage.architecture) : null;
    if (muslLoader !== null) stage.loaders.set(muslLoader, 'musl');
    if (!effects.known) stage.unlistedPackages = true;
    for (const library of effects.libraries) stage.libraries.add(library);
    if (effects.shim)
      stage.shims.set(effects.shim, because(l10n.t('{0} is installed here.', name), argument.place));
  }
  if (request.action === 'install' && request.packages.length > named.length && conditional === 0) {
    stage.opaque ??= because(l10n.t('Packages whose names are not known are installed here.'), call.place);
  }
}

const known = recall<PackageEffects>(4000);

const effectsOf = (
  { manager, withoutRecommends }: PackageRequest,
  name: string,
  { distribution, release }: ImageFacts,
): PackageEffects =>
  known([manager, name, distribution, release, withoutRecommends].join(' '), () =>
    packageEffects(manager, name, { distribution, release, withoutRecommends }),
  );

/** `gcc=12.2-r0`, `gcc>12`, `gcc:arm64`, `gcc@edge`: the name alone. */
const bareName = (name: string): string => name.replace(/[=<>~@].*$/, '').replace(/:(?:native|any)$/, '');

function uninstall(call: Call, manager: PackageChange['manager'], name: string): void {
  const { stage } = call.frame;
  const group = stage.virtuals.get(name);
  const names = group ?? [bareName(name)];
  for (const one of names) stage.packages.delete(one);
  if (
    manager === 'apk' &&
    names.some((one) => one === 'gcc' || one === 'build-base' || one === 'alpine-sdk')
  ) {
    stage.toolbox.cCompiler =
      stage.packages.has('gcc') || stage.packages.has('build-base') ? true : stage.image.cCompiler;
  }
  for (const shim of ['gcompat', 'libc6-compat'] as const) if (names.includes(shim)) stage.shims.delete(shim);
}

const endOf = (place: Place): Place => ({
  path: place.path,
  span: { start: place.span.end, end: place.span.end },
});
