import fc from 'fast-check';

/** Words and short phrases in the scripts that news is written in. */
const WORDS = [
  'the',
  'council',
  'said',
  'on',
  'Monday',
  'that',
  'a',
  'Bridge',
  'would',
  'reopen',
  'café',
  'naïve',
  'Ärger',
  'größer',
  'où',
  'été',
  'niño',
  'año',
  'čeština',
  'łódź',
  'için',
  'москва',
  'сказал',
  'Україна',
  'αθήνα',
  'είπε',
  'القاهرة',
  'قالت',
  'می‌خواهد',
  'ירושלים',
  'אמר',
  'दिल्ली',
  'क्षेत्र',
  'ঢাকা',
  'กรุงเทพ',
  'ประเทศ',
  'Hà',
  'Nội',
  '北京',
  '記者',
  'の',
  '東京都',
  'ひらがな',
  'カタカナ',
  '서울',
  '기자',
  '12',
  '3.5',
  '1,200',
  '2024',
  '%',
  '€',
  '$5',
  'Anna',
  'Berg',
  'TASS',
  'COVID-19',
  '<...>',
  '[...]',
  '&',
  '<',
  '>',
  '"quoted"',
  '“curly”',
  '„tief“',
  '«guillemets»',
  'O’Neil',
  "it's",
  '—',
  '–',
  '-',
  '…',
  '👩‍👩‍👧',
  '🇩🇪',
  '👍🏽',
  '𝒜',
  '𠮷',
  'ﬁ',
  'Å',
  '한',
] as const;

/** Damage and marks that stages remove, change or keep. */
const DAMAGE = [
  'â€œ',
  'â€\u009d',
  'â€™',
  'Ã©',
  'Ã¼',
  'Ð¿Ñ€',
  'â€',
  '‚ÄĚ',
  '‚Äú',
  'Ã¢â‚¬â„¢',
  'ï¿½',
  '\ufffd',
  '\u0093',
  '\u0092',
  '\u0085',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u2003',
  '\u3000',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u180e',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2069',
  '\u0001',
  '\u0008',
  '\u001f',
  '\u007f',
  '\u009f',
  '\ufff9',
  '\u0300',
  '\u0301',
  '\u05b0',
  '\u0327',
  'e\u0301',
  'A\u030a',
  '\u1112\u1161\u11ab',
  '\u0958',
  '\u2126',
  '\ufe0f',
  '\u{e0041}',
  '\u{e0100}',
  '\u034f',
  '\u115f',
  '\u3164',
  '\u2800',
  '&amp;',
  '&amp;amp;',
  '&quot;',
  '&nbsp;',
  '&#8217;',
  '&#x2019;',
  '&amp;#8217;',
  '&lt;b&gt;',
  '&eacute;',
  '&bogus;',
  '&#0;',
  '&#xD800;',
  '&shy;',
  '&zwnj;',
  '&#128512;',
  '&amp;nbsp;',
  '&Tab;',
  '&NewLine;',
] as const;

/** Lines as sites print them around an article. */
const BOILERPLATE = [
  'Leave a Reply',
  'Your email address will not be published.',
  'Advertisement',
  'Share on Facebook',
  'Facebook Twitter WhatsApp',
  'Home > World > Asia',
  'Home | News | Sport',
  'Read also: something else',
  'Tags: bridge, council',
  '© 2024 The Daily. All rights reserved.',
  'Subscribe to our newsletter',
  'We use cookies to improve your experience.',
  'Photo: Anna Berg',
  'Related articles',
  'Comments (3)',
  'Das könnte Sie auch interessieren',
  'Kommentar hinterlassen',
  'Publicité',
  'Реклама',
  'Читайте также',
  '広告',
  '관련기사',
  'اقرأ أيضا',
  'folder_openWorld access_time3 years ago',
  'schedule5 hours ago',
  'share',
  'person Anna Berg',
  'folder_open',
  'All news',
  'Politics',
  'Sport',
  'Loading...',
  'Please enable JavaScript',
  'https://example.org/a',
  'desk@example.org',
  'Next article',
  'I am not a robot',
] as const;

/** Bylines, dates, datelines, markers. */
const FACTS = [
  'By Anna Berg',
  'By Staff, Agencies',
  'Von Anna Berg, Berlin',
  'Par Anne Roux',
  'Por Ana Ruiz',
  'Текст: Анна Берг',
  '文/王小明',
  '홍길동 기자',
  'Anna Berg is a reporter in Berlin.',
  'Anna Berg',
  'Thursday, June 13, 2024',
  '13 juin 2024 à 10h15',
  '03.05.2024, 10:15 Uhr',
  '2021年11月24日 10:00',
  'Published: 2024-05-03',
  'Updated May 4, 2024 10:15 AM',
  'Published May 3, 2024 | Updated May 4, 2024',
  '3 years ago',
  'vor 2 Stunden',
  'By Anna Berg | May 3, 2024',
  'World | May 3, 2024',
  'CAIRO, November 24. /TASS/. The talks resumed on Wednesday.',
  'BERLIN (dpa) - Die Brücke ist offen.',
  'EXCLUSIVE: Council reopens the old bridge after years',
  'Council reopens the old bridge after years',
  'Council reopens the old bridge after years | Daily Post',
  'Council reopens the old bridge after…',
  'UPDATE 2-Council reopens the old bridge after years',
  'Correction: the bridge opened in 1931.',
] as const;

const PROSE =
  'The council said on Monday that the old bridge would reopen next week after a winter of repairs, and that buses would cross it first. ';

const SPACES = [' ', ' ', ' ', ' ', '', '  ', '\t', '\u00a0', '\u3000', ' \u200b'] as const;
const LINE_ENDS = [
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\u2028',
  '\u0085',
  '\f',
  '\v',
  '\n \t\n',
] as const;
const MARKERS = [
  '',
  '',
  '',
  '- ',
  '– ',
  '* ',
  '• ',
  '1. ',
  '2. ',
  '3) ',
  '  ',
  '\t',
  '> ',
  '\ufeff',
] as const;

/** A word, or something that damages it. */
export const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...DAMAGE) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);

/** Words with all kinds of spaces between them. */
export const phrase: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, fc.constantFrom(...SPACES)), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(''));

const prose = fc
  .tuple(fc.integer({ min: 1, max: 4 }), phrase, fc.nat({ max: 80 }))
  .map(
    ([times, inside, at]) => PROSE.slice(0, at) + inside + PROSE.slice(at).repeat(times).trimEnd(),
  );

const row = fc.array(word, { minLength: 2, maxLength: 4 }).map((cells) => cells.join('\t'));

/** One line (or block) of any kind. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: phrase },
  { weight: 4, arbitrary: prose },
  { weight: 2, arbitrary: fc.constantFrom(...BOILERPLATE) },
  { weight: 2, arbitrary: fc.constantFrom(...FACTS) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...FACTS, ...BOILERPLATE), word)
      .map((parts) => parts.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...DAMAGE), fc.constantFrom(...FACTS, ...BOILERPLATE))
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: row },
);

const wrapped = fc
  .tuple(fc.array(word, { minLength: 30, maxLength: 90 }), fc.integer({ min: 30, max: 78 }))
  .map(([words, width]) => wrap(words, width));

/** A plain text as a scraper may have written it. */
export const plainText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...MARKERS),
      fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: wrapped }),
      fc.constantFrom(...LINE_ENDS),
    ),
    { minLength: 1, maxLength: 16 },
  )
  .map((lines) => lines.flat().join(''));

function wrap(words: readonly string[], width: number): string {
  const lines = [''];
  for (const next of words) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + next.length >= width) lines.push(next);
    else lines[lines.length - 1] = last === '' ? next : `${last} ${next}`;
  }
  return lines.join('\n');
}
