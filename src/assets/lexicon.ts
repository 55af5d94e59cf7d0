import { type Asset, readAsset } from './asset.ts';
import { once } from './once.ts';

/** What `npm run generate` makes from data/: lists of words and names. */
const lexicon = once(() => readAsset<unknown>('built/lexicon.bin', 'npm run generate'));

/** A wire agency with its other names, in several scripts. */
export interface Agency {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The most frequent short words of a language, space-separated, and letters that few languages have. */
export interface FunctionWords {
  readonly words: string;
  readonly letters?: string;
}

/** Lists that stand in the lexicon a line each, besides the lists of words of data/languages. */
export type LexiconList =
  | 'icons'
  | 'networks'
  | 'outlets'
  | 'outlet-words'
  | 'outlet-endings'
  | 'behind-hyphen'
  | 'before-hyphen'
  | 'last-of-hyphen'
  | 'reply';

/** Time zones by what newspapers call them; offsets as ISO 8601 has them. */
export interface TimeZones {
  /** By letters, in capitals. */
  readonly fixed: Readonly<Record<string, string>>;
  /** By letters, then by language (BCP 47). */
  readonly byLanguage: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Offsets in winter, in hours. */
  readonly seasonal: Readonly<Record<string, number>>;
  /** Letters that stand for several offsets. */
  readonly unclear: readonly string[];
  /** In words; null where the offset changes with the season. */
  readonly phrases: Readonly<Record<string, string | null>>;
}

/** The lines of a list: of words in one form (`folded:role`), of dates (`dates:am`), or one of the others. */
export function lexiconLines(
  list: LexiconList | `${'spelt' | 'folded' | 'keyed' | 'dates'}:${string}`,
): readonly string[] {
  return linesOf(lexicon(), list);
}

/** Wire agencies of the world. */
export function agencies(): readonly Agency[] {
  return linesOf(lexicon(), 'agencies').map((line) => {
    const [name, ...aliases] = line.split('\t') as [string, ...string[]];
    return { name, aliases };
  });
}

/** Function words by language (BCP 47). */
export function functionWords(): Readonly<Record<string, FunctionWords>> {
  return JSON.parse(lexicon().text('function-words')) as Record<string, FunctionWords>;
}

/** Names of facts by list, as data/meta-names.json has them. */
export const metaNamesBuilt = once(
  () => JSON.parse(lexicon().text('meta-names')) as Readonly<Record<string, readonly string[]>>,
);

/** Names of the fields of a text's head by field, as data/field-names.json has them. */
export const fieldNamesBuilt = once(
  () => JSON.parse(lexicon().text('field-names')) as Readonly<Record<string, readonly string[]>>,
);

/** The zones of data/time-zones.json. */
export const timeZones = once(() => JSON.parse(lexicon().text('time-zones')) as TimeZones);

/** A regular expression: its source and its flags. */
export type ClassPattern = readonly [source: string, flags: string];

/** What data/class-names.json is made into. */
interface ClassPatterns {
  readonly parts: Readonly<Record<string, ClassPattern>>;
  /** In the order of the file. */
  readonly labels: readonly (readonly [label: string, pattern: ClassPattern])[];
}

/** What elements are named, as regular expressions for their words. */
export const classNamesBuilt = once(
  () => JSON.parse(lexicon().text('class-names')) as ClassPatterns,
);

function linesOf(asset: Asset<unknown>, part: string): readonly string[] {
  const text = asset.text(part);
  return text === '' ? [] : text.split('\n');
}
