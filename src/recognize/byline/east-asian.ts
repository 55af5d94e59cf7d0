import { once } from '../../assets/once.ts';
import { type Author, kindOf } from '../names.ts';
import { alternatives } from '../words.ts';
import type { ParsedByline } from './parsed-byline.ts';

const KOREAN_COMMA = /\s?[·,]\s?/u;
const CJK_COMMA = /[、，・]\s?/u;
const KOREAN_SENTENCE = /[.?!]$|다\.?$/u;

const HAN = '\\p{Script=Han}';

/** The forms of such bylines; made when the first line in these scripts is read. */
const forms = once(() => {
  const reporter = `(?:${alternatives('reporter')})`;
  const kind = alternatives('reporter-kind');
  const names = '[가-힣]{2,4}(?:\\s?[·,]\\s?[가-힣]{2,4}){0,4}';
  return {
    japaneseLabel: new RegExp(alternatives('japanese-label'), 'u'),
    korean: new RegExp(
      `(?:^|[\\s=·,/|\\])）】])(${names}) ?(?:${alternatives('korean-job')})(?=$|[\\s,(·/|[=<]|[\\w.+-]{1,40}@)`,
      'gu',
    ),
    koreanLabel: new RegExp(
      `^(?:${alternatives('korean-label')})\\s?[=:：/]\\s?(${names})(?: ?기자)?$`,
      'u',
    ),
    label: new RegExp(
      `^[(（【[]?(?:(?:${kind}|${alternatives('reporter-of')}|驻${HAN}{2,4}|${HAN}{2,6}[网報报社])?${reporter}|${alternatives('author-label')})(?:\\s?[:：=/／|｜丨・･]\\s?|\\s+)`,
      'u',
    ),
    joined: new RegExp(
      `^[(（【[]?(?:${kind})?${reporter}(?=${HAN}{2,4}(?:$|[\\s、，,）)】\\]]))`,
      'u',
    ),
    /** An outlet's own, where a second name tells that it is no sentence: `新华社记者王立　李明`. */
    joinedNames: new RegExp(
      `^[(（【[]?${HAN}{2,6}[网報报社]${reporter}(?=${HAN}{2,4}[\\s、，]${HAN}{2,4}(?:$|[\\s、，）)】\\]]))`,
      'u',
    ),
    suffix: new RegExp(
      `^([${HAN}ヶ々]{2,6}(?:[、・]\\s?[${HAN}ヶ々]{2,6}){0,4})[\\s　]?(?:${alternatives('job-behind-name')})$`,
      'u',
    ),
    report: new RegExp(
      `^[(（〔［【[]?(?:${alternatives('reporter-report')})?${reporter}\\s?([${HAN}]{2,4}(?:[、，]\\s?[${HAN}]{2,4}){0,3})[/／]?[${HAN}]{0,4}(?:${alternatives('report-word')})[)）〕］】\\]]?$`,
      'u',
    ),
    /** Behind a source that has a label: `来源：河港早报 记者 王小明`. */
    behind: new RegExp(
      `(?:${alternatives('source-label')})\\s?[:：].{1,30}[\\s|｜/／]${reporter}[\\s:：]+(${HAN}{2,4})$`,
      'u',
    ),
    editor: new RegExp(`^(?:${alternatives('editor-label')})\\s?[/／:：|｜]\\s?${HAN}{2,4}$`, 'u'),
    other: new RegExp(`\\s*(?:${alternatives('other-work')})\\s?[/／:：|｜・ ].*$`, 'u'),
    /** A second label: "文/记者 …", "聞き手・文化部記者 …". */
    again: new RegExp(
      `^(?:${HAN}{0,6}(?:${alternatives('reporter')}|${alternatives('job-in-label')})|${alternatives('second-label')})[\\s:：・]+`,
      'u',
    ),
  };
});
const DATE_TAIL = /\s*[|｜,，]?\s*\d{4}[年/.-].*$/u;
const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々ヶ·・]{2,12}$/u;
const LATIN_NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}$/u;
const BETWEEN = /[\s、，,／/;；&＆和与與]+/u;
const CLOSE = /[)）】\]]$/u;
const SURNAME_SPACE = /^([\p{Script=Han}]{1,3})[\s　]([\p{Script=Han}\p{Script=Hiragana}]{1,3})$/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** In UTF-16 units: longer lines are text (set by hand on the open benchmark’s bylines). */
const LONGEST = 80;
/** From the CJK radicals on, where Han, kana and Hangul stand; a line without such a character is none of these bylines. */
const FAR_EAST = /[\u2e80-\uffff]/;

const people = (names: readonly string[]): Author[] =>
  names.filter(Boolean).map((name) => ({ name, kind: kindOf(name) }));

function korean(line: string): Author[] {
  const label = forms().koreanLabel.exec(line);
  const found = label
    ? [label[1] as string]
    : [...line.matchAll(forms().korean)].map((m) => m[1] as string);
  return people(found.flatMap((f) => f.split(KOREAN_COMMA)));
}

/** Names after a label; Japanese ones may have a space inside. */
function named(rest: string, japanese: boolean): Author[] {
  const clean = rest
    .replace(forms().again, '')
    .replace(forms().other, '')
    .replace(DATE_TAIL, '')
    .replace(CLOSE, '')
    .trim();
  const spaced = SURNAME_SPACE.exec(clean);
  if (
    spaced &&
    (japanese || KANA.test(clean) || (spaced[1]?.length === 1 && spaced[2]?.length === 1))
  )
    return people([clean]);
  if (LATIN_NAME.test(clean)) return people([clean]);
  const names = clean.split(BETWEEN).filter(Boolean);
  return names.length > 0 && names.length <= 6 && names.every((n) => NAME.test(n))
    ? people(names)
    : [];
}

/** Whether a line names an editor and nobody else. */
export function isEditorLine(line: string): boolean {
  return FAR_EAST.test(line) && forms().editor.test(line);
}

/**
 * Bylines of Chinese, Japanese and Korean newspapers: 记者 …, 文/…, 聞き手・…, … 기자.
 * @returns null when the line is none of these
 */
export function eastAsian(line: string): ParsedByline | null {
  if (line.length > LONGEST || !FAR_EAST.test(line)) return null;
  const { label: spaced, joined, joinedNames } = forms();
  const label = spaced.exec(line) ?? joined.exec(line) ?? joinedNames.exec(line);
  const authors = label
    ? named(line.slice(label[0].length), forms().japaneseLabel.test(label[0]))
    : suffixed(line);
  return authors.length > 0 ? { authors, confident: true } : null;
}

function suffixed(line: string): Author[] {
  const report =
    forms().report.exec(line) ?? forms().suffix.exec(line) ?? forms().behind.exec(line);
  if (report) return people((report[1] as string).split(CJK_COMMA));
  return KOREAN_SENTENCE.test(line) ? [] : korean(line);
}
