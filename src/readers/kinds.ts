import { extname } from 'node:path';
import type { Source } from '../contract/input.ts';

/** What an input holds; `auto` where only its content tells, and then a single text or page. */
export type InputKind =
  | 'auto'
  | 'text'
  | 'html'
  | 'markdown'
  | 'ndjson'
  | 'json'
  | 'csv'
  | 'tsv'
  | 'warc'
  | 'wet'
  | 'parquet';

/** Kinds that may be asked for, in the order of the help. */
export const INPUT_KINDS: readonly InputKind[] = [
  'auto',
  'text',
  'html',
  'markdown',
  'ndjson',
  'json',
  'csv',
  'tsv',
  'warc',
  'wet',
  'parquet',
];

const KINDS: Readonly<Record<string, InputKind>> = {
  '.txt': 'auto',
  '.text': 'auto',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.warc': 'warc',
  '.wet': 'wet',
  '.parquet': 'parquet',
};
/** Endings of compressed files; the kind is told by what stands before. */
const COMPRESSED = new Set(['.gz', '.zst']);

/** Endings of the files that are taken from folders without a look at them. */
export const ENDINGS: readonly string[] = Object.keys(KINDS).filter((ending) => ending !== '.json');

/** What a file of this name holds, compressed or not; `null` where its ending says nothing. */
export function kindByName(path: string): InputKind | null {
  const ending = extname(path).toLowerCase();
  if (COMPRESSED.has(ending)) return kindByName(path.slice(0, -ending.length));
  return KINDS[ending] ?? null;
}

/** What a file of this name holds; `auto` where its ending says nothing. */
export function kindOf(path: string): InputKind {
  return kindByName(path) ?? 'auto';
}

/** How an input of this kind is cleaned when it is one text or page; `auto` where the content tells. */
export function formatOf(kind: InputKind): Source['format'] {
  if (kind === 'markdown') return 'text';
  return kind === 'html' || kind === 'text' ? kind : 'auto';
}

/** Whether an input of this kind holds many articles, each a row or a record. */
export function holdsRows(kind: InputKind): boolean {
  return kind !== 'auto' && kind !== 'text' && kind !== 'html' && kind !== 'markdown';
}
