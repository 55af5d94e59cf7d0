import { fold } from '../../text/fold.ts';
import { cleanMarks } from '../tokens/clean-marks.ts';
import { withoutOptionalMarks } from '../tokens/optional-marks.ts';
import { type TitleSource, withoutAffixes } from './affixes.ts';

const ELLIPSIS = /(?:…|\.{2,}|‥)\s*["'“”’»]*\s*$/u;
/** `U.S.`: single letters with points between them are one word. */
const ACRONYM =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu;
const POINT = /\./g;
/** Points and commas inside numbers; those before groups of three digits are dropped. */
const GROUPING = /(?<=\d)[.,٫٬](?=\d{3}(?!\d))/g;
const DECIMAL = /(?<=\d)[,٫](?=\d)/g;
const PERCENT = /\s*(?:%|٪|％)/g;
const NO_WORD = /(?!(?<=\d)\.(?=\d))[^\p{L}\p{N}\p{M}%]+/gu;
const UNSPACED =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]) (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])/gu;

/** What a title says, however it is printed. */
export interface TitleCore {
  /** Its words, folded, with one space between them. */
  readonly words: string;
  /** Whether it was cut off: it ends with an ellipsis. */
  readonly cut: boolean;
}

/** The core of a title: without affixes, case, accents, punctuation, entities and garbled marks. */
export function titleCore(title: string, source: TitleSource = {}): TitleCore {
  const core = withoutAffixes(cleanMarks(title), source);
  const words = withoutOptionalMarks(fold(core.normalize('NFKC')))
    .replace(ACRONYM, (letters) => letters.replace(POINT, ''))
    .replace(GROUPING, '')
    .replace(DECIMAL, '.')
    .replace(PERCENT, '% ')
    .replace(NO_WORD, ' ')
    .replace(UNSPACED, '')
    .trim();
  return { words, cut: ELLIPSIS.test(core) };
}
