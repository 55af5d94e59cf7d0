import { spelled } from '../words.ts';

const HAN_OR_HANGUL = /^[\p{sc=Han}々\p{sc=Hira}\p{sc=Kana}]{3,6}$|^[가-힣]{3}$/u;
/** What names of places, offices and newsrooms end in, and no name of a person. */
const NO_NAME =
  /[警駅站道线線省市区區县縣県州町村府都部局院社网網报報台会會庁署课課版面赛賽战戰부팀국실원소시군구도면판]$/u;
/** Characters of a given name behind a surname of one character. */
const GIVEN = 2;
/** The same behind a longer one, at most. */
const MAX_GIVEN = 3;

/** Whether a text is a Chinese, Japanese or Korean name with a common surname first and nothing else: `田村一郎`, `김나루`. */
export function isEastAsianName(text: string): boolean {
  if (!HAN_OR_HANGUL.test(text) || NO_NAME.test(text)) return false;
  const surnames = spelled('surname');
  if (surnames.has(text[0]!) && text.length === 1 + GIVEN) return true;
  return [2, 3].some((end) => {
    const given = text.length - end;
    return given > 0 && given <= MAX_GIVEN && surnames.has(text.slice(0, end));
  });
}
