import type { Element } from '../../../../document/document.ts';
import { isTime } from '../../../read/time-line.ts';
import type { LabelledLine } from '../../labelled-line.ts';
import { isInside } from '../containers.ts';

// Set by hand on invented interviews. UTF-16 units and words of a name; turns of all speakers, speakers, and the share of
// the text between the names, 0 to 1, that is taken for body.
const MAX_NAME = 40;
const MAX_WORDS = 4;
const MIN_TURNS = 4;
const MIN_SPEAKERS = 2;
const MIN_CHOSEN = 0.3;
/** Levels upwards in which the element is looked for that holds all turns. */
const MAX_LEVELS = 4;
/** Share of a line's text, 0 to 1, from which on it is a link. */
const MAX_LINK_SHARE = 0.5;
const LETTER = /\p{L}/u;

/**
 * Takes an interview for body whose speakers stand in elements of their own (`<dt>Jane Roe</dt><dd>Yes.</dd>`), where
 * much of it is: from the first name on that recurs, each with text behind it, in one element. Times and links stay out.
 */
export function withTurnElements(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (const names of recurringNames(lines)) takeTurns(lines, isBody, names);
}

/** The places of short lines that recur, those of each make together. */
function recurringNames(lines: readonly LabelledLine[]): number[][] {
  const makes = new Map<string, number[]>();
  lines.forEach((item, i) => {
    if (!mayBeName(item)) return;
    const { element, linkShare } = item.line.block.context;
    const make = `${element!.tag} ${element!.words} ${linkShare > MAX_LINK_SHARE}`;
    const known = makes.get(make);
    if (known) known.push(i);
    else makes.set(make, [i]);
  });
  const keyOf = (i: number) => lines[i]!.line.key;
  return [...makes.values()].flatMap((found) => {
    const turns = new Map<string, number>();
    for (const i of found) turns.set(keyOf(i), (turns.get(keyOf(i)) ?? 0) + 1);
    const again = found.filter((i) => turns.get(keyOf(i))! > 1);
    if (again.length < MIN_TURNS) return [];
    const names = again.filter((i) => lines[i]!.line.dateLine === null);
    const people = new Set(names.filter((i) => isPerson(lines[i]!)).map(keyOf)).size;
    return names.length >= MIN_TURNS && people >= MIN_SPEAKERS ? [names] : [];
  });
}

function isPerson({ line }: LabelledLine): boolean {
  return line.byline?.authors[0]?.kind === 'person';
}

function mayBeName({ line, verdict }: LabelledLine): boolean {
  const { text, words, block } = line;
  const { element, hidden } = block.context;
  if (hidden || element === null || text.length > MAX_NAME || words > MAX_WORDS) return false;
  return verdict === null && !line.endsSentence && LETTER.test(text);
}

function takeTurns(
  lines: readonly LabelledLine[],
  isBody: boolean[],
  names: readonly number[],
): void {
  const [first, last] = [names[0]!, names.at(-1)!];
  const box = boxOf(lines, first, last);
  const heads = new Set(names);
  // Names without text between them are a list of names.
  if (box === null || names.some((i) => heads.has(i + 1))) return;
  const inside: number[] = [];
  for (let i = first; i < lines.length && isInside(lines[i]!.line.block, box); i++) {
    if (isOpen(lines[i]!)) inside.push(i);
  }
  const texts = inside.filter((i) => !heads.has(i));
  const weight = (some: readonly number[]) => some.reduce((n, i) => n + lines[i]!.line.weight, 0);
  if (weight(texts.filter((i) => isBody[i])) < weight(texts) * MIN_CHOSEN) return;
  for (const i of inside) isBody[i] = true;
}

function isOpen({ line, verdict }: LabelledLine): boolean {
  const { hidden, linkShare } = line.block.context;
  return verdict === null && !hidden && linkShare <= MAX_LINK_SHARE && !isTime(line.text);
}

/** The smallest element near two lines that holds both; null when there is none. */
function boxOf(lines: readonly LabelledLine[], first: number, last: number): Element | null {
  let element = lines[first]!.line.block.context.element;
  for (let i = 0; element !== null && i <= MAX_LEVELS; i++, element = element.parent) {
    if (element.tag === 'body') return null;
    if (isInside(lines[last]!.line.block, element)) return element;
  }
  return null;
}
