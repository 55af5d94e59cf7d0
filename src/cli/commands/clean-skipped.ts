import type { TallyData } from '../../batch/report/tally.ts';
import type { Inputs } from '../../readers/inputs.ts';
import { type FieldMap, missingFields } from '../../readers/rows/fields.ts';
import { printable } from '../../text/printable.ts';

/** What was passed over, by reason, the most frequent first: files, folders, links and records. */
export function skippedCounts(inputs: Inputs, tally: TallyData): Record<string, number> {
  const counts = new Map(Object.entries(tally.skipped));
  const add = (reason: string, n: number): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + n);
  };
  for (const { reason } of inputs.skipped) add(reason, 1);
  if (inputs.links > 0) add('symbolic links', inputs.links);
  return Object.fromEntries([...counts].sort(([, n], [, m]) => m - n));
}

/** What is said of fields that were named and that no row has. */
export function fieldWarnings(fields: FieldMap | undefined, tally: TallyData): string[] {
  if (fields === undefined || tally.articles + tally.failed === 0) return [];
  return missingFields(fields, Object.keys(tally.fields)).map(
    (name) => `no row has the field "${printable(name)}" that --field names`,
  );
}
