import { named } from '../contract/value-names.ts';
import type { SiteRules } from '../stages/rules/site-rules.ts';
import { problemOf } from './option-problems.ts';
import { CHOICES, schemas } from './options-schema.ts';

/** Whether something is part of the article. */
export type Choice = 'keep' | 'drop';

/** How articles are made. */
export interface CleanOptions {
  /** `inline`: `removed` and `changes`; `full`: `spans` too; `none`: none of the three. Default `inline`. */
  readonly ledger?: 'inline' | 'full' | 'none';
  /** Also give the article's fragment as sanitized HTML (only for HTML inputs). Default false. */
  readonly html?: boolean;
  /** Rather lose text than keep boilerplate (`precision`), or the reverse (`recall`). Default: neither. */
  readonly favor?: 'precision' | 'recall';
  /** Captions of the article's pictures, as body blocks. Default `drop`. */
  readonly captions?: Choice;
  /** Tables in the article. Default `keep`. */
  readonly tables?: Choice;
  /**
   * Links: in `html`, and with their places in `body[].links`, from which Markdown is written. Without it
   * they stand in `html` only.
   */
  readonly links?: Choice;
  /** Pictures: in `html`, and with their places in `images`, from which Markdown is written. Default `drop`. */
  readonly images?: Choice;
  /** Rules of the user's own; those of all entries whose host fits count together. Default none. */
  readonly sites?: readonly SiteRules[];
}

/** Options with their defaults, in one fixed order, so that equal configurations have equal text. */
export type ResolvedOptions = Required<Omit<CleanOptions, 'favor' | 'links'>> & {
  readonly favor: 'precision' | 'recall' | null;
  readonly links: Choice | null;
};

/**
 * Checks options and fills in the defaults; null is as good as none.
 *
 * @throws {RangeError} that says where in the options, what was expected and what was found.
 */
export function resolveOptions(options: CleanOptions | null = null): ResolvedOptions {
  if (typeof options !== 'object' || Array.isArray(options)) {
    throw new RangeError(
      `expected options as an object such as { ledger: 'none' }, found ${named(options)}`,
    );
  }
  const given = Object.fromEntries(
    Object.entries(options ?? {}).filter(([, value]) => value !== undefined),
  );
  const { ledger, html, favor, captions, tables, links, images, sites } = checked(given);
  return {
    ledger: ledger ?? 'inline',
    html: html ?? false,
    favor: favor ?? null,
    captions: captions ?? 'drop',
    tables: tables ?? 'keep',
    links: links ?? null,
    images: images ?? 'drop',
    sites: sites ?? [],
  };
}

function checked(given: Readonly<Record<string, unknown>>): CleanOptions {
  // The schema takes longer to load than a small article takes to clean, so plain words do without it.
  if (Object.entries(given).every(([name, value]) => isPlain(name, value))) return given;
  const parsed = schemas().options.safeParse(given);
  if (!parsed.success) throw new RangeError(problemOf(parsed.error, given, ''));
  return parsed.data;
}

function isPlain(name: string, value: unknown): boolean {
  if (name === 'html') return typeof value === 'boolean';
  if (!Object.hasOwn(CHOICES, name)) return false;
  const words: readonly unknown[] = CHOICES[name as keyof typeof CHOICES];
  return words.includes(value);
}
