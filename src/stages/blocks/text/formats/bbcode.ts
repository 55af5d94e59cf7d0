import type { Line } from '../lines.ts';
import { type Pass, taggedPass } from './markdown-inline.ts';

// Tags of BBCode, which forums and some content systems write (bbcode.org/reference.php). A tag's text is 2,000 units at most,
// which is set by hand, so that tags that are never closed cost no more.
const TAGS =
  'b|i|u|s|strike|url|email|size|color|colour|font|center|left|right|justify|quote|sub|sup|h[1-6]';
const PAIR = new RegExp(
  `\\[(?<tag>${TAGS})(?:=[^\\]\\n]{0,300})?\\](?<text>(?:(?!\\[/\\k<tag>\\]).){1,2000}?)\\[/\\k<tag>\\]`,
  'gi',
);
const ONE_PAIR = new RegExp(PAIR.source, 'i');
/** Tags inside tags, at most. */
const LEVELS = 3;

/** Whether a text has words between BBCode's tags. */
export function isBbcode(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes('[/') && ONE_PAIR.test(text));
}

/** The passes that take BBCode's tags off a text, the outer ones first. */
export const BBCODE_PASSES: readonly ((text: string) => Pass)[] = Array.from(
  { length: LEVELS },
  () => (text: string) => taggedPass(text, PAIR, 'bbcode'),
);
