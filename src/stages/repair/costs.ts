/**
 * Every cost and limit of the repair stage that is measured in bits. A bit is a halving of likelihood: text that
 * costs ten bits less is 1,024 times as likely by the character model. The prefilter, which lets nearly all clean
 * text go, and the search, which decides, read the same numbers; test/stages/repair/costs.test.ts says what must
 * hold between them.
 *
 * Source of all numbers here: set by hand, by trial, on the open mojibake benchmark (19,770 rows, damaged and clean;
 * rows repaired exactly against clean rows changed) and on clean lines that the model has not seen
 * (bench/unseen.mjs). None was fitted, none is a typo. Where one follows from others, it is computed.
 */

// What damage costs before a text is looked at: how rare it is.

/** Any damage at all. */
export const DAMAGE = 10;
/** A chain that the article has shown already. */
export const DAMAGE_SEEN = 2;
/** C1 controls that mean something in another charset: nobody writes controls. */
export const CONTROLS = 2;
/** What UTF-8 is mistaken for, the commonest first, and bits for each. */
export const UTF8_READ_AS: readonly (readonly [charset: string, bits: number])[] = [
  ['western', 0],
  ['macintosh', 3],
  ['windows-1250', 3],
  ['windows-1251', 3],
  ['gbk', 2.5],
  ['cp437', 4],
  ['cp850', 4],
  ['iso-8859-15', 7],
  ['iso-8859-2', 4],
  ['windows-1253', 4],
  ['windows-1255', 4],
  ['windows-1256', 4],
  ['windows-1257', 4],
  ['windows-1258', 4],
  ['x-mac-ce', 4],
  ['x-mac-cyrillic', 4],
  ['cp866', 4],
  ['koi8-r', 4],
  ['big5', 3],
  ['shift_jis', 3],
  ['euc-kr', 2.5],
];
/** Bytes of one legacy charset read as another one. */
export const LEGACY_LAYER = 18;
/** One more layer of UTF-8 misread inside another layer, beside its own cost. */
export const ONE_MORE_LAYER = 2;
/** One more layer of legacy bytes inside another layer, beside its own cost. */
export const ONE_MORE_LEGACY_LAYER = 12;

// What speaks against a chain in a certain text.

/** By how many different characters a legacy chain makes: few are little evidence. */
const THINNESS: readonly number[] = [40, 24, 14, 10, 5];
/** Different characters that are evidence enough: from here on thinness is 0. */
export const THINNESS_KINDS = THINNESS.length;
/** Letters for letters of one script in a text without a fault: it may be a language that the model does not know. */
export const UNKNOWN_LANGUAGE = 8;
/** A legacy chain that makes capitals of small letters. */
export const SHOUTING = 20;
/** More than any text can save: the chain is ruled out. */
export const IMPOSSIBLE = 1e6;
/** A find in a place where such characters stand beside each other anyway: a capital before a mark, a lone no-break space. */
export const COINCIDENCE = 14;
/** A find that makes what is hardly ever written, or tears a word or a script. */
export const CHANCE = 45;
/** A pair of letters inside a word of their script that makes another letter of it. */
export const CHANCE_IN_WORD = 18;
/** Letters of a script that the rest of the text does not use; half of it for a find in a very short text. */
export const FOREIGN_SCRIPT = 12;
/** What an ideogram inside a Latin word that becomes a Latin letter takes off: nobody writes one there. */
export const EMBEDDED_IDEOGRAM = 10;

// How strange a text is: by the costs of its characters as they stand.

/** A character that costs so much is a surprise, a sign of damage. */
export const SURPRISE = 20;
/** What of a surprising character's cost is no surprise: the rest is added up. */
export const EXPECTED = 12;
/** A pair of characters that costs no more is common, whatever stands before it. */
export const COMMON_PAIR = 9;
/** A text whose surprises add up to this is most likely damaged: they need not be counted further. */
export const STRANGE = 60;
/** A text whose surprises add up to less cannot pay for a legacy chain, or for more than one layer of UTF-8. */
export const STRANGE_FOR_LEGACY = 14;
/** A character between layers that costs no more is usual: what it costs above this is added up. */
export const USUAL_BETWEEN_LAYERS = 14;
/** A text between layers in which that adds up to more is still damaged. */
export const STRANGE_BETWEEN_LAYERS = 8;
/** What may stay strange for each repaired character. */
export const LEFT_EACH = 3;
/** How many times as strange a text must have been as what is left of it, for one chain throughout: a ratio, not bits. */
export const TIMES_STRANGER_ONE_CHAIN = 6;
/** That ratio for a plan of UTF-8 chains. */
export const TIMES_STRANGER = 1.3;
/** That ratio for a plan with a legacy chain. */
export const TIMES_STRANGER_LEGACY = 1.5;

// What the search pays and saves.

/** Each stretch of damage, where it begins. */
export const ENTRY = 3;
/** Each character that a chain could re-code and that is kept: a line is misread as a whole, not by the letter. */
export const EXCEPTION = 6;
/** Each word that a legacy chain could re-code and that is kept. Marks are often mended after the damage, words are not. */
export const WORD_EXCEPTION = 20;
/** What a quick estimate may miss of a gain. */
export const SLACK = 6;
/** A state of the search that costs so much more than the best one at its place is given up. */
export const BEAM = 50;
/** Estimated gains below this pay for no chain. */
export const LEAST_ESTIMATE = -2;
/** What a legacy chain must save by the prefilter's estimate, thinness aside, for the search to be asked. */
export const LEAST_LEGACY_ESTIMATE = DAMAGE + LEGACY_LAYER - SLACK;
/** More than the rounding of sums. */
export const ROUNDING = 0.001;
/** Guesses at lost bytes must save more than this where nothing proves the damage. */
export const UNPROVEN_GUESS = 4 + ROUNDING;
/** Savings by which a layer of UTF-8 is proven: legacy bytes need not be thought of. */
export const PROVEN = 20;
/** Savings by which a chain is shown beyond doubt: other texts of the article may be repaired by it. */
export const SHOWN = 20;
/** A chain that explains a whole text and saves more needs no comparing with others. */
export const CLEAR = 4;
/** By so much the best reading of a whole text must be better than the next. */
export const MARGIN = 8;

// Where weighing a legacy chain is given up.

/** A sum of savings below this will not be won back. */
export const HOPELESS = -80;
/** The like for savings of arcs that are at hand already: reading on costs little. */
export const HOPELESS_ARCS = -250;
/** A stretch that costs so much more than before is read no further. */
export const WORSE = 30;
/** A kept character that costs so much is worth explaining; by less the stretch with the costliest one may get worse. */
export const COSTLY = 12;

// What a repaired text may cost, in bits a character, to be taken for language (plausibility/language-check.ts).

/** Any script. */
export const LANGUAGE = 15.5;
/** Letters of an alphabet; ideograms cost more. */
export const LANGUAGE_OF_LETTERS = 10.5;
/** One letter put in the place of one sign, however often. */
export const LANGUAGE_FOR_SIGN = 7.2;
/** Letters made of letters of a text that fits an alphabet as it stands. */
export const LANGUAGE_FOR_FITTING = 8.6;
/** Nothing but marks and signs made of such letters. */
export const LANGUAGE_FOR_MARKS = 7.2;
/** Letters made of such letters where most lose what they are based on: þ for ž, not â for ā. */
export const LANGUAGE_FOR_OTHER_BASE = 6;
/** One letter put in the place of another one in a text without a fault. */
export const LANGUAGE_FOR_LETTER = 6.5;

// What a guess at a lost byte costs.

/** The byte became U+FFFD. */
export const REPLACED = 2;
/** The byte became a question mark. */
export const ASKED = 5;
/** A no-break space became a space. */
export const BLANKED = 4;
/** By so much a lost no-break space gets likelier or less likely by what stands beside it. */
export const BLANKED_NUDGE = 1;
/** The byte is gone. */
export const DROPPED = 6;
/** A byte other than a no-break space is gone where a space stands, which a no-break space explains better. */
export const EMPTIED = 8;
/** The character was folded: its case changed, its quotes straightened, its form made compatible. */
export const FOLDED = 4;
/** Both bytes after the first are gone. */
export const BOTH_DROPPED = 8;
/** Another mark than an apostrophe is what the byte's place asks for. */
export const NOT_UNDEFINED = 1;
/** A quotation mark would stand inside a word. */
export const QUOTE_IN_WORD = 10;
/** More than any guess is worth. */
export const TOO_MUCH = 13;
/** A byte of a charset of two bytes is gone. */
export const GONE = 2;
/** A guess at a lost byte is believed where it saves so much more than any other one: else the character is lost. */
export const DOMINANCE = 8;
/** What is repaired was in capitals. */
export const CAPITALIZED = 1;

/** Bits for a legacy chain that makes so many different characters. */
export function thinness(kinds: number): number {
  return kinds < THINNESS.length ? THINNESS[kinds]! : 0;
}
