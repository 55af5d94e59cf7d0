import { verdict } from '../../../document/verdict.ts';
import { detectLanguage } from '../../../recognize/language.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';

/** What newspapers of these languages print before a caption: one to six words in capitals and a colon. */
const HEAD = /^(\p{Lu}[\p{Lu}\p{Nd} ,.'’&«»-]{1,45}): ?\S/u;
/** Where the head is common: VG, Dagbladet and Nettavisen set captions so, as Swedish and Danish tabloids do. */
const LANGUAGES: ReadonlySet<string> = new Set(['nb', 'nn', 'no', 'da', 'sv']);
/** Words of a line with its head, set by hand: shorter ones are results or steps. */
const MIN_WORDS = 5;
/** Sentences of a caption; set by hand. */
const MAX_SENTENCES = 3;
/** The share of a text's lines that are captions at most, set by hand: more are answers of an interview. */
const MAX_SHARE = 0.4;

/**
 * Captions of plain text that begin with a head in capitals, each with another head, in languages whose newspapers set
 * them so: `PÅ VEI: Besøkende ser på den gamle kranen.` Where a head comes twice, or two such lines stand together, none is one.
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

/** None where one of the heads comes twice, as a speaker's, or two such lines stand together, as news in brief do. */
function headedLines(lines: readonly LabelledLine[]): ReadonlySet<LabelledLine> {
  const found = new Map<string, LabelledLine>();
  let before: string | undefined;
  for (const item of lines) {
    const capitals = HEAD.exec(item.line.text)?.[1];
    const head = capitals !== undefined && mayBeHeaded(item) ? capitals : undefined;
    if (head !== undefined) {
      if (found.has(head) || before !== undefined) return new Set();
      found.set(head, item);
    }
    before = head;
  }
  return new Set(found.values());
}

function mayBeHeaded({ line }: LabelledLine): boolean {
  if (line.block.type !== 'paragraph' || line.words < MIN_WORDS) return false;
  return line.sentences <= MAX_SENTENCES && line.dateline === null;
}

function isNordic(lines: readonly LabelledLine[]): boolean {
  const text = lines.map(({ line }) => line.text).join('\n');
  const detected = detectLanguage(text)?.language;
  return detected !== undefined && LANGUAGES.has(detected);
}
