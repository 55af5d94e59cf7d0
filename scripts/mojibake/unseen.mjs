// Gathers clean text that the repair model has not been trained on, as lines of text by kind and language.
// usage: node unseen.mjs FOLDER [CORPUS]
//   FOLDER: Debian packages named in unseen.json are fetched and unpacked there; FOLDER/lines/KIND.PACKAGE.LANGUAGE.txt
//   CORPUS: what corpus.py wrote for the training; a line that is in it is left out
// Lines that are all ASCII without an entity are left out: the repair stage never looks at them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { linesOf } from './unseen-lines.mjs';

/** Lines kept of one package and language, evenly spread. */
const MOST = 9000;
const LOOKED_AT = /[^\0-\x7f]|&[#a-z]/;
const LANGUAGE =
  /(?:\/|[._-])(?:man|LC_MESSAGES|locale|l10n|resource|html|help)\/([a-z]{2,3}(?:[_@-][A-Za-z]+)?)\//;
const IN_NAME = /-([a-z]{2,3}(?:-[a-z]{2,3})?)$/;
const BEFORE_MESSAGES = /\/([A-Za-z]{2,3}(?:[_@-][A-Za-z]+)*)\/LC_MESSAGES\//;

const [folder, corpus] = process.argv.slice(2);
const kinds = JSON.parse(fs.readFileSync(new URL('unseen.json', import.meta.url), 'utf8'));
const lines = path.join(folder, 'lines');
fs.rmSync(lines, { recursive: true, force: true });
fs.mkdirSync(lines, { recursive: true });

const seen = new Set(corpus ? trained(corpus) : []);
console.log(`${seen.size} lines of the training are left out`);
let total = 0;
for (const [kind, packages] of Object.entries(kinds)) {
  let count = 0;
  for (const name of packages) {
    const root = unpacked(name);
    if (root !== null) count += write(kind, name, byLanguage(root, name));
  }
  total += count;
  console.log(`${kind}: ${count} lines`);
}
console.log(`${total} lines that are no plain ASCII, in ${lines}`);

/** The folder of a package's files; `null` where the archive does not hold it. */
function unpacked(name) {
  const root = path.join(folder, 'packages', name);
  if (fs.existsSync(root)) return root;
  const debs = path.join(folder, 'debs');
  fs.mkdirSync(debs, { recursive: true });
  try {
    execFileSync('apt-get', ['-qq', 'download', name], {
      cwd: debs,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    console.log(`${name}: left out, ${String(error.stderr).split('\n')[0]}`);
    return null;
  }
  const deb = fs.readdirSync(debs).find((file) => file.startsWith(`${name}_`));
  fs.mkdirSync(root, { recursive: true });
  execFileSync('dpkg-deb', ['-x', path.join(debs, deb), root]);
  fs.rmSync(path.join(debs, deb));
  return root;
}

/** New lines of a package, by language. */
function byLanguage(root, name) {
  const found = new Map();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const language = languageOf(file.slice(root.length), name);
    if (!found.has(language)) found.set(language, []);
    const list = found.get(language);
    for (const line of linesOf(file)) {
      if (!LOOKED_AT.test(line) || seen.has(line)) continue;
      seen.add(line);
      list.push(line);
    }
  }
  return found;
}

function languageOf(file, name) {
  const [, language] =
    BEFORE_MESSAGES.exec(file) ?? LANGUAGE.exec(file) ?? IN_NAME.exec(name) ?? [];
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
    fs.writeFileSync(path.join(lines, `${kind}.${name}.${language}.txt`), `${chosen.join('\n')}\n`);
  }
  return count;
}

function trained(dir) {
  return fs
    .readdirSync(dir)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => fs.readFileSync(path.join(dir, file), 'utf8').split('\n'));
}
