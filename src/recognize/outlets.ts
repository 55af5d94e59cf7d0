import { lexiconLines } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import { keyOf, tokensOf } from '../text/tokens.ts';
import { alternatives } from './words.ts';

/** Words of an outlet’s name (set by hand on the open benchmark). */
const MAX_WORDS = 6;
/**
 * Tokens of a name that has an outlet’s ending, in scripts without spaces one a character (set by hand on the open
 * benchmark).
 */
const MAX_UNSPACED = 12;
const SPACE = /\s+/;
const ASCII = /^[\x00-\x7f]*$/;
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}\p{sc=Geor}\p{N}&"“„«(]/u;
const SMALL_WORD = /^\p{Ll}{1,5}$/u;
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,6}$/u;
const article = once(
  () =>
    new RegExp(
      `^(?:${alternatives('outlet-article')})\\s+|^(?:${alternatives('outlet-article-joined')})`,
      'iu',
    ),
);

interface Outlets {
  /** As they are printed. */
  readonly printed: ReadonlySet<string>;
  /** Keys of them, with and without the article before them. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly endings: readonly string[];
}

/** What the data file lists. */
const outlets = once((): Outlets => {
  const printed = lexiconLines('outlets');
  return {
    printed: new Set(printed),
    names: new Set(
      printed.flatMap((name) => [keyOf(name), keyOf(withoutArticle(name))]).filter(Boolean),
    ),
    words: new Set(lexiconLines('outlet-words').map(keyOf)),
    endings: lexiconLines('outlet-endings').map((ending) => tokensOf(ending).join('')),
  };
});

/** A name without the article before it: `The Courier` → `Courier`. */
export function withoutArticle(name: string): string {
  return name.replace(article(), '');
}

/** Whether a text is an address: `example.com`. */
export function isDomain(text: string): boolean {
  return text.length < 64 && DOMAIN.test(text);
}

/** Whether a text is the name of a news outlet, a known one or one by the words that such names carry. */
export function isOutlet(text: string): boolean {
  if (isKnownOutlet(text) || isNamedLikeOne(text, keyOf(text))) return true;
  const bare = withoutArticle(text);
  return bare !== text && isNamedLikeOne(bare, keyOf(bare));
}

/** Whether a text is the name of an outlet that the data file lists. */
export function isKnownOutlet(text: string): boolean {
  if (!CAPITAL.test(text) && !outlets().printed.has(text)) return false;
  const { names } = outlets();
  return names.has(keyOf(text)) || names.has(keyOf(withoutArticle(text)));
}

/** Capitalised words, one of them a newspaper's or a station's; or a short word that ends as their names do. */
function isNamedLikeOne(text: string, key: string): boolean {
  const words = text.split(SPACE);
  if (words.length > MAX_WORDS || text.length > 80) return false;
  const isCarrier = (word: string) => outlets().words.has(keyOf(word));
  // Many languages write the words behind the first one small: `Заречинский вестник`; English writes sections so.
  const isName = (word: string) => CAPITAL.test(word) || (!ASCII.test(word) && isCarrier(word));
  if (!CAPITAL.test(words[0]!) || !isName(words.at(-1)!)) return false;
  if (!words.every((word) => SMALL_WORD.test(word) || isName(word))) return false;
  const tokens = key.split(' ');
  const carried = words.length > 1 && words.some(isCarrier);
  const joined = tokens.join('');
  const short = words.length <= 3 && tokens.length <= MAX_UNSPACED;
  return (
    carried ||
    (short && outlets().endings.some((e) => joined.endsWith(e) && joined.length > e.length))
  );
}
