import { readFileSync } from 'node:fs';

/** A text and what repair makes of it. */
export interface Case {
  readonly label: string;
  readonly comment: string;
  readonly input: string;
  readonly expected: string;
}

/** The cases of `cases/NAME.json`. */
export function cases(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), 'utf8'));
}
