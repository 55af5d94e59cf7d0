// Joins the modules of the build: the library's entry and the commands, a few files where there were 250, since
// finding and linking modules takes longer than a small article. What npm installs stays apart, and so do the modules
// that find a file of the package from where they stand.
// usage, after tsc: node scripts/bundle.mjs [FOLDER OF THE BUILD]
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url));
const COMMANDS = ['clean', 'repair', 'explain', 'check', 'schema'];
const entries = ['index', 'cli/main', 'cli/run', ...COMMANDS.map((name) => `cli/commands/${name}`)];

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, join(dist, `${name}.js`)])),
  platform: 'node',
  external: [/^[a-z@]/, /\/assets\/asset\.js$/, /\/version\.js$/],
});
await rm(join(dist, 'chunks'), { recursive: true, force: true });
await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
});
await bundle.close();
