import type { SiteRules } from '../../stages/rules/site-rules.ts';

/** In UTF-16 units: longer lines are known by their first words. Set by hand. */
const MAX_WHOLE = 60;
/** Characters that do not show, or that change how a terminal shows others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
/** What a cut may leave behind: a part of a word, or half of a surrogate pair. */
const RAGGED = /(?:\s+\S*|[\ud800-\udbff])$/;

/** A rule of the user's own for one line: what it would do, and the rule. */
export interface OwnRule {
  readonly what: 'keep' | 'drop';
  readonly site: SiteRules;
}

/**
 * A rule of the user's own that is to keep or drop a line.
 *
 * @param text one line of plain text, or a block of a page.
 * @param host for which it is to count; `null` for every input.
 * @example ownRule('Read more', 'example.org', 'drop').site // { host: 'example.org', drop: { lines: ['^Read more$'] } }
 */
export function ownRule(text: string, host: string | null, what: OwnRule['what']): OwnRule {
  return { what, site: { host: host ?? '*', [what]: { lines: [patternOf(text.trim())] } } };
}

/**
 * The rule as it stands in copydesk.config.json.
 *
 * @example ownRuleText(rule) // '"sites": [{"host": "example.org", "drop": {"lines": ["^Read more$"]}}]'
 */
export function ownRuleText({ what, site }: OwnRule): string {
  const pattern = JSON.stringify(site[what]?.lines?.[0]);
  return `"sites": [{"host": ${JSON.stringify(site.host)}, "${what}": {"lines": [${pattern}]}}]`;
}

/** A pattern in RE2 syntax that finds the line, and others that begin alike where it is long. */
function patternOf(text: string): string {
  if (text.length <= MAX_WHOLE) return `^${literal(text)}$`;
  return `^${literal(text.slice(0, MAX_WHOLE).replace(RAGGED, ''))}`;
}

function literal(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(UNSEEN, (char) => `\\x{${char.codePointAt(0)!.toString(16)}}`);
}
