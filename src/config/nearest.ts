/** The candidate that is nearest to a mistyped word, if any is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.ceil(word.length / 3) + 1;
  for (const candidate of candidates) {
    const begins = word.length > 1 && candidate.startsWith(word);
    const goesOn = candidate.length > 2 && word.startsWith(candidate);
    const cost = begins || goesOn ? 0.5 : distance(word, candidate);
    if (cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

/** Edits between two words, a swap of neighbours counting as one. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
