/** How many failures are too many: a number, or a share of all inputs. */
export interface FailureLimit {
  readonly most: number;
  readonly unit: 'inputs' | 'percent';
}

const LIMIT = /^(\d+(?:\.\d+)?)(%?)$/;

/** Reads `N` or `N%`; `null` when it is neither. */
export function parseFailureLimit(text: string): FailureLimit | null {
  const match = LIMIT.exec(text.trim());
  if (match === null) return null;
  const most = Number(match[1]);
  if (match[2] === '%') return most <= 100 ? { most, unit: 'percent' } : null;
  return Number.isInteger(most) ? { most, unit: 'inputs' } : null;
}

/** Whether that many failures are too many. */
export function exceeds(limit: FailureLimit, failed: number, total: number): boolean {
  if (limit.unit === 'inputs') return failed > limit.most;
  return failed > 0 && failed * 100 > limit.most * total;
}
