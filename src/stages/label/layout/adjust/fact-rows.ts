import type { LabelledLine } from '../../labelled-line.ts';

// Set by hand on texts with results, tables, prices and facts.
/** Rows of a group. */
const MIN_ROWS = 3;
/** `Line.weight` of a row. */
const MAX_WEIGHT = 110;
/** Words of a line that stands over them: `Other results`. */
const MAX_HEADING_WORDS = 6;
/** A figure, which all rows have: most lines are known to be none by it. */
const FIGURE = /\p{Nd}/u;
/** A year at the end, as dates of links to other articles have it, or a word and a count: `Photos 12`. */
const DATED_OR_COUNTED = /(?:^|[\s,./-])(?:19|20)\d{2}$|^[^\s:：]+ \(?\d{1,5}\)?$/u;
/** What rows of facts look like. Links and boxes seldom repeat such figures between two paragraphs. */
const SHAPES = [
  // Cells, the last of them a figure.
  /\S\t+\S.*\d/u,
  // A score behind names: `Sokolov – Třebíč 2:5`.
  /\p{L}.* \d{1,3} ?[:–-] ?\d{1,3}(?: ?\([^()]{1,40}\))?(?: [\p{L}.]{1,8}){0,2}(?: ?\([^()]{1,40}\))?$/u,
  // `Inangahua 17, Karamea 17`.
  /^\p{L}[^.:：!?]* \d{1,4}, \p{L}[^.:：!?]* \d{1,4}$/u,
  // An amount at the end, perhaps with a unit: `・食パン　400円`.
  /^(?:[・•*–-] ?)?\p{L}[^.!?]*[\s:：–-][€£$¥₹]? ?\d[\d.,]*(?: ?(?:[%€£$¥₹円원°]|\p{L}{1,4}\.?))?$/u,
  // A field with a figure: `Giá: 30.000 đồng`.
  /^\p{Lu}?[^:：.!?\d]{1,30}[:：] ?[^:：!?]{0,30}\d[^:：!?]{0,30}$/u,
];
const FIGURE_CELL = /[\t|] *[+−-]?[€£$¥₹]?\d[\d.,:%]*/u;

/**
 * Takes groups of rows with figures for body that stand between two paragraphs of plain text, and the short line over
 * them: results, a table, prices, facts with figures.
 */
export function withFactRows(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const isText = (i: number) => isBody[i] === true && lines[i]!.line.isProse;
  const first = lines.findIndex((_, i) => isText(i));
  let last = lines.length - 1;
  while (last > first && !isText(last)) last -= 1;
  for (let i = first + 1; first >= 0 && i < last; ) {
    const end = isTable(lines[i]!) ? i + 1 : endOfRows(lines, i, last);
    if (end > i && !isNamed(lines[i - 1]!)) {
      isBody.fill(true, i, end);
      if (i - 1 > first && isHeading(lines[i - 1]!)) isBody[i - 1] = true;
    }
    i = Math.max(end, i + 1);
  }
}

/** Behind the rows that begin at a line, with a heading or two among them; the line's own number where it is none. */
function endOfRows(lines: readonly LabelledLine[], start: number, last: number): number {
  let rows = 0;
  let end = start;
  for (let i = start; i < last; i++) {
    if (isRow(lines[i]!)) {
      rows += 1;
      end = i + 1;
    } else if (i === start || !isHeading(lines[i]!) || !isFigures(lines[i + 1])) {
      break;
    }
  }
  return rows >= MIN_ROWS ? end : start;
}

function isFigures(item: LabelledLine | undefined): boolean {
  return item !== undefined && (isRow(item) || isTable(item));
}

/** Whether a rule names a line by its words: one above a group is the heading of a box. */
function isNamed({ verdict }: LabelledLine): boolean {
  return verdict?.kind === 'words';
}

/** A block of rows of cells, one of which is a figure at least. */
function isTable(item: LabelledLine): boolean {
  const { block, text } = item.line;
  return !isNamed(item) && block.type === 'table' && FIGURE_CELL.test(text);
}

function isRow(item: LabelledLine): boolean {
  const { line } = item;
  if (isNamed(item)) return false;
  if (line.weight > MAX_WEIGHT || !FIGURE.test(line.text) || line.isProse) return false;
  if (DATED_OR_COUNTED.test(line.text)) return false;
  return SHAPES.some((shape) => shape.test(line.text)) && line.dateLine === null;
}

function isHeading({ line, verdict }: LabelledLine): boolean {
  return verdict === null && line.words <= MAX_HEADING_WORDS && !line.endsSentence;
}
