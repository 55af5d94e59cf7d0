import { extname } from 'node:path';
import type { Source } from '../contract/input.ts';

/** What an input holds; `auto` where only its content tells, and then a single text or page. */
export type InputKind = 'auto' | 'text' | 'html' | 'ndjson' | 'json';

/** Kinds that may be asked for, in the order of the help. */
export const INPUT_KINDS: readonly InputKind[] = ['auto', 'text', 'html', 'ndjson', 'json'];

const KINDS: Readonly<Record<string, InputKind>> = {
  '.txt': 'auto',
  '.text': 'auto',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** Endings of the files that are taken from folders. */
export const ENDINGS: readonly string[] = Object.keys(KINDS);

/** What a file of this name holds. */
export function kindOf(path: string): InputKind {
  return KINDS[extname(path).toLowerCase()] ?? 'auto';
}

/** How an input of this kind is cleaned when it is one text or page; `auto` where the content tells. */
export function formatOf(kind: InputKind): Source['format'] {
  return kind === 'html' || kind === 'text' ? kind : 'auto';
}

/** Whether an input of this kind holds many articles, each a row or a record. */
export function holdsRows(kind: InputKind): boolean {
  return kind === 'ndjson' || kind === 'json';
}
