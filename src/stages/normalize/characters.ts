import type { Edit } from '../../document/document.ts';

/** A change that a rule asks for. */
export type Change = Pick<Edit, 'offset' | 'length' | 'replacement' | 'rule'>;

// Anything that one of the rules below could change; clean text costs one scan.
const SUSPECT =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]/;
// What terminals read as colours, movements and titles (ECMA-48, 5.4 and 8.3.89) goes as a whole.
const CONTROL =
  /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][ -~]{0,200}(?:\u0007|\u001b\\))|[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffb]+/g;
const SOFT_HYPHEN = /\u00ad+/g;
const ZERO_WIDTH_SPACE = /[\u200b\u2060\ufeff]+/g;
const VOWEL_SEPARATOR = /\u180e+/g;
const JOINER = /[\u200c\u200d]+/g;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const EXOTIC_SPACES =
  /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/g;
const NO_BREAK = /^[\u00a0\u202f]$/;

const RIGHT_TO_LEFT = /(?=\p{L})[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;
/** Scripts written without spaces, whose words a zero-width space may part (Unicode Line Breaking, class SA). */
const UNSPACED = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Scripts that use joiners (Unicode Standard, chapter 23.2: Arabic, Syriac, Indic and Mongolian), and emoji. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Tibt}\p{scx=Mymr}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
const MONGOLIAN = /\p{scx=Mong}/u;
const IDEOGRAPHIC = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\u3000-\u303f\uff00-\uffef]/u;

const BEFORE_FRENCH_MARK = /^[»:;!?%‰€]/;
const AFTER_FRENCH_MARK = /«$/;
const ENDS_IN_DIGIT = /\p{Nd}$/u;
/** Units that are set off by a no-break space (SI Brochure, 5.4.3), currency signs, and digit groups. */
const UNIT =
  /^(?:\p{Nd}|[%‰°€$£¥₽₴₺₹]|(?:[kcmdhMGTµμn]?[mgWVAJNLlst]|ha|km|kWh|MWh|GWh|TWh|kHz|MHz|GHz|Hz|kB|MB|GB|TB|hPa|Pa|bar|ppm|min|°C|°F|км|м|кг|г|т|см|мм|га|руб|грн|zł|Kč|Ft|kr|mln|mld|млн|млрд|тыс)(?![\p{L}\p{N}]))/u;

/** Controls and invisible characters that go, by rule; sorted, non-overlapping. */
export function invisibleChanges(text: string): Change[] {
  if (!SUSPECT.test(text)) return [];
  return [
    ...removals(text, CONTROL, 'control-character'),
    ...removals(text, SOFT_HYPHEN, 'soft-hyphen'),
    ...removals(
      text,
      ZERO_WIDTH_SPACE,
      'zero-width',
      (before, after) => UNSPACED.test(before) && UNSPACED.test(after),
    ),
    ...removals(text, VOWEL_SEPARATOR, 'zero-width', (before) => MONGOLIAN.test(before)),
    ...removals(
      text,
      JOINER,
      'zero-width',
      (before, after) => JOINING.test(before) || JOINING.test(after),
    ),
    ...bidiRemovals(text),
  ].sort((a, b) => a.offset - b.offset);
}

function removals(
  text: string,
  pattern: RegExp,
  rule: string,
  belongs: (before: string, after: string) => boolean = () => false,
): Change[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const [before, after] = neighbours(text, match.index, match[0].length);
    if (belongs(before, after)) return [];
    return [{ offset: match.index, length: match[0].length, replacement: '', rule }];
  });
}

function bidiRemovals(text: string): Change[] {
  return RIGHT_TO_LEFT.test(text) ? [] : removals(text, BIDI, 'bidi-mark');
}

const PLAIN_SPACES = /^ +| +$| {2,}/g;

/** Plain spaces that stood around something invisible: one of them stays, none at the edges. */
export function doubledSpaceChanges(text: string): Change[] {
  if (!text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ')) return [];
  return Array.from(text.matchAll(PLAIN_SPACES), (match) => ({
    offset: match.index,
    length: match[0].length,
    replacement: match.index === 0 || match.index + match[0].length === text.length ? '' : ' ',
    rule: 'doubled-space',
  }));
}

/** Exotic spaces that become plain ones, or go at the edges; sorted, non-overlapping. */
export function spaceChanges(text: string): Change[] {
  if (!SUSPECT.test(text)) return [];
  return Array.from(text.matchAll(EXOTIC_SPACES)).flatMap((match) => {
    const start = match.index - (text[match.index - 1] === ' ' ? 1 : 0);
    const end = match.index + match[0].length;
    const spaces = text.slice(start, end);
    const [before, after] = neighbours(text, start, spaces.length);
    if (NO_BREAK.test(spaces) && bindsNoBreak(before, text.slice(end, end + 4))) return [];
    if (spaces === '\u3000' && (IDEOGRAPHIC.test(before) || IDEOGRAPHIC.test(after))) return [];
    const replacement = before === '' || after === '' || before === '\n' ? '' : ' ';
    return [{ offset: start, length: spaces.length, replacement, rule: 'exotic-space' }];
  });
}

function bindsNoBreak(before: string, after: string): boolean {
  if (BEFORE_FRENCH_MARK.test(after) || AFTER_FRENCH_MARK.test(before)) return true;
  return ENDS_IN_DIGIT.test(before) && UNIT.test(after);
}

/** The whole characters on both sides; empty at the edges. */
function neighbours(text: string, start: number, length: number): [string, string] {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.codePointAt(start + length);
  return [
    before.length === 2 && before.codePointAt(0)! > 0xffff ? before : before.slice(-1),
    after === undefined ? '' : String.fromCodePoint(after),
  ];
}
