// Checks where the files of src import from: down only, along the table below, and never in a circle, not even by
// types alone. Prints each import that breaks a rule; exit 1 when there is one.
// usage: node scripts/check-imports.mjs [ROOM…]   default: all rooms, for example: node scripts/check-imports.mjs cli batch
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Rooms are the folders of src, the folders of src/stages, and the files that lie beside them.
// Each layer may import all layers under it, but not what stands beside it in its own layer (see NEIGHBOURS).
const STAGES = [
  'decode',
  'parse',
  'blocks',
  'unescape',
  'repair',
  'normalize',
  'rules',
  'cut',
  'read',
  'label',
  'site-lines',
  'metadata',
  'choices',
  'part',
  'render',
  'join',
  'assemble',
].map((name) => `stages/${name}`);
const LAYERS = [
  ['cli', 'index'],
  ['batch'],
  ['readers', 'writers'],
  ['pipeline', 'ledger'],
  ['config', 'stage-list'],
  STAGES,
  // Files directly in src/stages: what several stages share.
  ['stages', 'dedupe'],
  ['recognize', 'language-model'],
  ['document'],
  ['contract'],
  ['text'],
  ['assets', 'version'],
];

// What a stage may see of other stages: what it takes from the one before it. A room stands for all of its files, a file
// (without its ending) for itself.
const NEIGHBOURS = {
  // Stray bytes and mojibake are read by the same tables of charsets.
  'stages/decode': [
    'stages/repair/charsets/codecs',
    'stages/repair/tables',
    'stages/repair/text/characters',
    'stages/repair/text/utf8',
  ],
  // These look at the page's tree.
  'stages/blocks': ['stages/parse'],
  'stages/rules': ['stages/parse'],
  'stages/render': ['stages/parse', 'stages/metadata/described'],
  // These use lines and page facts, which `read` makes, and the labels on them.
  'stages/label': ['stages/read'],
  'stages/site-lines': ['stages/label/labelled'],
  'stages/choices': ['stages/label/labelled'],
  'stages/metadata': ['stages/read', 'stages/label/labelled'],
  'stages/part': ['stages/label/labelled', 'stages/metadata/described'],
  // These are given what `render` gives.
  'stages/join': ['stages/render/rendered'],
  'stages/assemble': ['stages/metadata/described', 'stages/render/rendered'],
};

// Modules from outside that only some rooms may use.
const OUTSIDE = [
  { module: /^yargs/, rooms: ['cli'], why: 'only cli knows yargs' },
  {
    module: /^node:(?:worker_threads|cluster)$/,
    rooms: ['cli', 'batch'],
    why: 'threads are batch’s',
  },
  {
    module: /^node:(?:fs|fs\/promises|child_process)$/,
    rooms: ['cli', 'batch', 'readers', 'writers', 'assets'],
    why: 'stages, and what lies under them, touch no file',
  },
];

const REQUIRED = /\brequire\w*\(\s*'(?<module>[^']+)'\s*\)/g;
const LINE_END = /\n/g;
const ENDING = /\.ts$/;

const src = fileURLToPath(new URL('../src/', import.meta.url));
const layerOf = new Map(LAYERS.flatMap((rooms, layer) => rooms.map((room) => [room, layer])));
const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts'));
const graph = new Map(files.sort().map((file) => [file, importsOf(file)]));

const only = process.argv.slice(2);
const asked = (file) => only.length === 0 || only.includes(roomOf(file));
const broken = files.filter(asked).flatMap((file) => graph.get(file).flatMap(problemOf));
const circles = circlesOf(graph).filter((circle) => circle.some(asked));

for (const line of broken) console.log(line);
for (const circle of circles) console.log(`circle: ${[...circle, circle[0]].join(' → ')}`);
const count = `${files.filter(asked).length} files, ${broken.length} imports the wrong way, ${circles.length} circles`;
console.log(count);
if (broken.length + circles.length > 0) process.exitCode = 1;

/** What a file imports, types and `import()` too: `{file, module, line, target}`; `target` is null outside of src. */
function importsOf(file) {
  const text = readFileSync(path.join(src, file), 'utf8');
  const found = ts.preProcessFile(text, true, true).importedFiles;
  const names = found.map(({ fileName, pos }) => [fileName, pos]);
  for (const { groups, index } of text.matchAll(REQUIRED)) names.push([groups.module, index]);
  return names.map(([module, at]) => ({
    file,
    module,
    line: (text.slice(0, at).match(LINE_END)?.length ?? 0) + 1,
    target: module.startsWith('.') ? path.join(path.dirname(file), module) : null,
  }));
}

function roomOf(file) {
  const [room, inner, ...rest] = file.split('/');
  if (inner === undefined) return path.basename(room, '.ts');
  return room === 'stages' && rest.length > 0 ? `${room}/${inner}` : room;
}

/** What is wrong with an import: no line, or one. */
function problemOf({ file, module, line, target }) {
  const from = roomOf(file);
  const why = target === null ? outsideProblem(from, module) : insideProblem(from, target);
  return why === null ? [] : [`src/${file}:${line}: ${module}: ${why}`];
}

function outsideProblem(from, name) {
  const rule = OUTSIDE.find(({ module, rooms }) => module.test(name) && !rooms.includes(from));
  return rule ? rule.why : null;
}

function insideProblem(from, target) {
  const to = roomOf(target);
  if (from === to || isNeighbour(from, to, target)) return null;
  for (const room of [from, to]) if (!layerOf.has(room)) return `${room} is in no layer`;
  return layerOf.get(to) > layerOf.get(from) ? null : `${from} may not import ${to}`;
}

function isNeighbour(from, to, target) {
  const seen = NEIGHBOURS[from] ?? [];
  return seen.includes(to) || seen.includes(target.replace(ENDING, ''));
}

/** One circle, as short as can be, for each knot of files that reach each other. */
function circlesOf(imports) {
  const inside = (file) =>
    imports.get(file).flatMap(({ target }) => (imports.has(target) ? [target] : []));
  const seen = new Set();
  const circles = [];
  for (const file of imports.keys()) {
    if (seen.has(file)) continue;
    const circle = wayBack(file, inside);
    if (circle === null) continue;
    for (const member of circle) seen.add(member);
    circles.push(circle);
  }
  return circles;
}

/** The shortest way from a file back to itself, or null. */
function wayBack(start, next) {
  const from = new Map();
  for (const queue = [start]; queue.length > 0; ) {
    const file = queue.shift();
    for (const to of next(file)) {
      if (to === start) return way(from, start, file);
      if (from.has(to)) continue;
      from.set(to, file);
      queue.push(to);
    }
  }
  return null;
}

function way(from, start, end) {
  const files = [end];
  while (files[0] !== start) files.unshift(from.get(files[0]));
  return files;
}
