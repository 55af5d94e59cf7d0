import type { LabelledLine } from '../../labelled-line.ts';
import { withFactRows } from './fact-rows.ts';
import { withLastLines } from './last-lines.ts';
import { leaveByline, leaveComments, leaveCredits, leaveStrays } from './left-out.ts';
import { withLinkedHeadings, withMarkedHeadings } from './linked-headings.ts';
import { withListHeadings } from './list-headings.ts';
import { leaveOfferBoxes } from './offer-boxes.ts';
import { leaveRepeatedHead } from './repeated-head.ts';
import { withSignedLetters } from './signed-letters.ts';
import { withSpeakerTurns } from './speaker-turns.ts';
import { withTurnElements } from './turn-elements.ts';
import { withWholeGroups } from './whole-groups.ts';
import { withLastLists, withWholeLists } from './whole-lists.ts';

/**
 * Takes lines for body, or leaves them out, by what stands around them.
 *
 * @param isBody for each line whether the model takes it for body; changed in place.
 * @param title index of the title by the rules; -1 when there is none.
 */
export function adjustText(lines: readonly LabelledLine[], isBody: boolean[], title: number): void {
  withWholeGroups(lines, isBody);
  withSpeakerTurns(lines, isBody);
  withMarkedHeadings(lines, isBody);
  withListHeadings(lines, isBody);
  withFactRows(lines, isBody);
  leaveCredits(lines, isBody);
  withSignedLetters(lines, isBody);
  leaveRepeatedHead(lines, isBody);
  leaveStrays(lines, isBody);
  leaveComments(lines, isBody);
  leaveByline(lines, isBody, title);
}

/** The same in a plain text of a few lines, where the rules tell the body. */
export function adjustFewLines(lines: readonly LabelledLine[], isBody: boolean[]): void {
  leaveCredits(lines, isBody);
}

/**
 * The same in a page.
 *
 * @param certainty for each line the probability that it is body.
 */
export function adjustPage(
  lines: readonly LabelledLine[],
  isBody: boolean[],
  title: number,
  certainty: Float32Array,
): void {
  leaveByline(lines, isBody, title);
  withWholeLists(lines, isBody);
  withLinkedHeadings(lines, isBody);
  withTurnElements(lines, isBody);
  leaveOfferBoxes(lines, isBody);
  withLastLines(lines, isBody, certainty);
  withLastLists(lines, isBody);
}
