import { gramWeightTable } from '../../assets/gram-weights.ts';
import { readWeights } from '../../batch/dedupe/weights-file.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import type { Arguments } from '../context.ts';
import { parsed, text } from './values.ts';

const DAYS = /^\d+(?:\.\d+)?$/;

/** `--window`: days; `undefined` where it was not given. @throws {UsageError} when it is no number of them */
export function readWindow(args: Arguments): number | undefined {
  const read = (value: string): number | null => (DAYS.test(value) ? Number(value) : null);
  return parsed(args, 'window', read, 'a number of days such as 31');
}

/** `--weights`, else the table of the package. @throws {UsageError} when the file holds none */
export async function readWeightsOption(args: Arguments): Promise<WeightTable> {
  const file = text(args, 'weights');
  return file === undefined ? gramWeightTable() : readWeights(file);
}
