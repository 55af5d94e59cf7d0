import type { LabelledLine } from '../../labelled-line.ts';

/** Lines at a text's top, the title's and its deck's, that may be printed again below it; set by hand. */
const HEAD_LINES = 3;
/** Lines of a text that has a head, a body and a deck again; set by hand. */
const MIN_LINES = 8;
const QUOTE = /^["“„«»'‘]/u;
/** `Line.weight` of a deck: a short line that comes twice may be an answer or a verse. Set by hand. */
const MIN_WEIGHT = 60;

/** A deck printed again as the text's last line, where a site's summary stood, is left out. */
export function leaveRepeatedHead(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const last = isBody.lastIndexOf(true);
  if (last < MIN_LINES) return;
  const head = lines.slice(0, HEAD_LINES).filter(({ line }) => line.weight >= MIN_WEIGHT);
  const { key, text } = lines[last]!.line;
  // A quotation may close an article that it opened.
  if (QUOTE.test(text)) return;
  if (head.some(({ line }) => line.key === key)) isBody[last] = false;
}
