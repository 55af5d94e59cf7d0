import type { LabelledLine } from '../../labelled-line.ts';

// Set by hand on invented interviews.
/** A name of up to 40 UTF-16 units, what its bearer does in as many, and a colon. */
const SPEAKER = /^(\p{L}[\p{L}\p{M}.'’ -]{0,39})(?:,[^:：]{1,40})?[:：]/u;
/** UTF-16 units of a name that stands alone. */
const MAX_NAME = 40;
/** A time since a recording's start: `00:31`, `1:02:03`, `[00:31]`. */
const TIME = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?$/;
/** Share of the turns with times that must have a line in the body. */
const MIN_IN_BODY = 0.7;
/** Words of a name. */
const MAX_WORDS = 4;
/** Turns in the body of one who is known to speak in it. */
const MIN_TURNS = 2;
/** Such speakers: `Photo:` alone, twice, is no interview. */
const MIN_SPEAKERS = 2;
/** UTF-16 units of what a transcript notes between turns. */
const MAX_NOTE = 80;
const NOTE = /^(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/;

/**
 * Takes turns of an interview for body whose speaker has others in it (`LANTERN: Thank you.`), and what stands in brackets
 * between two turns: `(LAUGHTER)`; so too the lines of a transcript that has each name, the time below it, and what was
 * said in lines of their own. What a rule has named stays out.
 */
export function withSpeakerTurns(lines: readonly LabelledLine[], isBody: boolean[]): void {
  takeTimedTurns(lines, isBody);
  const names = lines.map(({ line }) => speakerOf(line.text));
  const known = speakersOf(names.filter((_, i) => isBody[i]));
  if (known.size < MIN_SPEAKERS) return;
  // Transcripts give the first turn the whole name, and those behind it the last one.
  const speaks = (i: number) => {
    const name = names[i] ?? '';
    return known.has(name) || known.has(name.slice(name.lastIndexOf(' ') + 1));
  };
  lines.forEach(({ verdict, line }, i) => {
    if (verdict !== null) return;
    const isNote = line.text.length <= MAX_NOTE && NOTE.test(line.text);
    isBody[i] ||= speaks(i) || (isNote && speaks(i - 1) && speaks(i + 1));
  });
}

/** A line of time below a short one begins a turn; where two speakers have several, all is body from the first to the end of the last. */
function takeTimedTurns(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const starts = lines.flatMap(({ line }, i) => {
    const below = lines[i + 1]?.line.text ?? '';
    return line.text.length <= MAX_NAME && !line.endsSentence && TIME.test(below) ? [i] : [];
  });
  const known = speakersOf(starts.map((i) => lines[i]!.line.key));
  const turns = starts.filter((i) => known.has(lines[i]!.line.key));
  // Other pages' headlines stand below a section and a time, too.
  const inBody = turns.filter((i) => isBody[i] || isBody[i + 1] || isBody[i + 2]);
  if (known.size < MIN_SPEAKERS || inBody.length < turns.length * MIN_IN_BODY) return;
  // What is said in the last turn stands in the line below its time.
  const end = Math.min(lines.length, turns.at(-1)! + 3);
  for (let i = turns[0]!; i < end; i++) isBody[i] ||= lines[i]!.verdict === null;
}

/** Names that stand before several lines. */
function speakersOf(names: readonly (string | null)[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const name of names) if (name !== null) turns.set(name, (turns.get(name) ?? 0) + 1);
  return new Set([...turns.keys()].filter((name) => turns.get(name)! >= MIN_TURNS));
}

/** The name before a line's colon, in capitals: `JON VESTER` of `Jon Vester, keeper:`. */
function speakerOf(text: string): string | null {
  const name = SPEAKER.exec(text)?.[1];
  return name !== undefined && name.split(' ').length <= MAX_WORDS ? name.toUpperCase() : null;
}
