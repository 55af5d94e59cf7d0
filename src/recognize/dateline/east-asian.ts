import { once } from '../../assets/once.ts';
import { agencyNamed, agencyPrefix, alternatives } from '../words.ts';
import type { ParsedDateline } from './parsed-dateline.ts';

const AFTER_EQUALS = /[=＝].*$/u;
const WIRE = /[电電]$/u;

const DAY =
  '(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,4}日|[一二三四五六七八九十廿]{1,4}日|\\d{4}年\\d{1,2}月\\d{1,2}日)';
const HAN = '[\\p{Script=Han}·]';
/** The forms with words in them; made when the first line in these scripts is read. */
const forms = once(() => {
  const reporter = `(?:${alternatives('reporter')})`;
  return {
    reporter: new RegExp(reporter, 'u'),
    reporterFirst: new RegExp(`^${reporter}`, 'u'),
    /** 新华社北京11月24日电, （中央社記者劉世怡台北11日電）. */
    chinese: new RegExp(
      `^([(（【〔[]?)(据|據)?(${HAN}{2,8}?(?:${alternatives('agency-ending')}))${reporter}?(${HAN}{0,16}?)[ 　]?(${DAY})?(?:[电電](?:讯|訊)?|消息)([)）】〕\\]]?)(?:\\s?[-—–]{1,2}(?=\\s))?[ 　]?`,
      'u',
    ),
    /** (서울=연합뉴스) 김민수 기자 = */
    korean: new RegExp(
      `^[([【〔]([가-힣·]{2,10})=([가-힣\\dA-Za-z·]{2,12})[)\\]】〕](?:\\s?[가-힣· ,]{2,30}(?:${alternatives('dateline-job')})\\s?=)?`,
      'u',
    ),
    koreanOutlet: new RegExp(`(?:${alternatives('outlet-ending')})$`, 'u'),
  };
});
/** 路透北京11月24日 - */
const CHINESE_DASH = new RegExp(`^(${HAN}{2,5})(${HAN}{2,6})(${DAY})\\s?[-—–]{1,2}`, 'u');
/** 【ワシントン共同】, ［東京　２４日　ロイター］ -, 【11月24日 AFP】, 【ニューヨーク時事】. */
const JAPANESE = /^[【［[（(]([^】］\]）)]{2,40})[】］\]）)](?:\s?[-—–－ー]{1,2}(?=[\s　]))?/u;
const JAPANESE_DAY =
  /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|[０-９]{1,2}月[０-９]{1,2}日|[０-９]{1,2}日/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const SPACES = /[\s　]+/u;
/** In UTF-16 units: a dateline has a character of these scripts in this stretch (set by hand on the open benchmark). */
const REACH = 60;

const made = (
  raw: string,
  place: string | null,
  date: string | null,
  agency: string | null,
): ParsedDateline => ({
  raw: raw.trimEnd(),
  place: place || null,
  date: date || null,
  agency,
  length: raw.trimEnd().length,
});

function chinese(text: string): ParsedDateline | null {
  const match = forms().chinese.exec(text);
  if (match) {
    const [raw, open, , source, middle, date, close] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const agency = agencyPrefix(source);
    if (
      agency === null ||
      (open !== '' && close === '') ||
      (date === undefined &&
        middle === '' &&
        open === '' &&
        !raw.includes('电') &&
        !raw.includes('電'))
    )
      return null;
    const place = middle.replace(forms().reporterFirst, '');
    const reporter = forms().reporter.test(raw);
    return made(raw, reporter ? place.slice(-2) : place, date ?? null, agency);
  }
  const dash = CHINESE_DASH.exec(text);
  if (!dash) return null;
  const name = `${dash[1]}${dash[2]}`;
  const agency = agencyPrefix(name);
  return agency === null
    ? null
    : made(dash[0], name.slice(agency.length), dash[3] as string, agency);
}

function japanese(text: string): ParsedDateline | null {
  const match = JAPANESE.exec(text);
  if (!match) return null;
  const [raw, inside] = match as unknown as [string, string];
  if (!CJK.test(inside)) return null;
  const date = JAPANESE_DAY.exec(inside)?.[0] ?? null;
  const pieces = inside
    .replace(date ?? '\u0000', ' ')
    .split(SPACES)
    .filter(Boolean);
  const last = pieces.at(-1) ?? '';
  if (pieces.length > 1 && agencyNamed(last) !== null)
    return made(raw, pieces.slice(0, -1).join(' '), date, last);
  if (pieces.length !== 1) return null;
  if (agencyNamed(last) !== null) return date === null ? null : made(raw, null, date, last);
  const bare = last.replace(AFTER_EQUALS, '');
  for (let i = 1; i < bare.length; i++) {
    const agency = bare.slice(i);
    if (agencyNamed(agency) !== null) return made(raw, bare.slice(0, i), date, agency);
  }
  const first = agencyPrefix(last);
  return first !== null && date !== null
    ? made(raw, last.slice(first.length).replace(WIRE, ''), date, first)
    : null;
}

function korean(text: string): ParsedDateline | null {
  const match = forms().korean.exec(text);
  if (!match) return null;
  const [raw, place, agency] = match as unknown as [string, string, string];
  return agencyNamed(agency) === null && !forms().koreanOutlet.test(agency)
    ? null
    : made(raw, place, null, agency);
}

/** Datelines in Chinese, Japanese and Korean. */
export function eastAsianDateline(text: string): ParsedDateline | null {
  if (!CJK.test(text.slice(0, REACH))) return null;
  return korean(text) ?? chinese(text) ?? japanese(text);
}
