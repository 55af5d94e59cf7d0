// Scraped texts as rows to train on: texts as they were found, and which of their lines are the article's.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rowsOf } from './read.mjs';

const FOLDS = 5;
/** The last part of the path of the file that holds the texts; their labels stand beside this script. */
const TEXTS = 'unlabelled.jsonl.gz';
const LABELS = new URL('scraped-labels.jsonl', import.meta.url);
const REMOVED = /^removed/;
/** What a line says that it is, in words or tags around it. */
const FIELD = /^(?:Title|Headline):\s*|<\/?(?:TITLE|HEADLINE)>/g;
const LONE_RETURN = /\r(?!\n)/;

/** Whether a file of rows holds scraped texts. */
export function holdsScraped(path) {
  return path.endsWith(TEXTS);
}

/**
 * The labelled texts of a file. In `scraped-labels.jsonl` a text has line numbers, from 1, by what the lines are, as
 * `3,5-9`: `title`, `byline` …, `removed` by label, `doubt` where an editor could decide either way; `parts` of lines,
 * as home, start and end in UTF-16 units; all others are body. Texts of one repository are in one fold.
 */
export async function* scrapedRows(path) {
  const known = new Map();
  for (const line of readFileSync(LABELS, 'utf8').trim().split('\n')) {
    const labels = JSON.parse(line);
    known.set(labels.id, labels);
  }
  for await (const { id, repo, text } of rowsOf(path)) {
    const labels = known.get(id);
    // Where a carriage return ends lines, their numbers are others.
    if (labels && !LONE_RETURN.test(text)) yield rowOf(id, repo, text, labels);
  }
}

function rowOf(id, repo, text, labels) {
  const lines = text.split('\n');
  const byLine = labelsOf(lines, labels);
  const row = {
    id,
    fold: createHash('sha256').update(repo).digest().readUInt32BE(0) % FOLDS,
    dataset: 'scraped',
    variant: 'scraped',
    input_text: text,
    labels: byLine.join(''),
    title: titleOf(lines, labels),
  };
  const filled = lines.flatMap((line, i) => (line.trim() ? [i] : []));
  const [only] = filled;
  if (filled.length > 1 || only === undefined) return row;
  // A text in one line is cut into sentences, which the parts label.
  return { ...row, ranges: rangesOf(lines[only], labels.parts?.[only + 1] ?? [], byLine[only]) };
}

/** The line that is the title; null where none is, undefined where it is several lines or a part of one. */
function titleOf(lines, { title = '', parts = {} }) {
  const inside = Object.values(parts).some((all) => all.some(([home]) => home === 'title'));
  const found = [...numbersIn(title)].filter((n) => lines[n - 1].trim());
  if (inside || found.length > 1) return undefined;
  return found.length === 0 ? null : lines[found[0] - 1].replace(FIELD, '').trim();
}

/** 1 for the article's lines, 0 for what is removed, 2 for the head's, the doubtful and the mixed ones and blank lines. */
function labelsOf(lines, { removed = {}, doubt = '', parts = {}, ...labels }) {
  const heads = ['title', 'kicker', 'subtitle', 'section', 'byline', 'date'];
  const out = lines.map((line) => (line.trim() ? '1' : '2'));
  const set = (ranges, label) => {
    for (const n of numbersIn(ranges)) if (lines[n - 1]?.trim()) out[n - 1] = label;
  };
  for (const head of heads) set(labels[head] ?? '', '2');
  for (const ranges of Object.values(removed)) set(ranges, '0');
  set(doubt, '2');
  set(Object.keys(parts).join(','), '2');
  return out;
}

function rangesOf(line, parts, whole) {
  const out = [];
  let at = 0;
  const add = (start, end, label) => {
    if (end > start) out.push({ start, end, label });
  };
  for (const [home, start, end] of parts) {
    add(at, start, '1');
    add(start, end, REMOVED.test(home) ? '0' : home === 'body' ? '1' : '2');
    at = end;
  }
  add(at, line.length, parts.length > 0 ? '1' : whole);
  return out;
}

function* numbersIn(ranges) {
  for (const range of ranges.split(',').filter(Boolean)) {
    const [first, last = first] = range.split('-').map(Number);
    for (let n = first; n <= last; n++) yield n;
  }
}
