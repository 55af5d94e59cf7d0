// Invents WARC and WET files: pages and texts of made-up words, as crawls have them, each record a member where it is gzip.
// The same seed gives the same files. usage: imported by bench/readers.mjs
import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { randomOf } from '../scripts/random.mjs';

const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve xi yo zu kra plo shi tre vun'.split(' ');
const CRLF = '\r\n';
/** Words that a text is made of; how many of them a paragraph has; paragraphs of an article. Set by hand. */
const WORDS = 8000;
const PARAGRAPH = [20, 90];
const PARAGRAPHS = [4, 20];
/** Bytes of a page's markup, scripts and styles around the article, as far as Common Crawl's median page has them. */
const AROUND = [20_000, 90_000];

/** Writes `count` records of a kind, `warc` or `wet`, to a file; gzip where its name ends so. */
export function writeCorpus(path, kind, count, seed = 1) {
  const random = randomOf(seed);
  const between = ([least, most]) => Math.floor(least + random() * (most - least));
  const pick = (list) => list[Math.floor(random() ** 2 * list.length)];
  const words = Array.from({ length: WORDS }, () =>
    Array.from({ length: between([1, 5]) }, () => pick(SYLLABLES)).join(''),
  );
  const sentence = (length) => Array.from({ length }, () => pick(words)).join(' ');
  const paragraphs = () =>
    Array.from({ length: between(PARAGRAPHS) }, () => `${sentence(between(PARAGRAPH))}.`);
  const out = openSync(path, 'w');
  const packed = path.endsWith('.gz');
  for (let i = 0; i < count; i++) {
    const texts = paragraphs();
    const title = sentence(8);
    const content =
      kind === 'wet'
        ? [title, ...texts].join('\n')
        : response(pageOf(title, texts, between(AROUND), sentence));
    const bytes = Buffer.from(recordOf(kind, i, content));
    writeSync(out, packed ? gzipSync(bytes) : bytes);
  }
  closeSync(out);
}

function recordOf(kind, number, content) {
  const type = kind === 'wet' ? 'conversion' : 'response';
  const contentType = kind === 'wet' ? 'text/plain' : 'application/http; msgtype=response';
  return [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: https://news${number % 97}.example/${number}.html`,
    'WARC-Date: 2024-05-03T10:15:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(content)}`,
    '',
    `${content}${CRLF}${CRLF}`,
  ].join(CRLF);
}

function response(page) {
  return [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    'Server: nginx',
    '',
    page,
  ].join(CRLF);
}

function pageOf(title, texts, around, sentence) {
  const menu = [];
  for (let size = 0; size < around; size += menu.at(-1).length) {
    menu.push(
      `<li class="menu-item item-${menu.length}"><a href="/${sentence(1)}/${menu.length}">${sentence(3)}</a></li>`,
      `<script>window.q=window.q||[];q.push(${JSON.stringify({ k: sentence(2), v: menu.length })})</script>`,
    );
  }
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><ul>${menu.join('\n')}</ul><article><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;
}
