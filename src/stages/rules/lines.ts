import { createRequire } from 'node:module';

// A pattern costs at most its states times the characters it is tried on (Thompson's construction). Set by hand: the
// dearest pattern on the longest line then takes some milliseconds.
/** Instructions of the compiled program (`programSize`). */
const MAX_STATES = 500;
/** UTF-16 units. */
const MAX_PATTERN_LENGTH = 500;
/** UTF-16 units; longer lines are no boilerplate, and are not tried. */
const MAX_LINE_LENGTH = 10_000;

/** Whether a pattern is found in a line. */
export type LineTest = (line: string) => boolean;

const requireModule = createRequire(import.meta.url);

/**
 * A test for a pattern in RE2 syntax, run in linear time (re2js); the case of letters counts unless the
 * pattern begins with `(?i)`.
 *
 * @throws {Error} when it is no such pattern.
 */
export function createLineTest(pattern: string): LineTest {
  const compiled = compile(pattern);
  return (line) => line.length <= MAX_LINE_LENGTH && compiled.matcher(line).find();
}

/** What was expected of a pattern that cannot be used; null when it can. */
export function lineProblem(pattern: string): string | null {
  if (pattern === '') return 'a pattern';
  if (pattern.length > MAX_PATTERN_LENGTH) {
    return `a pattern of at most ${MAX_PATTERN_LENGTH} characters`;
  }
  try {
    const states = compile(pattern).programSize();
    return states > MAX_STATES
      ? `a pattern with at most ${MAX_STATES} states (it has ${states})`
      : null;
  } catch (error) {
    return `a pattern in RE2 syntax (${error instanceof Error ? error.message : error})`;
  }
}

// Loaded only where there are patterns, since it takes as long as a small article does.
function compile(pattern: string) {
  const { RE2JS } = requireModule('re2js') as typeof import('re2js');
  return RE2JS.compile(pattern);
}
