// What the floors are measured on: the fixtures, harder variants of them, and the cases of the repair stage. All of it is
// in the repository and nothing of it comes from a benchmark, so every clone can measure the same.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';

const root = new URL('../', import.meta.url);
const INPUT = /\.(?:txt|html)$/;
const NAMES = /\s(?:class|id|role|itemprop|itemtype|rel|property)="[^"]*"/g;
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const BLANK_LINES = /\n(?:[ \t\r]*\n)+/g;
const LOST = /\ufffd/;

/** Charsets that UTF-8 is misread as; one family each: Windows, DOS, Mac, Cyrillic. */
const MISREAD_AS = ['windows-1252', 'cp437', 'macroman', 'windows-1251'];

/** The fixtures: `{name, format, content, expected}`, sorted by name; content is a string, as UTF-8 alone is among them. */
export async function fixtures() {
  const folder = new URL('fixtures/', root);
  const names = (await readdir(folder, { recursive: true })).filter((name) => INPUT.test(name));
  return Promise.all(names.sort().map((name) => fixture(folder, name)));
}

async function fixture(folder, name) {
  const expected = await readFile(new URL(name.replace(INPUT, '.json'), folder), 'utf8');
  return {
    name,
    format: name.endsWith('.html') ? 'html' : 'text',
    content: await readFile(new URL(name, folder), 'utf8'),
    expected: JSON.parse(expected),
  };
}

/** Pages whose elements have no names and that say nothing of themselves in scripts: only tags and words are left. */
export function namelessPages(all) {
  return all
    .filter(({ format }) => format === 'html')
    .map((one) => ({ ...one, content: one.content.replace(SCRIPTS, '').replace(NAMES, '') }));
}

/** Texts without a blank line, as many scrapers leave them. */
export function denseTexts(all) {
  return all
    .filter(({ format }) => format === 'text')
    .map((one) => ({ ...one, content: one.content.replace(BLANK_LINES, '\n') }));
}

/** Bodies of the fixtures, and what is left of each when its UTF-8 is read as another charset that has all its bytes. */
export function garbledBodies(all) {
  return all.flatMap(({ name, expected }) => {
    const lines = (expected.body ?? []).map(({ text }) => text);
    return MISREAD_AS.flatMap((charset) => {
      const garbled = lines.map((line) => iconv.decode(Buffer.from(line, 'utf8'), charset));
      const whole = !garbled.some((line) => LOST.test(line));
      return whole && garbled.join() !== lines.join() ? [{ name, charset, lines, garbled }] : [];
    });
  });
}

/** The cases of test/stages/repair/cases by file: `{input, expected}`. */
export async function repairCases(...files) {
  const folder = new URL('test/stages/repair/cases/', root);
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return texts.flatMap((text) => JSON.parse(text));
}

/** Digest of data as JSON; of an expected article only what is measured. */
export function digestOf(data) {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

/** Of a fixture what its figures depend on. */
export function measuredPart({ name, content, expected }) {
  const { title, authors, published } = expected;
  const body = expected.body?.map(({ text }) => text);
  return { name, content, title, authors, published: published?.value ?? null, body };
}
