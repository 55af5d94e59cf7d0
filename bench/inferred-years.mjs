// How often the year of a dateline is inferred, and how often rightly: dated texts of the benchmarks with their stated
// dates hidden and a dateline without a year put before the first paragraph. With --said, English texts only, the lead
// also names the weekday of that date, as agencies' leads do and most of these texts' do not.
// usage, after a build: node bench/inferred-years.mjs [--list] [--said] FILE.jsonl.gz…   (rows {id, date, lang?, title?, expected_text or text})
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { createPipeline } from '../dist/index.js';
import { findDates } from '../dist/recognize/dates/find.js';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
/** Kinds of rows of the near-duplicate set whose text was changed after it had been dated. */
const CHANGED = /^(?:dup-l[123]|dup-template|hn-)/;
const YEAR = /\d{4}/;
const PARAGRAPH = 80;
const DATE_LINE = 120;

const desk = createPipeline({ ledger: 'none' });
const list = process.argv.includes('--list');
const said = process.argv.includes('--said');
const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const monthDay = (date, lang) =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);

const weekdayName = (date) =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(date);

/** Whether a short line states the day of publication, or any full date at all. */
function tellsDate(line, lang) {
  if (line.length > DATE_LINE || !YEAR.test(line)) return false;
  return findDates(line, lang).some((d) => d.value !== null);
}

/** The text without what states its date, a dateline without a year before its first paragraph; null when it has none. */
function hidden(row, lang) {
  const lines = (row.expected_text ?? row.text).split('\n').filter((l) => !tellsDate(l, lang));
  const lead = lines.findIndex((l) => l.trim().length >= PARAGRAPH);
  if (lead < 0) return null;
  const date = new Date(row.date.slice(0, 10));
  const weekday = said ? `Officials said on ${weekdayName(date)} that this is known. ` : '';
  lines[lead] = `PORT ALDEN, ${monthDay(date, lang)} (AP) — ${weekday}${lines[lead].trim()}`;
  return [row.title ?? '', '', ...lines.slice(lead)].join('\n\n');
}

let texts = 0;
let dared = 0;
let right = 0;
for (const file of files) {
  const rows = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const text of rows) {
    const row = JSON.parse(text);
    const lang = row.lang ?? 'en';
    if (!ISO_DAY.test(row.date ?? '') || CHANGED.test(row.kind ?? '')) continue;
    if (!(row.expected_text ?? row.text) || (said && lang !== 'en')) continue;
    const content = hidden(row, lang);
    if (content === null) continue;
    texts++;
    const { published } = desk.clean({ content, format: 'text', id: String(row.id) });
    if (published?.certainty !== 'inferred' || published.from !== 'dateline-weekday') continue;
    dared++;
    const ok = published.value === row.date.slice(0, 10);
    if (ok) right++;
    if (list && !ok)
      console.log(`${row.id}: stated ${row.date.slice(0, 10)}, inferred ${published.value}`);
  }
}
const share = dared > 0 ? ((100 * right) / dared).toFixed(1) : '-';
console.log(`${texts} dated texts, year inferred of ${dared}, right ${right} (${share} %)`);
