// Images beside Docker's official ones, from the registries of their vendors.
import { each, type Family } from './image-family.js';

// GoogleContainerTools/distroless: DEFAULT_DISTRO in BUILD (2024-04-22, 2026-01-30); earlier defaults by its releases.
const distrolessDefault = [
  ['', 'debian:9'],
  ['2020-10-01', 'debian:10'],
  ['2022-09-06', 'debian:11'],
  ['2024-04-22', 'debian:12'],
  ['2026-01-30', 'debian:13'],
] as const;

const distroless: readonly Family[] = [
  {
    names: ['gcr.io/distroless/static*'],
    base: 'none',
    distribution: 'distroless',
    contents: 'bare',
    system: 'nowhere',
    shellWord: 'debug',
  },
  {
    names: ['gcr.io/distroless/base-nossl*'],
    base: distrolessDefault,
    contents: 'bare',
    system: 'name',
    shellWord: 'debug',
  },
  {
    names: ['gcr.io/distroless/base*'],
    base: distrolessDefault,
    contents: 'distrolessBase',
    system: 'name',
    shellWord: 'debug',
  },
  {
    names: ['gcr.io/distroless/cc*'],
    base: distrolessDefault,
    contents: 'distrolessCc',
    system: 'name',
    shellWord: 'debug',
  },
  {
    names: ['gcr.io/distroless/*'],
    base: distrolessDefault,
    contents: 'shellless',
    system: 'name',
    shellWord: 'debug',
  },
];

// images.chainguard.dev; glibc of Wolfi (wolfi-dev/os, glibc.yaml).
const chainguard: readonly Family[] = ['cgr.dev/chainguard', 'chainguard'].flatMap((registry): Family[] => [
  { names: [`${registry}/static`], base: 'none', distribution: 'wolfi', contents: 'bare', system: 'nowhere' },
  { names: [`${registry}/busybox`], base: 'wolfi:rolling', contents: 'busybox', system: 'nowhere' },
  {
    names: [`${registry}/glibc-dynamic`],
    base: 'wolfi:rolling',
    contents: 'cxxBare',
    system: 'nowhere',
    words: { dev: 'unlisted' },
  },
  { names: [`${registry}/wolfi-base`], base: 'wolfi:rolling', contents: 'application', system: 'nowhere' },
  {
    names: [`${registry}/musl-dynamic`, `${registry}/gcc-musl`, `${registry}/alpine-base`],
    base: null,
    contents: 'unlisted',
    system: 'nowhere',
  },
  {
    names: [`${registry}/go`],
    base: 'wolfi:rolling',
    contents: 'unlisted',
    system: 'nowhere',
    go: 'tag',
    environment: { GOPATH: '/root/go' },
  },
  {
    names: [`${registry}/gcc-glibc`, `${registry}/rust`],
    base: 'wolfi:rolling',
    contents: 'unlisted',
    system: 'nowhere',
  },
  {
    names: [`${registry}/*`],
    base: 'wolfi:rolling',
    contents: 'shellless',
    system: 'nowhere',
    words: { dev: 'unlisted' },
  },
]);

// dotnet/dotnet-docker README files; 2.x to 7.x from its tag history.
const dotnetVersions = {
  ...each('1 2', 'debian:9'),
  ...each('3 5', 'debian:10'),
  ...each('6 7', 'debian:11'),
  ...each('8 9', 'debian:12'),
  '10': 'ubuntu:24.04',
  '11': 'ubuntu:26.04',
};
const dotnet: readonly Family[] = [
  {
    names: ['', 'nightly/', 'core/', 'core-nightly/'].map((path) => `mcr.microsoft.com/dotnet/${path}*`),
    base: [
      ['', 'glibc:?'],
      ['2023-11-14', 'debian:12'],
      ['2025-11-11', 'ubuntu:24.04'],
    ],
    versions: dotnetVersions,
    contents: 'application',
    words: { chiseled: 'shellless', distroless: 'shellless', aot: 'unlisted' },
  },
];

const microsoft: readonly Family[] = [
  {
    names: ['mcr.microsoft.com/devcontainers/go', 'mcr.microsoft.com/vscode/devcontainers/go'],
    base: 'debian:?',
    contents: 'compiler',
    alpine: 'unlisted',
    go: 'second',
    environment: {
      GOPATH: '/go',
      PATH: '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    },
  },
  {
    names: ['mcr.microsoft.com/devcontainers/*', 'mcr.microsoft.com/vscode/devcontainers/*'],
    base: 'glibc:?',
    contents: 'unlisted',
  },
  {
    names: ['mcr.microsoft.com/azurelinux/base/*', 'mcr.microsoft.com/cbl-mariner/base/*'],
    base: null,
    versions: { '1.0': 'azurelinux:1.0', '2.0': 'azurelinux:2.0', '3.0': 'azurelinux:3.0' },
    contents: 'unlisted',
    words: { core: 'application' },
  },
  {
    names: ['mcr.microsoft.com/azurelinux/distroless/*', 'mcr.microsoft.com/cbl-mariner/distroless/*'],
    base: null,
    versions: { '1.0': 'azurelinux:1.0', '2.0': 'azurelinux:2.0', '3.0': 'azurelinux:3.0' },
    contents: 'shellless',
  },
  {
    names: ['mcr.microsoft.com/oss/go/microsoft/golang', 'mcr.microsoft.com/oss/go/*'],
    base: 'glibc:?',
    contents: 'unlisted',
    go: 'tag',
    environment: {
      GOPATH: '/go',
      PATH: '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    },
    workdir: '/go',
  },
];

const ubiRegistries = ['registry.access.redhat.com', 'registry.redhat.io', 'redhat'];
const redHat: readonly Family[] = [
  ...['7', '8', '9', '10'].map((release): Family => ({
    names: ubiRegistries.flatMap((registry) => [`${registry}/ubi${release}/go-toolset`]),
    base: `rhel:${release}`,
    contents: 'compilerNoStatic',
    go: 'tag',
    system: 'nowhere',
  })),
  ...['7', '8', '9', '10'].flatMap((release): Family[] => {
    const own = (suffix: string): string[] =>
      ubiRegistries.flatMap((registry) => [
        `${registry}/ubi${release}-${suffix}`,
        `${registry}/ubi${release}/ubi-${suffix}`,
      ]);
    const base = `rhel:${release}`;
    return [
      { names: own('minimal'), base, contents: 'minimal', system: 'nowhere' },
      { names: own('micro'), base, contents: 'micro', system: 'nowhere' },
      {
        names: [
          ...own('init'),
          ...ubiRegistries.flatMap((registry) => [
            `${registry}/ubi${release}`,
            `${registry}/ubi${release}/ubi`,
          ]),
        ],
        base,
        contents: 'application',
        system: 'nowhere',
      },
      {
        names: ubiRegistries.map((registry) => `${registry}/ubi${release}/*`),
        base,
        contents: 'unlisted',
        system: 'nowhere',
      },
    ];
  }),
  { names: ['quay.io/centos/centos'], base: null, contents: 'plain', system: 'release' },
  {
    names: ['rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux', 'quay.io/almalinuxorg/almalinux'],
    base: null,
    contents: 'plain',
    system: 'release',
    words: { minimal: 'minimal', micro: 'micro' },
  },
  ...['8', '9', '10'].map((release): Family => ({
    names: [
      `almalinux/${release}-base`,
      `almalinux/${release}-init`,
      `almalinux/${release}-minimal`,
      `almalinux/${release}-micro`,
    ],
    base: `almalinux:${release}`,
    contents: 'application',
    system: 'nowhere',
  })),
  {
    names: [
      'registry.fedoraproject.org/fedora',
      'quay.io/fedora/fedora',
      'registry.fedoraproject.org/fedora-minimal',
      'quay.io/fedora/fedora-minimal',
    ],
    base: null,
    contents: 'plain',
    system: 'release',
  },
];

const suse: readonly Family[] = [
  {
    names: ['opensuse/tumbleweed', 'registry.opensuse.org/opensuse/tumbleweed'],
    base: 'opensuse:tumbleweed',
    contents: 'plain',
    system: 'nowhere',
  },
  {
    names: ['opensuse/leap', 'registry.opensuse.org/opensuse/leap'],
    base: null,
    contents: 'plain',
    system: 'release',
  },
  {
    names: ['registry.suse.com/bci/golang'],
    base: 'sles:?',
    contents: 'unlisted',
    go: 'tag',
    system: 'nowhere',
  },
  {
    names: ['registry.suse.com/suse/sle15', 'registry.suse.com/bci/bci-base', 'registry.suse.com/bci/bci-*'],
    base: null,
    contents: 'application',
    system: 'release',
  },
];

// Amazon: lambda runtimes by version (AWS documentation, runtimes table).
const lambdaNames = (name: string): string[] => [
  `public.ecr.aws/lambda/${name}`,
  `amazon/aws-lambda-${name}`,
];
const lambda = (name: string, base: string, versions: NonNullable<Family['versions']>): Family => ({
  names: lambdaNames(name),
  base,
  versions,
  contents: 'unlisted',
  system: 'nowhere',
});
const amazon: readonly Family[] = [
  {
    names: ['public.ecr.aws/amazonlinux/amazonlinux', 'amazon/amazonlinux'],
    base: null,
    contents: 'plain',
    system: 'release',
  },
  lambda('python', 'amazonlinux:2023', {
    '3.12': 'amazonlinux:2023',
    ...each('3.8 3.9 3.10 3.11', 'amazonlinux:2'),
    ...each('2.7 3.6 3.7', 'amazonlinux:1'),
  }),
  lambda('nodejs', 'amazonlinux:2023', each('10 12 14 16 18', 'amazonlinux:2')),
  lambda('java', 'amazonlinux:2023', each('8 11 17', 'amazonlinux:2')),
  lambda('ruby', 'amazonlinux:2023', each('2 3.2', 'amazonlinux:2')),
  lambda('dotnet', 'amazonlinux:2023', each('3 5 6 7', 'amazonlinux:2')),
  lambda('go', 'amazonlinux:1', {}),
  {
    names: lambdaNames('provided'),
    base: 'amazonlinux:1',
    wordBases: { al2: 'amazonlinux:2', al2023: 'amazonlinux:2023' },
    contents: 'application',
  },
  {
    names: ['amazon/aws-cli', 'public.ecr.aws/aws-cli/aws-cli'],
    base: 'amazonlinux:?',
    contents: 'application',
    system: 'nowhere',
  },
];

const nvidia: readonly Family[] = [
  {
    names: ['nvidia/cuda', 'nvcr.io/nvidia/cuda'],
    base: null,
    contents: 'application',
    words: { devel: 'unlisted' },
  },
];

export const vendorImages: readonly Family[] = [
  ...distroless,
  ...chainguard,
  ...dotnet,
  ...microsoft,
  ...redHat,
  ...suse,
  ...amazon,
  ...nvidia,
];
