import type { LabelledLine } from '../labelled-line.ts';

// Set by hand on invented interviews: UTF-16 units and words of a speaker's name, turns that the body holds of one who
// speaks in it, and UTF-16 units of what a transcript notes between them.
const SPEAKER = /^(\p{L}[\p{L}\p{M}.'’ -]{0,39})(?:,[^:：]{1,40})?[:：]/u;
const MAX_WORDS = 4;
const MIN_TURNS = 2;
const MAX_NOTE = 80;
const NOTE = /^(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/;

/**
 * Takes turns of an interview for body whose speaker has others in it (`LANTERN: Thank you.`), and what stands in brackets
 * between two turns: `(LAUGHTER)`. What a rule has named stays out.
 */
export function withSpeakerTurns(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const speakers = lines.map(({ line }) => speakerOf(line.text));
  const turns = new Map<string, number>();
  speakers.forEach((speaker, i) => {
    if (speaker !== null && isBody[i]) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  });
  const isKnown = (name: string) => (turns.get(name) ?? 0) >= MIN_TURNS;
  // Transcripts give the first turn the whole name, and those behind it the last one.
  const speaks = (i: number) => {
    const name = speakers[i] ?? '';
    return isKnown(name) || isKnown(name.slice(name.lastIndexOf(' ') + 1));
  };
  lines.forEach(({ verdict }, i) => {
    if (verdict === null && speaks(i)) isBody[i] = true;
  });
  lines.forEach(({ verdict, line }, i) => {
    const isNote = line.text.length <= MAX_NOTE && NOTE.test(line.text);
    if (verdict === null && isNote && speaks(i - 1) && speaks(i + 1)) isBody[i] = true;
  });
}

/** The name before a line's colon, in capitals: `JON VESTER` of `Jon Vester, keeper:`. */
function speakerOf(text: string): string | null {
  const name = SPEAKER.exec(text)?.[1];
  return name !== undefined && name.split(' ').length <= MAX_WORDS ? name.toUpperCase() : null;
}
