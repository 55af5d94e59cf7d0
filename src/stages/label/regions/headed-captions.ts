import { verdict } from '../../../document/verdict.ts';
import { detectLanguage } from '../../../recognize/language.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';

/** What newspapers of these languages print before a caption: one to six words in capitals and a colon. */
const HEAD = /^(\p{Lu}[\p{Lu}\p{Nd} ,.'’&«»-]{1,45}): ?\S/u;
/** Where the head is common: VG, Dagbladet and Nettavisen set captions so, as Swedish and Danish tabloids do. */
const LANGUAGES: ReadonlySet<string> = new Set(['nb', 'nn', 'no', 'da', 'sv']);
/** Words of a line with its head, set by hand: shorter ones are results or steps. */
const MIN_WORDS = 5;
/** The share of a text's lines that are captions at most, set by hand: more are answers of an interview. */
const MAX_SHARE = 0.4;

/**
 * Captions of plain text that begin with a head in capitals, each with another head, in languages whose newspapers set
 * them so: `TRANSPORT: Diab håper å finne en drosje.` A head that comes twice is a speaker's name.
 */
export function labelHeadedCaptions(lines: readonly LabelledLine[]): readonly LabelledLine[] {
  const headed = headedLines(lines);
  if (headed.size === 0 || headed.size > lines.length * MAX_SHARE || !isNordic(lines)) return lines;
  return lines.map((item) =>
    headed.has(item) && item.verdict?.label === 'body'
      ? relabel(item, verdict('caption', 'headed-caption'))
      : item,
  );
}

/** None where one of the heads comes twice. */
function headedLines(lines: readonly LabelledLine[]): ReadonlySet<LabelledLine> {
  const found = new Map<string, LabelledLine>();
  for (const item of lines) {
    const head = mayBeHeaded(item) ? HEAD.exec(item.line.text)?.[1] : undefined;
    if (head === undefined) continue;
    if (found.has(head)) return new Set();
    found.set(head, item);
  }
  return new Set(found.values());
}

function mayBeHeaded({ line }: LabelledLine): boolean {
  return line.block.type === 'paragraph' && line.words >= MIN_WORDS && line.dateline === null;
}

function isNordic(lines: readonly LabelledLine[]): boolean {
  const text = lines.map(({ line }) => line.text).join('\n');
  const detected = detectLanguage(text)?.language;
  return detected !== undefined && LANGUAGES.has(detected);
}
