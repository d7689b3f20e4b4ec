// Makes server/src/knowledge/official-bases.ts from the git history of docker-library/official-images: which base each tag was built on, and since when.
// Usage: node scripts/knowledge-official-images.mjs CLONE [--print]
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'server', 'src', 'knowledge', 'official-bases.ts');

/** Image, and how many numbers of a version name a line of releases that moves together. */
const images = {
  amazoncorretto: 1,
  bash: 2,
  'buildpack-deps': 1,
  cassandra: 2,
  clickhouse: 1,
  clojure: 1,
  dart: 2,
  docker: 1,
  'eclipse-temurin': 1,
  gcc: 1,
  ghost: 1,
  golang: 2,
  gradle: 1,
  groovy: 2,
  haproxy: 2,
  haskell: 2,
  haxe: 2,
  httpd: 1,
  irssi: 1,
  julia: 2,
  mariadb: 2,
  maven: 1,
  memcached: 1,
  mongo: 2,
  'mongo-express': 1,
  mysql: 2,
  nats: 2,
  neo4j: 2,
  nginx: 2,
  node: 1,
  openjdk: 1,
  perl: 2,
  php: 2,
  postgres: 1,
  python: 2,
  redis: 2,
  redmine: 2,
  rethinkdb: 2,
  ros: 1,
  ruby: 2,
  rust: 1,
  sapmachine: 1,
  swift: 2,
  swipl: 1,
  tomcat: 2,
};
// Before the tags named their system: image-wide base of that time.
const builders = ['golang', 'python', 'node', 'rust', 'ruby', 'php', 'perl', 'gcc', 'openjdk', 'haskell'];
const early = {
  golang: 'jessie',
  node: 'jessie',
  python: 'jessie',
  ruby: 'jessie',
  php: 'jessie',
  rust: 'stretch',
};

const codenames =
  'wheezy jessie stretch buster bullseye bookworm trixie forky sid precise trusty xenial bionic focal jammy noble resolute artful cosmic disco eoan hirsute impish kinetic lunar mantic oracular plucky questing'.split(
    ' ',
  );
const systemWord = new RegExp(
  `^(?:alpine-?(?:\\d+\\.\\d+)?|${codenames.join('|')}|oraclelinux\\d*|oracle|ol\\d+|al2|al2023|amazonlinux2(?:023)?|ubi\\d+|centos\\d+)$`,
);
const systemsIn = (text) =>
  text
    .replace(/alpine-(\d)/g, 'alpine$1')
    .split(/[-/ ,_]/)
    .filter((word) => systemWord.test(word));
const short = (word) =>
  word
    .replace(/^alpine-?/, 'alpine')
    .replace(/^amazonlinux/, 'al')
    .replace(/^ol(?=\d)/, 'oraclelinux');

function* versionsOf(clone, image) {
  const log = execFileSync(
    'git',
    [
      '-C',
      clone,
      'log',
      '--reverse',
      '--first-parent',
      '-m',
      '--format=%H %cs',
      '--diff-filter=AM',
      '--',
      `library/${image}`,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const commits = log
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
  const blobs = spawnSync('git', ['-C', clone, 'cat-file', '--batch'], {
    input: commits.map(([hash]) => `${hash}:library/${image}\n`).join(''),
    maxBuffer: 1 << 30,
  }).stdout;
  let offset = 0;
  for (const [, date] of commits) {
    const end = blobs.indexOf(10, offset);
    const size = Number(blobs.subarray(offset, end).toString().split(' ')[2]);
    if (!Number.isFinite(size)) {
      offset = end + 1;
      continue;
    }
    yield [date, blobs.subarray(end + 1, end + 1 + size).toString('utf8')];
    offset = end + 1 + size + 1;
  }
}

/** Tags of one state of the file, each group with the system it is built on. */
function* groupsOf(text) {
  const old = new Map();
  for (const block of text.split(/\n\s*\n/)) {
    const fields = Object.fromEntries(
      [...block.matchAll(/^([A-Za-z0-9-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    if (fields.Tags === undefined) {
      for (const [, tag, folder = ''] of block.matchAll(
        /^([^\s#:]+):\s+(?:git|https?):\/\/[^\s@]+@\S+(?:[ \t]+(\S+))?$/gm,
      ))
        old.set(folder, [...(old.get(folder) ?? []), tag]);
      continue;
    }
    if (/windows/.test(`${fields.Architectures ?? ''} ${fields.Directory ?? ''} ${fields.Tags}`)) continue;
    const tags = `${fields.Tags},${fields.SharedTags ?? ''}`
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
    yield [tags, systemOf(tags, `${fields.Directory ?? ''} ${fields.File ?? ''}`)];
  }
  for (const [folder, tags] of old) if (!folder.includes('windows')) yield [tags, systemOf(tags, folder)];
}

function systemOf(tags, folder) {
  const words = [...new Set([...tags.flatMap(systemsIn), ...systemsIn(folder)].map(short))];
  const specific = words.filter((word) => word !== 'alpine' && word !== 'oracle' && word !== 'oraclelinux');
  if (specific.length > 0) return specific.length === 1 ? specific[0] : null;
  return words[0] ?? '';
}

/** Per class of tag (default, slim where it differs, alpine) and per line of releases: the moves. */
function movesOf(clone, image, depth) {
  const tagMoves = new Map();
  for (const [date, text] of versionsOf(clone, image))
    for (const [tags, system] of groupsOf(text))
      for (const tag of tags) {
        if (system === null) continue;
        const moves = tagMoves.get(tag) ?? tagMoves.set(tag, []).get(tag);
        const named = system === '' ? (early[image] ?? '') : system;
        if (moves[moves.length - 1]?.[1] === named) continue;
        moves.push([date, named]);
      }
  const suites = builders.includes(image) ? suitesOf(tagMoves, depth) : [];
  const classes = { default: new Map(), slim: new Map(), alpine: new Map() };
  for (const [tag, moves] of tagMoves) {
    const words = tag.replace(/alpine-(\d)/g, 'alpine$1').split('-');
    if (
      moves.length === 0 ||
      words.some((word) => word !== 'alpine' && systemWord.test(word)) ||
      /onbuild|tip/.test(tag)
    )
      continue;
    const version = versionOf(tag);
    const flavour = words.filter(
      (word, i) => word !== 'alpine' && word !== 'slim' && !(i === 0 && version !== ''),
    );
    const kind = words.includes('alpine') ? 'alpine' : words.includes('slim') ? 'slim' : 'default';
    const key = version === '' ? (flavour.shift() ?? 'latest') : version;
    if (version === '' && flavour.length > 0) continue;
    const list = classes[kind].get(key) ?? classes[kind].set(key, []).get(key);
    list.push({ moves, flavour: flavour.join('-') });
  }
  return {
    kinds: Object.fromEntries(Object.entries(classes).map(([kind, keys]) => [kind, linesOf(keys, depth)])),
    suites,
  };
}

/** `21.0.3_9-jdk` is 21.0.3.9, `21_35` is 21.0.0.35 and `8u302` is 8.302, so that they sort. */
const versionOf = (tag) =>
  (/^v?(\d+(?:[._u]\d+)*)(?=$|-)/.exec(tag)?.[1] ?? '').replace(/^(\d+)_/, '$1.0.0.').replace(/[_u]/g, '.');

const numbers = (version) => version.split('.').map(Number);
const compare = (a, b) => {
  const [x, y] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++)
    if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0);
  return 0;
};

/** One line per line of releases: `date version base` where the base changed, the version being the first that stayed on it. */
function linesOf(keys, depth) {
  const plain = (entries) => entries.find(({ flavour }) => flavour === '') ?? entries[0];
  const lines = new Map();
  for (const [key, entries] of keys) {
    const { moves } = plain(entries);
    if (/^\d/.test(key) && !/^[\d.]+$/.test(key)) continue;
    const isVersion = /^\d/.test(key);
    if (!isVersion || numbers(key).length < depth) {
      lines.set(
        key,
        moves.map(([date, base]) => [date, '', base]),
      );
      continue;
    }
    const line = numbers(key).slice(0, depth).join('.');
    const members = lines.get(line) ?? lines.set(line, []).get(line);
    members.push({ key, moves });
  }
  for (const [line, members] of lines) {
    if (Array.isArray(members[0])) continue;
    // A version of which others are parts is a moving tag itself.
    const isWhole = (version) => !members.some(({ key }) => key.startsWith(`${version}.`));
    const floating = members.find(({ key }) => key === line)?.moves;
    const finals = members
      .map(({ key, moves }) => [key, ...moves[moves.length - 1].toReversed()])
      .filter(([key]) => key !== line && isWhole(key))
      .sort(([a], [b]) => compare(a, b));
    const found = [];
    const all = floating ?? members.flatMap(({ moves }) => moves).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [date, base] of all) {
      if (found[found.length - 1]?.[2] === base) continue;
      const first = finals.find(([, final]) => final === base);
      found.push([date, found.length === 0 ? line : (first?.[0] ?? ''), base]);
    }
    lines.set(line, found);
  }
  return lines;
}

function textOf(clone) {
  const commit = execFileSync('git', ['-C', clone, 'log', '-1', '--format=%h of %cs'], {
    encoding: 'utf8',
  }).trim();
  const out = [];
  for (const [image, depth] of Object.entries(images)) {
    const { kinds, suites } = movesOf(clone, image, depth);
    for (const [kind, lines] of Object.entries(kinds)) {
      const sorted = [...lines].sort(([a], [b]) =>
        /^\d/.test(a) && /^\d/.test(b) ? compare(a, b) : a < b ? -1 : 1,
      );
      const same = (line, moves) =>
        kind === 'slim' && JSON.stringify(bases(kinds.default.get(line))) === JSON.stringify(bases(moves));
      const kept = sorted.filter(([line, moves]) => !same(line, moves));
      const cells = kept.map(
        ([line, moves]) =>
          `${line}=${moves.map(([date, version, base]) => [date, version, kind === 'alpine' ? base.replace(/^alpine/, '') : base].join('/')).join(',')}`,
      );
      if (cells.length > 0) out.push(`  '${image}/${kind}': ${literal(cells)},\n`);
    }
    if (suites.length > 0) {
      const cells = suites
        .toSorted(([a], [b]) => (/^\d/.test(a) && /^\d/.test(b) ? compare(a, b) : a < b ? -1 : 1))
        .map(([line, cell]) => `${line}=${cell.join(',')}`);
      out.push(`  '${image}/suites': ${literal(cells)},\n`);
    }
  }
  return (
    '// Generated by scripts/knowledge-official-images.mjs: the base on which each line of tags of an official image was built, and since when.\n' +
    `// Source: git history of docker-library/official-images, ${commit}.\n\n` +
    '/** Image and kind of tag; `line=date/first version that stayed/base,…`, one cell per line of releases; `suites`: `line=codename>first version<last version,…` of its own tags. */\n' +
    `export const officialBases: Readonly<Record<string, string>> = {\n${out.join('')}};\n`
  );
}
const bases = (moves) => moves?.map(([, , base]) => base);

function literal(cells) {
  const rows = [''];
  for (const cell of cells) {
    if (rows[rows.length - 1] !== '' && rows[rows.length - 1].length + cell.length > 1000) rows.push('');
    rows[rows.length - 1] += `${rows[rows.length - 1] === '' ? '' : ' '}${cell}`;
  }
  return `\`${rows.join('\n')}\``;
}

/** Debian suites for which a line of releases had tags of its own, with the first and last version where not all had. */
function suitesOf(tagMoves, depth) {
  const lines = new Map();
  for (const tag of tagMoves.keys()) {
    const match = /^(?:(\d+(?:\.\d+)*)-)?(?:slim-)?([a-z]+)(?:-slim)?$/.exec(tag);
    if (!match || !codenames.includes(match[2])) continue;
    const [, version = '', suite] = match;
    const line = version === '' ? 'latest' : numbers(version).slice(0, depth).join('.');
    const suites = lines.get(line) ?? lines.set(line, new Map()).get(line);
    suites.set(suite, [...(suites.get(suite) ?? []), version]);
  }
  const all = [...tagMoves.keys()].filter((tag) => /^\d+(\.\d+)*$/.test(tag)).sort(compare);
  return [...lines].map(([line, suites]) => {
    const deepest = (versions) => {
      const depths = versions.map((version) => numbers(version).length);
      return versions
        .filter((version) => numbers(version).length === Math.max(...depths) && version !== '')
        .sort(compare);
    };
    const members = deepest(all.filter((version) => version.startsWith(`${line}.`)));
    const cell = [...suites]
      .sort(([a], [b]) => codenames.indexOf(a) - codenames.indexOf(b))
      .map(([suite, versions]) => {
        const own = deepest(versions);
        const first = own[0] ?? '';
        const last = own[own.length - 1] ?? '';
        return `${suite}${first !== (members[0] ?? first) ? `>${first}` : ''}${last !== (members[members.length - 1] ?? last) ? `<${last}` : ''}`;
      });
    return [line, cell];
  });
}

const [clone] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (clone === undefined) {
  process.stderr.write('Usage: node scripts/knowledge-official-images.mjs CLONE [--print]\n');
  process.exitCode = 2;
} else {
  const text = textOf(clone);
  if (process.argv.includes('--print')) process.stdout.write(text);
  else fs.writeFileSync(target, text);
}
