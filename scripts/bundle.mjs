// Joins the modules of the build: the library's entry and the commands, a few files where there were 250, since
// finding and linking modules takes longer than a small article. The HTML parser's thirty modules are joined to them, with
// their licences beside; what else npm installs stays apart, and so do the modules that find a file of the package from
// where they stand.
// usage, after tsc: node scripts/bundle.mjs [FOLDER OF THE BUILD]
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { lazyExpressions } from './lazy-expressions.mjs';

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url));
const COMMANDS = ['clean', 'repair', 'explain', 'check', 'dedupe', 'spark', 'schema', 'completion'];
const entries = [
  'index',
  'cli/main',
  'cli/run',
  'batch/work/worker',
  ...COMMANDS.map((name) => `cli/commands/${name}`),
];

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, join(dist, `${name}.js`)])),
  platform: 'node',
  plugins: [lazyExpressions()],
  external: [
    /^(?!parse5$|entities\b)[a-z@]/,
    /\/assets\/asset\.js$/,
    /\/version\.js$/,
    /\/work\/worker-file\.js$/,
  ],
});
await rm(join(dist, 'chunks'), { recursive: true, force: true });
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // Comments and white space are half of the text that a small run would read; names stay, for stack traces.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();

/** The folder of the package that a module of node_modules belongs to. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const modules = output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : []));
const joined = new Set(
  modules
    .filter((id) => !id.startsWith(resolve(dist)))
    .flatMap((id) => PACKAGE.exec(id)?.[0] ?? []),
);
const licences = await Promise.all(
  [...joined].sort().map(async (folder) => {
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${await readFile(join(folder, 'LICENSE'), 'utf8')}`;
  }),
);
await writeFile(join(dist, 'chunks/LICENSES.txt'), licences.join('\n\n'));
