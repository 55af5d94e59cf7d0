import { describe } from '../../contract/errors.ts';
import { createClusterStep } from '../../dedupe/steps/cluster.ts';
import { createSignStep } from '../../dedupe/steps/sign.ts';
import { createVerifyStep } from '../../dedupe/steps/verify.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import { splitLines } from '../../readers/bytes/lines.ts';
import { parseRow, type Row, rowId } from '../../readers/rows/rows.ts';
import { errorRow } from '../../writers/error-row.ts';
import { dedupeRowOf } from './dedupe-rows.ts';

/** The steps that an engine calls, in their order. */
export const STEPS = ['sign', 'verify', 'cluster'] as const;
export type StepName = (typeof STEPS)[number];

/** How steps decide. */
export interface StepSettings {
  /** Days that may lie between two texts that are one. */
  readonly windowDays: number;
  readonly weights: WeightTable;
}

/**
 * Answers each row of NDJSON, in its place: bad rows by an error row.
 *
 * @returns the answers, each with its line feed
 */
export async function* answerRows(
  name: StepName,
  chunks: AsyncIterable<Uint8Array>,
  settings: StepSettings,
): AsyncGenerator<string> {
  const answer = answerer(name, settings);
  for await (const line of splitLines(chunks)) {
    let id: string | null = null;
    try {
      const row = parseRow(line);
      id = rowId(row);
      yield `${JSON.stringify(answer(row, id ?? `row-${line.number}`))}\n`;
    } catch (error) {
      yield errorRow(id, { path: null, record: line.number }, describe(error));
    }
  }
}

function answerer(
  name: StepName,
  { windowDays, weights }: StepSettings,
): (row: Row, id: string) => object {
  if (name === 'sign') {
    const sign = createSignStep(weights);
    // `row` is the engine's own number for it, by which it finds the answer again.
    return (row, id) => ({ row: row.fields['row'], ...sign(dedupeRowOf(row, id, false)) });
  }
  const step = (name === 'verify' ? createVerifyStep : createClusterStep)(windowDays, weights);
  return ({ fields }) => step(fields);
}
