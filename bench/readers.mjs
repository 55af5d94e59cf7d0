// Megabytes of WARC and WET that are read in a CPU-second, beside warcio on the same files: every record's body is taken out
// whole, and nothing is cleaned. A megabyte is 10^6 bytes of what the files hold, uncompressed.
// usage, after a build: node bench/readers.mjs [--pages 2000] [--rounds 3]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './readers-corpus.mjs';

const MEGABYTE = 1e6;
const MICROSECONDS = 1e6;
const here = fileURLToPath(import.meta.url);
const work = join(tmpdir(), 'copydesk-bench-readers');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    run: { type: 'string' },
  },
});

const RUNS = {
  async copydesk(path) {
    const root = new URL('../dist/readers/', import.meta.url);
    const { openInput } = await import(new URL('open-input.js', root));
    const { readerOf } = await import(new URL('readers.js', root));
    const { createNotes } = await import(new URL('notes.js', root));
    const input = { path, shown: path, root: null, relative: path, kind: 'auto', isPipe: false };
    const file = await openInput(input, 'auto', []);
    const reader = await readerOf(file.kind);
    const options = { id: '', everyLine: false, notes: createNotes() };
    const seen = { records: 0, bytes: 0 };
    for await (const entry of reader.read(file, { kind: 'whole' }, options)) {
      seen.records += 1;
      seen.bytes += (await entry.load()).content.length;
    }
    return seen;
  },
  async warcio(path) {
    const { createReadStream } = await import('node:fs');
    const { WARCParser } = await import(join(work, 'peers/node_modules/warcio/dist/index.js'));
    const seen = { records: 0, bytes: 0 };
    for await (const record of new WARCParser(createReadStream(path))) {
      seen.records += 1;
      seen.bytes += (await record.readFully(true))?.length ?? 0;
    }
    return seen;
  },
};

if (values.run) {
  const before = process.cpuUsage();
  const seen = await RUNS[values.run](positionals[0]);
  const { user, system } = process.cpuUsage(before);
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ...seen, seconds: (user + system) / MICROSECONDS, rss }));
} else {
  measureAll();
}

function measureAll() {
  mkdirSync(work, { recursive: true });
  const readers = ['copydesk', ...(installWarcio() ? ['warcio'] : [])];
  const pages = Number(values.pages);
  console.log('file              reader     records   MB held   MB/CPU-s   peak RSS (MB)');
  for (const [name, kind, count] of [
    ['pages.warc.gz', 'warc', pages],
    ['pages.warc', 'warc', pages],
    ['texts.wet.gz', 'wet', pages * 8],
    ['texts.wet', 'wet', pages * 8],
  ]) {
    const path = join(work, `${count}-${name}`);
    if (!existsSync(path)) writeCorpus(path, kind, count);
    for (const reader of readers) {
      const { records, bytes, seconds, rss } = best(reader, path);
      const columns = [
        String(records).padStart(8),
        (bytes / MEGABYTE).toFixed(0).padStart(9),
        (bytes / MEGABYTE / seconds).toFixed(0).padStart(10),
        rss.toFixed(0).padStart(15),
      ];
      console.log(`${name.padEnd(17)} ${reader.padEnd(9)} ${columns.join(' ')}`);
    }
  }
}

/** The round that took the least time. */
function best(reader, path) {
  const rounds = Array.from({ length: Number(values.rounds) }, () =>
    JSON.parse(execFileSync(process.execPath, [here, '--run', reader, path], { encoding: 'utf8' })),
  );
  return rounds.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

function installWarcio() {
  const folder = join(work, 'peers');
  try {
    if (!existsSync(join(folder, 'node_modules/warcio'))) {
      mkdirSync(folder, { recursive: true });
      const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', 'warcio'];
      execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
    }
    return true;
  } catch (error) {
    console.error(`bench/readers: warcio left out: ${String(error.message).split('\n')[0]}`);
    return false;
  }
}
