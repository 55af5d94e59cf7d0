/** Signs of the weekdays from Monday on, as Chinese, Japanese and Korean write them in dates: `星期三`, `水曜日`, `수요일`. */
const CHINESE = '一二三四五六日';
/** Sunday's other sign in Chinese: 星期天. */
const SUNDAY = '天';
const JAPANESE = '月火水木金土日';
const KOREAN = '월화수목금토일';

/** Classes of regular expressions that match a weekday's sign. */
export const CHINESE_WEEKDAY: string = `[${CHINESE}${SUNDAY}]`;
export const JAPANESE_WEEKDAY: string = `[${JAPANESE}]`;
export const KOREAN_WEEKDAY: string = `[${KOREAN}]`;
export const ANY_WEEKDAY: string = `[${CHINESE}${SUNDAY}${JAPANESE}${KOREAN}]`;

/** The weekday that a sign stands for, 1 is Monday; 0 for other signs. */
export function weekdayOfSign(sign: string): number {
  if (sign === SUNDAY) return CHINESE.length;
  return [CHINESE, JAPANESE, KOREAN].reduce((found, days) => found || days.indexOf(sign) + 1, 0);
}
