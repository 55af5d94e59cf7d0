import { counted } from '../terminal/counted.ts';

/** What became of the fixtures of a run. */
export interface Totals {
  same: number;
  differing: number;
  /** Single differences in those. */
  differences: number;
  /** First expectations that were written. */
  added: number;
  /** Fixtures that could not be compared, and files without a partner. */
  broken: number;
}

/** The last line of a run. */
export function totalsLine(totals: Totals, update: boolean): string {
  const { same, differing, differences, added, broken } = totals;
  const parts = [`${same} as expected`];
  const verb = update ? 'updated' : differing === 1 ? 'differs' : 'differ';
  const how = differing > 0 ? ` (${counted(differences, 'difference')})` : '';
  parts.push(`${differing} ${verb}${how}`);
  if (added > 0) parts.push(`${added} added`);
  if (broken > 0) parts.push(`${broken} broken`);
  return `${counted(same + differing + added + broken, 'fixture')}: ${parts.join(', ')}`;
}
