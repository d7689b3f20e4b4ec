// Docker's official images: what each kind holds, and the base of those whose tags do not name it. The moves of the others are in official-bases.ts.
import { each, type Family } from './image-family.js';

const goPath = {
  GOPATH: '/go',
  PATH: '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};
const rustPath = {
  RUSTUP_HOME: '/usr/local/rustup',
  CARGO_HOME: '/usr/local/cargo',
  PATH: '/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

// Vendors of Java whose flavours stand on systems of their own (tags of maven, gradle, tomcat, clojure).
const javaVendors = {
  corretto: 'amazonlinux:?',
  amazoncorretto: 'amazonlinux:?',
  graalvm: 'oraclelinux:?',
  ibmjava: 'ubuntu:?',
  semeru: 'ubuntu:?',
  ibm: 'ubuntu:?',
  sapmachine: 'ubuntu:?',
  microsoft: 'glibc:?',
  azulzulu: 'glibc:?',
  zulu: 'glibc:?',
  libericaopenjdk: 'glibc:?',
  openjdk: 'glibc:?',
  jdk: 'glibc:?',
};

// Base images of distributions.
const distributions: readonly Family[] = [
  { names: ['alpine'], base: 'alpine:*', contents: 'plain', system: 'release' },
  { names: ['debian', 'ubuntu'], base: null, contents: 'plain', system: 'release' },
  { names: ['fedora', 'amazonlinux', 'photon', 'mageia'], base: null, contents: 'plain', system: 'release' },
  {
    names: ['centos', 'almalinux', 'rockylinux', 'oraclelinux'],
    base: null,
    contents: 'plain',
    words: { minimal: 'minimal', slim: 'minimal' },
    system: 'release',
  },
  {
    names: ['archlinux'],
    base: 'archlinux:rolling',
    contents: 'archBase',
    words: { devel: 'buildpack' },
    system: 'nowhere',
  },
  {
    names: ['buildpack-deps'],
    base: 'official:buildpack-deps',
    contents: 'buildpack',
    words: { curl: 'application', scm: 'application' },
    versions: {
      ...each('14.04', 'ubuntu:14.04'),
      ...each('16.04', 'ubuntu:16.04'),
      ...each('18.04', 'ubuntu:18.04'),
      ...each('20.04', 'ubuntu:20.04'),
      ...each('22.04', 'ubuntu:22.04'),
      ...each('24.04', 'ubuntu:24.04'),
      ...each('26.04', 'ubuntu:26.04'),
    },
  },
];

// docker-library/busybox: glibc from Debian's of that time, dynamic; musl and uclibc are one static program each (Dockerfile.builder).
const busybox: readonly Family[] = [
  {
    names: ['busybox'],
    base: [
      ['', 'busybox:uclibc'],
      ['2017-06-15', 'busybox:2.24'],
      ['2019-07-15', 'busybox:2.28'],
      ['2021-09-11', 'busybox:2.31'],
      ['2023-06-23', 'busybox:2.36'],
      ['2025-08-08', 'busybox:2.41'],
    ],
    wordBases: {
      musl: 'busybox:musl',
      uclibc: 'busybox:uclibc',
      glibc: [
        ['', 'busybox:2.19'],
        ['2017-07-14', 'busybox:2.24'],
        ['2019-07-15', 'busybox:2.28'],
        ['2021-09-11', 'busybox:2.31'],
        ['2023-06-23', 'busybox:2.36'],
        ['2025-08-08', 'busybox:2.41'],
      ],
    },
    contents: 'busybox',
    system: 'nowhere',
  },
  {
    names: ['arm32v6/busybox'],
    base: 'busybox:musl',
    wordBases: { uclibc: 'busybox:uclibc', glibc: 'busybox:?' },
    contents: 'busybox',
    system: 'nowhere',
  },
];

// Contents: Dockerfile templates in docker-library and rust-lang/docker-rust.
const languages: readonly Family[] = [
  {
    names: ['golang'],
    base: 'official:golang',
    contents: 'compiler',
    alpine: 'plain',
    go: 'tag',
    environment: goPath,
    workdir: '/go',
  },
  {
    names: ['rust'],
    base: 'official:rust',
    contents: 'buildpack',
    slim: 'compilerOnly',
    alpine: 'compilerOnly',
    environment: rustPath,
  },
  {
    names: ['node'],
    base: 'official:node',
    contents: 'buildpack',
    slim: 'application',
    alpine: 'cxxRuntime',
  },
  { names: ['gcc'], base: 'official:gcc', contents: 'buildpack' },
  { names: ['php'], base: 'official:php', contents: 'compiler', alpine: 'application' },
  { names: ['haskell'], base: 'official:haskell', contents: 'compiler', slim: 'compiler' },
  ...'python ruby perl'.split(' ').map((name): Family => ({
    names: [name],
    base: `official:${name}`,
    contents: 'buildpack',
    slim: 'application',
    alpine: 'application',
  })),
  ...'erlang elixir swift'.split(' ').map((name): Family => ({
    names: [name],
    base: `official:${name}`,
    contents: 'unlisted',
    alpine: 'application',
  })),
  ...'maven gradle clojure groovy jetty'.split(' ').map((name): Family => ({
    names: [name],
    base: `official:${name}`,
    wordBases: javaVendors,
    contents: 'application',
  })),
];

/** Images whose default tag is built on Alpine though no word says so (official-images, Directory and FROM of each). */
const alpineByDefault =
  'adminer api-firewall bonita composer eggdrop eclipse-mosquitto krakend registry znc notary spiped swarm jobber vault consul express-gateway mongo-express';

// Tags that combine versions of two programs: which system they stand on is told by their words only.
const combined: readonly Family[] = [
  {
    names: ['tomcat'],
    base: 'official:tomcat',
    wordBases: { ...javaVendors, 'jdk*': 'glibc:?', 'jre*': 'glibc:?' },
    contents: 'application',
  },
  {
    names: ['tomee', 'open-liberty', 'websphere-liberty', 'ibm-semeru-runtimes', 'adoptopenjdk'],
    base: 'ubuntu:?',
    contents: 'application',
    secondGlibc: null,
    secondGlibcFor: 'alpine',
  },
  {
    names: ['drupal', 'joomla', 'azul-zulu', 'neurodebian', 'rakudo-star'],
    base: 'debian:?',
    contents: 'application',
  },
  {
    names: ['pypy', 'hylang', 'r-base'],
    base: 'debian:?',
    contents: 'unlisted',
    slim: 'application',
    alpine: 'application',
  },
];

const applications: readonly Family[] = [
  { names: ['hello-world', 'hello-seattle', 'hola-mundo'], base: 'none', contents: 'bare' },
  {
    names: ['nats', 'nats-streaming'],
    base: 'none',
    wordBases: { linux: 'none', scratch: 'none' },
    contents: 'bare',
    alpine: 'application',
  },
  {
    names: alpineByDefault.split(' '),
    base: 'alpine:?',
    contents: 'application',
  },
  { names: ['docker'], base: 'official:docker', unrecorded: 'alpine:?', contents: 'application' },
  { names: ['bash'], base: 'official:bash', unrecorded: 'alpine:?', contents: 'application' },
  {
    names: ['traefik'],
    base: [
      ['', 'none'],
      ['2019-09-16', 'alpine:?'],
    ],
    contents: 'application',
    versions: { '1': 'none' },
  },
  { names: ['caddy'], base: 'alpine:?', contents: 'application', wordBases: { builder: 'alpine:?' } },
  { names: ['teamspeak'], base: 'alpine:?', contents: 'application' },
  {
    names: ['arangodb'],
    base: [
      ['', 'debian:8'],
      ['2017-08-25', 'debian:9'],
      ['2018-12-13', 'alpine:?'],
    ],
    versions: { ...each('1 2 3.0 3.1', 'debian:8'), ...each('3.2 3.3', 'debian:9'), '3': 'alpine:?' },
    contents: 'application',
    system: 'nowhere',
  },
  { names: ['mysql'], base: 'official:mysql', contents: 'application' },
  { names: ['percona'], base: 'rhel:?', contents: 'application' },
  {
    names: ['elasticsearch', 'kibana', 'logstash'],
    base: 'glibc:?',
    versions: { '9': 'rhel:9', '8': 'ubuntu:?' },
    contents: 'application',
  },
  { names: ['crate'], base: 'glibc:?', contents: 'application' },
  { names: ['sonarqube', 'odoo', 'rabbitmq'], base: 'glibc:?', contents: 'application' },
  {
    names: ['kong'],
    base: 'glibc:?',
    versions: each('0 1 2 3.0 3.1', 'alpine:?'),
    contents: 'application',
  },
  { names: ['spark', 'ibmjava'], base: 'ubuntu:?', contents: 'application' },
  {
    names: ['telegraf', 'influxdb', 'chronograf', 'kapacitor', 'wordpress', 'nextcloud'],
    base: 'debian:?',
    wordBases: { cli: 'alpine:?' },
    contents: 'application',
  },
  ...'amazoncorretto cassandra clickhouse dart eclipse-temurin ghost haproxy haxe httpd irssi julia mariadb memcached mongo neo4j nginx openjdk postgres redis redmine rethinkdb ros sapmachine swipl'
    .split(' ')
    .map((name): Family => ({ names: [name], base: `official:${name}`, contents: 'application' })),
];

export const officialImages: readonly Family[] = [
  { names: ['scratch'], base: 'none', contents: 'bare', system: 'nowhere' },
  ...distributions,
  ...busybox,
  ...languages,
  ...combined,
  ...applications,
];
