import type { RuleName } from '../../../document/rules.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { LabelledLine } from '../labelled-line.ts';
import {
  type Features,
  factsAround,
  factsOf,
  headlineOf,
  isNamed,
  lettersIn,
  placeOf,
  shapeOf,
} from './title-features.ts';
import { type Overview, overviewOf } from './title-overview.ts';
import { overlapOf } from './word-overlap.ts';

/** A line of a plain text that may be its title. */
export interface Candidate {
  readonly index: number;
  /** What is known of it at a glance, without asking what its words or its neighbours' tell. */
  readonly glance: Features;
  /** All that is known of it; worked out when it is first asked for, since most candidates lose at a glance. */
  readonly features: Features;
}

/** Letters (`lettersIn`) of a headline at most; set by hand on the open benchmark's texts. */
const MAX_LETTERS = 300;
/** `Line.weight` of a headline that is said again, at least; set in the same way. */
const MIN_REPEATED_WEIGHT = 20;
const LETTER = /\p{L}/u;
/** An address in a line; headlines hold none. */
const ADDRESS = /https?:\/\/|\bwww\.\w|[\w.-]@[\w-]+\.\w/i;
/** What a line so named is, it is for sure. */
const NO_TITLE: ReadonlySet<RuleName> = new Set([
  'running-head',
  'line-of-crumbs',
  'line-of-links',
  'names-of-networks',
  'shortcode',
  'browser-mark',
]);
/** Lines below a line in which it may go on; set by hand. */
const MAX_BELOW = 3;
/** A title is so many times as long as its first words at most; set by hand. */
const MOST_LONGER = 3;
/** Words behind a text's own, with no separator between. */
const GOES_ON = /^(?:\s+[^\s|–—·-]|[:：,，、])/u;
/** No more lines that may be the title are counted above a line. */
const MAX_OPEN = 2;

/**
 * The lines among which the title of a plain text is looked for, with what is known of each.
 *
 * @param isBody for each line whether it is taken for body, without captions.
 * @public The training script imports it from the build.
 */
export function titleCandidates(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
): Candidate[] {
  const text = overviewOf(lines, isBody);
  const out: TitleCandidate[] = [];
  const above = { prose: 0, body: 0 };
  for (let index = text.from; index < text.to; index++) {
    const { line, verdict } = lines[index]!;
    const isOther = verdict !== null && NO_TITLE.has(verdict.rule);
    const isShort = lettersIn(line.text, line.weight) <= MAX_LETTERS;
    if (!isOther && isShort && mayBeHeadline(line.text)) {
      out.push(new TitleCandidate(text, index, out, glanceAt(text, index, above)));
    }
    if (isBody[index]) above.body += 1;
    if (isBody[index] && line.isProse) above.prose += 1;
  }
  return out;
}

function mayBeHeadline(text: string): boolean {
  return LETTER.test(text) && !ADDRESS.test(text);
}

/** What is known at a glance of a line. */
function glanceAt(
  { lines, isBody, from, keys, times, later, parted, bodyStart, words, clean }: Overview,
  index: number,
  above: { readonly prose: number; readonly body: number },
): Features {
  const item = lines[index]!;
  const { line } = item;
  const headline = headlineOf(line.text);
  const shape = shapeOf(item, headline);
  const opening = `${line.key} `;
  const isAgain = line.weight >= MIN_REPEATED_WEIGHT && keys.some((key) => key.startsWith(opening));
  const isCut = isAgain && goesOnBelow(lines, index);
  return Object.assign(shape, placeOf(lines, index, bodyStart, parted), {
    overlap: overlapOf(headline === line.text ? line.key : keyOf(headline), words, isBody[index]!),
    again: times.get(line.key)! > 1,
    againBelow: later.has(line.key),
    againLonger: isAgain && !isCut,
    againUncut: isAgain && isCut,
    firstClean: clean && index === 0,
    longest: isLongest(lines, from, index),
    prose1: above.prose === 1,
    prose2: above.prose > 1,
    bodyAbove: above.body > 0,
    body: isBody[index]!,
    stopBody: isBody[index]! && shape.stop,
  });
}

/**
 * Whether one of the next lines, with no byline or date between, is the line and some words more, without a bar or a dash
 * before a site's name: a crumb of the first words of `Council keeps the old bridge`.
 */
function goesOnBelow(lines: readonly LabelledLine[], index: number): boolean {
  const { text } = lines[index]!.line;
  for (const { line } of lines.slice(index + 1, index + 1 + MAX_BELOW)) {
    if (line.isBylineOrDate) return false;
    const isLonger = line.text.length <= text.length * MOST_LONGER;
    if (isLonger && line.text.startsWith(text) && GOES_ON.test(line.text.slice(text.length)))
      return true;
  }
  return false;
}

/** Whether a line has lines above it, and all are shorter: what stands over a headline seldom is as long. */
function isLongest(lines: readonly LabelledLine[], from: number, index: number): boolean {
  const { weight } = lines[index]!.line;
  for (let i = from; i < index; i++) if (lines[i]!.line.weight >= weight) return false;
  return index > from;
}

class TitleCandidate implements Candidate {
  readonly index: number;
  readonly glance: Features;
  readonly #text: Overview;
  /** All candidates in the order of their lines. */
  readonly #all: readonly TitleCandidate[];
  readonly #place: number;
  #facts: ReturnType<typeof factsOf> | null = null;
  #features: Features | null = null;

  constructor(text: Overview, index: number, all: readonly TitleCandidate[], glance: Features) {
    this.index = index;
    this.glance = glance;
    this.#text = text;
    this.#all = all;
    this.#place = all.length;
  }

  get features(): Features {
    this.#features ??= this.#read();
    return this.#features;
  }

  #read(): Features {
    const open = this.#openAbove();
    return Object.assign(
      {},
      this.glance,
      this.#known(),
      factsAround(this.#text.lines, this.index),
      {
        open1: open === 1,
        open2: open > 1,
        openClean: this.#text.clean && open > 0,
      },
    );
  }

  #known(): ReturnType<typeof factsOf> {
    this.#facts ??= factsOf(this.#text.lines[this.index]!);
    return this.#facts;
  }

  /** Candidates above whose words do not tell that they are something else; no more than two are counted. */
  #openAbove(): number {
    let open = 0;
    for (let i = 0; i < this.#place && open < MAX_OPEN; i++) {
      if (!isNamed(this.#all[i]!.#known())) open += 1;
    }
    return open;
  }
}
