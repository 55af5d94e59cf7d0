/**
 * Charset labels that mean more than they say, by the WHATWG Encoding Standard
 * (https://encoding.spec.whatwg.org/#names-and-labels): browsers read them as the superset on the right.
 */
const SUPERSETS: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5-hkscs',
  'x-x-big5': 'big5-hkscs',
  'cn-big5': 'big5-hkscs',
  shift_jis: 'cp932',
  'shift-jis': 'cp932',
  sjis: 'cp932',
  'x-sjis': 'cp932',
  'windows-31j': 'cp932',
  'euc-kr': 'cp949',
  ks_c_5601: 'cp949',
  'ks_c_5601-1987': 'cp949',
  'windows-949': 'cp949',
  'iso-8859-8-i': 'iso-8859-8',
  latin2: 'iso-8859-2',
  l2: 'iso-8859-2',
  latin3: 'iso-8859-3',
  l3: 'iso-8859-3',
  latin4: 'iso-8859-4',
  l4: 'iso-8859-4',
  l5: 'windows-1254',
  latin6: 'iso-8859-10',
  l6: 'iso-8859-10',
  'latin-9': 'iso-8859-15',
  latin9: 'iso-8859-15',
  l9: 'iso-8859-15',
  cyrillic: 'iso-8859-5',
  arabic: 'iso-8859-6',
  greek: 'iso-8859-7',
  greek8: 'iso-8859-7',
  hebrew: 'iso-8859-8',
  visual: 'iso-8859-8',
  'dos-874': 'windows-874',
  'x-euc-jp': 'euc-jp',
  korean: 'cp949',
  ms_kanji: 'cp932',
  chinese: 'gb18030',
  koi8_r: 'koi8-r',
  cp866: 'ibm866',
  koi: 'koi8-r',
  'x-mac-roman': 'macintosh',
  'x-mac-cyrillic': 'maccyrillic',
};

/** Names of the Windows code pages: `cp1254`, `x-cp1251`, `win-1250`. */
const CODE_PAGE = /^(?:x-)?(?:cp|win|windows)[-_]?(125\d|874)$/;
const ISO_8859 = /^(?:csiso|iso)[-_]?8859[-_]?(\d{1,2})$/;
const QUOTES = /["']/g;

/** The charset that a label means to a browser, lower-cased: `ISO-8859-1` → `windows-1252`. */
export function charsetOf(label: string): string {
  const bare = label.replace(QUOTES, '').trim().toLowerCase();
  const page = CODE_PAGE.exec(bare)?.[1];
  if (page !== undefined) return `windows-${page}`;
  const part = ISO_8859.exec(bare)?.[1];
  const name = part === undefined ? bare : `iso-8859-${part}`;
  return Object.hasOwn(SUPERSETS, name) ? SUPERSETS[name]! : name;
}

// iconv-lite also knows base64, hex, UCS-2 and the like, which no page is written in.
const TEXT_CHARSET =
  /^(?:windows-(?:125\d|874)|iso-?8859-\d{1,2}|koi8-(?:r|u|ru|t)|ibm866|cp(?:437|737|775|850|852|855|857|858|86\d|932|936|949|950|1046|1124|1125|1129|1133|1161|1163)|mac\w{3,12}|gb18030|big5-hkscs|euc-jp|viscii|tcvn|armscii8|georgian(?:academy|ps)|pt154|rk1048)$/;

/** Whether a charset (see `charsetOf`) is one that legacy text is written in. */
export function isLegacyCharset(charset: string): boolean {
  return TEXT_CHARSET.test(charset);
}
