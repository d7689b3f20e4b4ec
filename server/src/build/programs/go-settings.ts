// The variables that `go` reads, as in force for one command, each with where it was set.
import { bindingOf, valueOf } from '../environment.js';
import type { Setting } from '../model.js';
import type { Place } from '../../text/span.js';
import { isKnown, UNKNOWN } from '../value.js';
import type { Call } from './call.js';

/** Variables that change how Go links (`go help environment`). */
const NAMES = [
  'CGO_ENABLED',
  'GOOS',
  'GOARCH',
  'GOFLAGS',
  'CC',
  'CXX',
  'CGO_LDFLAGS',
  'CGO_CFLAGS',
  'GO_EXTLINK_ENABLED',
  'GOEXPERIMENT',
  'GOBIN',
  'GO111MODULE',
  'GOTOOLCHAIN',
  'GOARM',
  'GOAMD64',
];

export type Settings = ReadonlyMap<string, Setting>;

/** What is set, by the process environment or by `go env -w`; a variable that is not set is not in it. */
export function goSettings(call: Call): Settings {
  const settings = new Map<string, Setting>();
  const { goEnvironment } = call.frame.stage;
  for (const name of NAMES) {
    const own = bindingOf(call.environment, name);
    const binding = own?.exported === true ? own : bindingOf(goEnvironment, name);
    if (binding) {
      settings.set(name, {
        name,
        value: isKnown(binding.value) ? binding.value : null,
        how: binding.how,
        place: binding.place,
        valuePlace: binding.valuePlace,
        followsTarget: followsTarget(call, binding.valuePlace ?? binding.place),
      });
    } else if (valueOf(call.environment, name) === UNKNOWN && call.environment.opaque) {
      settings.set(name, { name, value: null, how: 'export', place: null, valuePlace: null });
    }
  }
  return settings;
}

export const settingFor = (settings: Settings, name: string): Setting | null => settings.get(name) ?? null;

/** Docker documentation, "Automatic platform ARGs in the global scope". */
const TARGET = /\$\{?TARGET(?:PLATFORM|OS|ARCH|VARIANT)\b/;

function followsTarget(call: Call, place: Place | null): boolean {
  if (place === null) return false;
  const text = call.frame.world.texts.get(place.path) ?? '';
  return TARGET.test(text.slice(place.span.start, place.span.end));
}
