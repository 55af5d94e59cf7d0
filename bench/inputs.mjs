// What the benchmarks read: rows of NDJSON, or the fixtures.
import { readdir, readFile } from 'node:fs/promises';

const INPUT = /\.(?:txt|html)$/;
const root = new URL('../', import.meta.url);

/** The inputs of all fixtures, by name. */
export async function fixtures() {
  const names = await readdir(new URL('fixtures/', root), { recursive: true });
  const inputs = names.filter((name) => INPUT.test(name)).sort();
  return Promise.all(
    inputs.map(async (name) => ({
      id: name,
      format: name.endsWith('.html') ? 'html' : 'text',
      content: await readFile(new URL(`fixtures/${name}`, root), 'utf8'),
    })),
  );
}

/** The inputs that a file of rows {id, text} or {id, html} holds. */
export async function rows(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const { id, text, html, url } = JSON.parse(line);
    return {
      id: String(id),
      url,
      format: html === undefined ? 'text' : 'html',
      content: html ?? text,
    };
  });
}
