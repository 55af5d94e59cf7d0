import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, vi } from 'vitest';
import { folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';
import { expectSame, oneProcess } from './spark/digest.ts';
import { LONG, lines, runLocal, settings, spark } from './spark/run.ts';

vi.setConfig({ testTimeout: LONG });

const SITES = ['www.Vestre.example', 'nordbladet.example', 'mill.co.example'];
const REPEATED = [
  'Written by the night desk of the valley.',
  'Our bakers and printers wish all readers a mild winter.',
];

const PUBLISHED = '<meta property="article:published_time" content="2024-06-13T08:00:00Z">';

/** Names of sites, one with what no file's name may have; a site without one goes where rows that failed go. */
const NAMES = ['The Vestre', null, 'Mill &amp; Söhne: news'];

function nameOf(i: number): string {
  const name = NAMES[i % NAMES.length];
  return name === null ? '' : `<meta property="og:site_name" content="${name}">`;
}

/** A page of a site on which lines stand that all its pages have. */
function page(i: number): { readonly url: string; readonly html: string } {
  const { title, text } = someRows(60)[i % 60]!;
  const body = text
    .split('\n\n')
    .map((one) => `<p>${one}</p>`)
    .join('\n');
  const repeated = REPEATED.map((line) => `<p>${line}</p>`).join('\n');
  const html = `<html><head><title>${title}</title>${i % 2 === 0 ? PUBLISHED : ''}${nameOf(i)}</head><body><h1>${title}</h1>\n${body}\n${repeated}\n</body></html>`;
  // A bar and a space stand in addresses, whatever their grammar says.
  return { url: `https://${SITES[i % SITES.length]}/2024/a|b ${i}.html`, html };
}

/** A record of WARC. */
function record(type: string, number: number, fields: readonly string[], content: Buffer): Buffer {
  const id = `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const head = ['WARC/1.0', `WARC-Type: ${type}`, `WARC-Record-ID: <${id}>`, ...fields];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\nContent-Length: ${content.length}\r\n\r\n`),
    content,
    Buffer.from('\r\n\r\n'),
  ]);
}

function http(status: string, type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n`), body]);
}

/** Records of pages, some in Latin-1 and with line ends of all kinds, and of what a crawl has beside them. */
function crawl(from: number, count: number): Buffer[] {
  const records = [record('warcinfo', from, [], Buffer.from('software: none\r\n'))];
  for (let i = from; i < from + count; i++) {
    const { url, html } = page(i);
    const address = [`WARC-Target-URI: ${url}`, 'WARC-Date: 2024-06-13T08:00:00Z'];
    const isLatin = i % 3 === 0;
    const text = `${html}<!-- å \r\n\r\n \u0001 \t -->`.replace('winter', 'vår');
    const body = Buffer.from(text, isLatin ? 'latin1' : 'utf8');
    const type = isLatin ? 'text/html; charset=iso-8859-1' : 'text/html; charset=utf-8';
    records.push(
      record('request', 1000 + i, address, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      record('response', 2000 + i, address, http('200 OK', type, body)),
    );
    if (i % 5 === 0) {
      const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
      records.push(
        record('response', 3000 + i, address, http('200 OK', 'image/png', bytes)),
        record('response', 4000 + i, address, http('404 Not Found', 'text/html', body)),
        record('response', 5000 + i, address, http('200 OK', type, Buffer.alloc(0))),
      );
    }
  }
  return records;
}

spark('WARC is split by record, plain and packed, with learning of sites', async () => {
  const root = folder({ 'in.warc/a.warc': Buffer.concat(crawl(0, 30)) });
  writeFileSync(
    path.join(root, 'in.warc/b.warc.gz'),
    Buffer.concat(crawl(30, 12).map((one) => gzipSync(one))),
  );
  writeFileSync(path.join(root, 'in.warc/c.warc'), '');
  const job = ['--in', 'in.warc', '-o', 'out', '--sites', '--partition-by', 'site'];
  // So that the file is cut, also in the middle of records.
  const cut = settings(['spark.sql.files.maxPartitionBytes=5000']);
  const { code, stderr } = await runLocal(root, [...job, ...cut]);
  expect(code, stderr).toBe(0);
  const from = ['in.warc/a.warc', 'in.warc/b.warc.gz'];
  const one = await oneProcess(root, [...from, '--sites']);
  expect(one.length).toBe(42 + 9);
  expect(JSON.stringify(one.find(({ error }) => !error))).toContain('"site-lines"');
  const out = path.join(root, 'out');
  const spread = await expectSame(out, one);
  expect(spread.some(({ error }) => error)).toBe(true);
  const folders = readdirSync(out).filter((name) => name.startsWith('site='));
  expect(folders.sort()).toEqual([
    'site=Mill & Söhne%3A news',
    'site=The Vestre',
    'site=__HIVE_DEFAULT_PARTITION__',
  ]);
});

spark('texts of a page each, by folders of language and day', async () => {
  const pages = Array.from({ length: 6 }, (_, i) => [`in/page-${i}.html`, page(i).html] as const);
  const root = folder({ ...Object.fromEntries(pages), 'in/note.txt': someRows(6)[2]!.text });
  for (const by of ['language', 'day']) {
    const job = ['--in', 'in/*', '--from', 'text', '-o', by, '--partition-by', by];
    const { code, stderr } = await runLocal(root, job);
    expect(code, stderr).toBe(0);
  }
  // As rows: that their bytes were UTF-8 is not said of texts that Spark has read.
  const note = { id: `file://${root}/in/note.txt`, text: someRows(6)[2]!.text };
  const rows = pages.map(([name, html]) => ({ id: `file://${root}/${name}`, html }));
  writeFileSync(path.join(root, 'rows.ndjson'), lines([note, ...rows]));
  const one = await oneProcess(root, ['rows.ndjson']);
  for (const by of ['language', 'day']) await expectSame(path.join(root, by), one);
  expect(readdirSync(path.join(root, 'day'))).toContain('day=2024-06-13');
});
