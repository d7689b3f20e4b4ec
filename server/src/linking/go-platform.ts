// What Go's linker can do on each platform, as data: internal or only external links, build modes, sanitizers.

/** Source: internal/platform/supported.go of Go 1.26 (2026-02); what older releases lacked is named with the release that brought it. */
const supported: Readonly<Record<string, readonly string[]>> = {
  'c-archive': ['386', 'amd64', 'arm', 'arm64', 'loong64', 'ppc64le', 'riscv64', 's390x'],
  'c-shared': ['386', 'amd64', 'arm', 'arm64', 'loong64', 'ppc64le', 'riscv64', 's390x'],
  pie: ['386', 'amd64', 'arm', 'arm64', 'loong64', 'ppc64le', 'riscv64', 's390x'],
  shared: ['386', 'amd64', 'arm', 'arm64', 'ppc64le', 's390x'],
  plugin: ['386', 'amd64', 'arm', 'arm64', 'loong64', 'ppc64le', 'riscv64', 's390x'],
  '-race': ['amd64', 'arm64', 'loong64', 'ppc64le', 'riscv64', 's390x'],
  '-msan': ['amd64', 'arm64', 'loong64'],
  '-asan': ['amd64', 'arm64', 'loong64', 'ppc64le', 'riscv64'],
};

/** Modes that every platform has. */
const everywhere = ['default', 'exe', 'archive'];

/** Whether `go build` knows the mode at all. */
export const isBuildMode = (mode: string): boolean =>
  everywhere.includes(mode) || ['c-archive', 'c-shared', 'pie', 'shared', 'plugin'].includes(mode);

/** Whether linux on that architecture has a build mode (`pie`) or sanitizer (`-race`). */
export const linuxSupports = (what: string, goarch: string): boolean =>
  everywhere.includes(what) || (supported[what] ?? []).includes(goarch);

/** Architectures whose position independent executables Go's own linker can make on linux. */
const internalPie = ['amd64', 'arm64', 'loong64', 'ppc64le'];

export const linksPieInternally = (goos: string, goarch: string): boolean =>
  goos === 'android' ? goarch === 'arm64' : internalPie.includes(goarch);

/** Architectures on which programs with cgo are always linked externally (https://go.dev/issue/14449). */
const externalWithCgo = ['mips', 'mipsle', 'mips64', 'mips64le', 'ppc64'];

/** Whether a platform leaves only the external link. */
export const mustLinkExternally = (goos: string, goarch: string, cgo: boolean): boolean =>
  goos === 'android' ? cgo || goarch !== 'arm64' : cgo && externalWithCgo.includes(goarch);
