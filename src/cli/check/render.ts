import { excerpt, printable } from '../../text/printable.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Difference, ListChange } from './compare.ts';
import { wordDiff } from './words.ts';

/** UTF-16 units; longer texts are shown by the words that differ, shorter ones whole. About half a terminal's line. */
const LONG = 40;

/** Differences as lines for people: `-` was expected, `+` came instead. */
export function renderDifferences(differences: readonly Difference[], paint: Paint): string[] {
  return differences.flatMap((difference) =>
    difference.kind === 'value' ? renderValue(difference, paint) : renderList(difference, paint),
  );
}

function renderValue(
  { path, expected, actual }: Difference & { kind: 'value' },
  paint: Paint,
): string[] {
  const both = typeof expected === 'string' && typeof actual === 'string';
  const name = path === '' ? 'article' : path;
  if (both && Math.max(expected.length, actual.length) > LONG) {
    const words = wordDiff(expected, actual, paint);
    if (words !== null) return [`${name}: ${words}`];
  }
  return [
    `${name}:`,
    paint.removed(`  - ${element(expected)}`),
    paint.kept(`  + ${actual === undefined ? 'nothing' : element(actual)}`),
  ];
}

function renderList({ path, changes }: Difference & { kind: 'list' }, paint: Paint): string[] {
  const lines: string[] = [];
  let listing = false;
  for (const change of changes) {
    if (change.kind === 'changed') {
      lines.push(...renderDifferences(change.differences, paint));
      listing = false;
      continue;
    }
    if (!listing) lines.push(`${path}:`);
    listing = true;
    lines.push(`  ${renderElement(change, paint)}`);
  }
  return lines;
}

function renderElement(change: Exclude<ListChange, { kind: 'changed' }>, paint: Paint): string {
  if (change.kind === 'missing') {
    return paint.removed(`- [${change.index}] ${element(change.expected)}`);
  }
  return paint.kept(`+ [${change.index}] ${element(change.actual)}`);
}

/** A value in one line: a block by its type and text, a removed line by its number and label. */
function element(value: unknown): string {
  if (typeof value !== 'object' || value === null) return excerpt(JSON.stringify(value));
  const { text, name, before, after, at, ...fields } = value as Readonly<Record<string, unknown>>;
  const shown = text ?? name;
  const words = [fields['type'], fields['label'], fields['stage'], fields['kind']];
  const what = words
    .filter((word) => typeof word === 'string')
    .map((word) => printable(String(word)));
  if (typeof shown === 'string') {
    return [place(at), ...what, excerpt(JSON.stringify(shown))]
      .filter((part) => part !== '')
      .join(' ');
  }
  if (typeof before === 'string' && typeof after === 'string') {
    const change = `${excerpt(JSON.stringify(before), 80)} → ${excerpt(JSON.stringify(after), 80)}`;
    return [place(at), ...what, change].filter((part) => part !== '').join(' ');
  }
  return excerpt(JSON.stringify(value));
}

function place(at: unknown): string {
  const line = typeof at === 'object' && at !== null && 'line' in at ? at.line : undefined;
  return typeof line === 'number' ? `line ${line}` : '';
}
