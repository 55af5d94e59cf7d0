// Gathers clean text that the repair model has not been trained on, as lines of text by kind and language.
// usage: node unseen.mjs FOLDER [LINES...] [--set FILE]
//   FOLDER: packages are fetched and unpacked there; FOLDER/lines/KIND.PACKAGE.LANGUAGE.txt
//   LINES: folders of .txt, a line of which is left out: what corpus.py wrote for the training, another set's lines
//   --set: the packages by kind (default unseen.json, of Debian; unseen-second.json names some of npm: and pip:)
// Lines that are all ASCII without an entity are left out: the repair stage never looks at them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { linesOf } from './unseen-lines.mjs';

/** Lines kept of one package and language, evenly spread. */
const MOST = 9000;
const LOOKED_AT = /[^\0-\x7f]|&[#a-z]/;
const LANGUAGE =
  /(?:\/|[._-])(?:man|LC_MESSAGES|locale|l10n|resource|html|help)\/([a-z]{2,3}(?:[_@-][A-Za-z]+)?)\//;
const IN_NAME = /-([a-z]{2,3}(?:-[a-z]{2,3})?)$/;
const BEFORE_MESSAGES = /\/([A-Za-z]{2,3}(?:[_@-][A-Za-z]+)*)\/LC_MESSAGES\//;

const IN_FILE =
  /[/._-]([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)\.(?:json|ya?ml|php|inc|dat|html|xlf|js|lyx|info|dict\.dz)(?:\.gz)?$/;

/** How packages are fetched, and unpacked. */
const SOURCES = {
  deb: {
    fetch: ['apt-get', '-qq', 'download'],
    unpack: (file, to) => ['dpkg-deb', '-x', file, to],
  },
  npm: {
    fetch: ['npm', 'pack', '--silent'],
    unpack: (file, to) => ['tar', 'xzf', file, '-C', to],
  },
  pip: {
    fetch: ['pip', 'download', '-q', '--no-deps'],
    unpack: (file, to) => ['python3', '-m', 'zipfile', '-e', file, to],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string', default: 'unseen.json' } },
});
const [folder, ...known] = positionals;
const kinds = JSON.parse(fs.readFileSync(new URL(values.set, import.meta.url), 'utf8'));
const lines = path.join(folder, 'lines');
fs.rmSync(lines, { recursive: true, force: true });
fs.mkdirSync(lines, { recursive: true });

const leftOut = new Set();
for (const dir of known) for (const line of linesIn(dir)) leftOut.add(line);
console.log(`${leftOut.size} lines are left out`);
let total = 0;
for (const [kind, packages] of Object.entries(kinds)) {
  let count = 0;
  // for each kind anew: a set holds 2 ** 24 lines at most
  const seen = new Set();
  for (const name of packages) {
    const root = unpacked(name);
    if (root !== null) count += write(kind, name, byLanguage(root, name, seen));
  }
  total += count;
  console.log(`${kind}: ${count} lines`);
}
console.log(`${total} lines that are no plain ASCII, in ${lines}`);

/** The folder of a package's files; `null` where the archive does not hold it. */
function unpacked(name) {
  const root = path.join(folder, 'packages', plainName(name));
  if (fs.existsSync(root)) return root;
  const fetched = path.join(folder, 'fetched');
  fs.rmSync(fetched, { recursive: true, force: true });
  fs.mkdirSync(fetched, { recursive: true });
  const [source, plain] = name.includes(':') ? name.split(':') : ['deb', name];
  const { fetch, unpack } = SOURCES[source];
  try {
    run(fetched, [...fetch, plain]);
    const [file] = fs.readdirSync(fetched);
    fs.mkdirSync(root, { recursive: true });
    run(fetched, unpack(file, root));
  } catch (error) {
    fs.rmSync(root, { recursive: true, force: true });
    console.log(`${name}: left out, ${String(error.stderr).split('\n')[0]}`);
    return null;
  }
  return root;
}

function run(cwd, [command, ...args]) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** New lines of a package, by language; `seen` are the kind's so far. */
function byLanguage(root, name, seen) {
  const found = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const language = languageOf(file.slice(root.length), name);
    if (!found.has(language)) found.set(language, []);
    const list = found.get(language);
    for (const line of linesOf(file)) {
      if (!LOOKED_AT.test(line) || leftOut.has(line) || seen.has(line)) continue;
      seen.add(line);
      list.push(line);
    }
  }
  return found;
}

function languageOf(file, name) {
  const [, language] =
    BEFORE_MESSAGES.exec(file) ??
    LANGUAGE.exec(file) ??
    IN_NAME.exec(name) ??
    IN_FILE.exec(file) ??
    [];
  return language ?? 'any';
}

function write(kind, name, languages) {
  let count = 0;
  for (const [language, list] of languages) {
    const every = Math.max(1, list.length / MOST);
    const chosen = [];
    for (let at = 0; at < list.length; at += every) chosen.push(list[Math.floor(at)]);
    if (chosen.length === 0) continue;
    count += chosen.length;
    const file = `${kind}.${plainName(name)}.${language}.txt`;
    fs.writeFileSync(path.join(lines, file), `${chosen.join('\n')}\n`);
  }
  return count;
}

/** A package's name for files: npm:@uppy/locales as npm-@uppy-locales. */
function plainName(name) {
  return name.replace(/[:/]/g, '-');
}

function* linesIn(dir) {
  for (const file of fs.readdirSync(dir)) {
    if (file.endsWith('.txt')) yield* fs.readFileSync(path.join(dir, file), 'utf8').split('\n');
  }
}
