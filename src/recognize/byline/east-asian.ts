import { type Author, kindOf } from '../names.ts';
import type { ParsedByline } from './parsed-byline.ts';

const KOREAN_COMMA = /\s?[·,]\s?/u;
const JAPANESE_LABEL = /取材|聞き手|執筆|筆者|著者|ライター|構成|特派員/u;
const CJK_COMMA = /[、，・]\s?/u;
const KOREAN_SENTENCE = /[.?!]$|다\.?$/u;

const KOREAN =
  /(?:^|[\s=·,/|\])）】])([가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4}) ?(?:(?:선임|인턴|수습|전문|객원|대|탐사)?기자|특파원|논설위원|칼럼니스트|에디터|앵커|리포터)(?=$|[\s,(·/|[=<]|[\w.+-]{1,40}@)/gu;
const KOREAN_LABEL =
  /^(?:글|글쓴이|취재|작성자|글·사진|기자|취재기자)\s?[=:：/]\s?([가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4})(?: ?기자)?$/u;
const LABEL =
  /^[(（【[]?(?:取材[・･]文|取材・執筆|取材|構成|聞き手|執筆者?|筆者|著者|ライター|文・写真|(?:本报|本報|本刊|本网|特约|特約|见习|实习|驻\p{Script=Han}{2,4}|新华社|中新社|央视|首席|南方日报|\p{Script=Han}{2,6}[网報报社])?(?:记者|記者)|特派員|通讯员|撰文|撰稿|采写|採訪撰文|採訪報導|採訪|作者|译者|编译|編譯|文字|文)(?:\s?[:：=/／|｜丨・･]\s?|\s+)/u;
const JOINED =
  /^[(（【[]?(?:本报|本報|本刊|本网|特约|特約|见习|实习)?(?:记者|記者)(?=\p{Script=Han}{2,4}(?:$|[\s、，,）)】\]]))/u;
const SUFFIX =
  /^([\p{Script=Han}ヶ々]{2,6}(?:[、・]\s?[\p{Script=Han}ヶ々]{2,6}){0,4})[\s　]?(?:記者|记者|特派員|編集委員|論説委員)$/u;
const REPORT =
  /^[(（〔［【[]?(?:中央社)?(?:記者|记者)\s?([\p{Script=Han}]{2,4}(?:[、，]\s?[\p{Script=Han}]{2,4}){0,3})[/／]?[\p{Script=Han}]{0,4}(?:報導|报道|電|电)[)）〕］】\]]?$/u;
const OTHER =
  /\s*(?:图|圖|摄影|攝影|摄|编辑|編輯|責任編輯|责任编辑|写真|撮影|翻译|校对|視頻|视频|实习生|通讯员|責編|责编|来源|來源)\s?[/／:：|｜・ ].*$/u;
const DATE_TAIL = /\s*[|｜,，]?\s*\d{4}[年/.-].*$/u;
const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々ヶ·・]{2,12}$/u;
const LATIN_NAME = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}$/u;
const BETWEEN = /[\s、，,／/;；&＆和与與]+/u;
/** A second label: "文/记者 …", "聞き手・文化部記者 …". */
const AGAIN = /^(?:\p{Script=Han}{0,6}(?:记者|記者|特派員|編集委員)|取材|撮影)[\s:：・]+/u;
const CLOSE = /[)）】\]]$/u;
const SURNAME_SPACE = /^([\p{Script=Han}]{1,3})[\s　]([\p{Script=Han}\p{Script=Hiragana}]{1,3})$/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LONGEST = 80;
/** From the CJK radicals on, where Han, kana and Hangul stand; a line without such a character is none of these bylines. */
const FAR_EAST = /[\u2e80-\uffff]/;

const people = (names: readonly string[]): Author[] =>
  names.filter(Boolean).map((name) => ({ name, kind: kindOf(name) }));

function korean(line: string): Author[] {
  const label = KOREAN_LABEL.exec(line);
  const found = label
    ? [label[1] as string]
    : [...line.matchAll(KOREAN)].map((m) => m[1] as string);
  return people(found.flatMap((f) => f.split(KOREAN_COMMA)));
}

/** Names after a label; Japanese ones may have a space inside. */
function named(rest: string, japanese: boolean): Author[] {
  const clean = rest
    .replace(AGAIN, '')
    .replace(OTHER, '')
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

/**
 * Bylines of Chinese, Japanese and Korean newspapers: 记者 …, 文/…, 聞き手・…, … 기자.
 * @returns null when the line is none of these
 */
export function eastAsian(line: string): ParsedByline | null {
  if (line.length > LONGEST || !FAR_EAST.test(line)) return null;
  const label = LABEL.exec(line) ?? JOINED.exec(line);
  const authors = label
    ? named(line.slice(label[0].length), JAPANESE_LABEL.test(label[0]))
    : suffixed(line);
  return authors.length > 0 ? { authors, confident: true } : null;
}

function suffixed(line: string): Author[] {
  const report = REPORT.exec(line) ?? SUFFIX.exec(line);
  if (report) return people((report[1] as string).split(CJK_COMMA));
  return KOREAN_SENTENCE.test(line) ? [] : korean(line);
}
