// Hostile input for repair: what twice as much of it costs. usage: node repair-shapes.mjs DIST [NAME]
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const MOST = 2.3;
const SIZE = 150_000;
const LONG = 5_000_000;
const TRIES = 3;

const of = (unit) => (n) => unit.repeat(Math.ceil(n / unit.length));
const SHAPES = {
  Ã: of('Ã'),
  'â€': of('â€'),
  'Ã with spaces': of('Ã '),
  'ÃƒÂ, many layers': of('ÃƒÆ’Ã†â€™'),
  'lone surrogates': of('\ud800'),
  'surrogates, reversed': of('\udc00\ud83d'),
  NUL: of('\0'),
  'C1 controls': of('\u0080\u0099\u009f'),
  'private use': of('\ue000\uf8ff'),
  'U+FFFD': of('\ufffd'),
  'U+FFFD in words': of('caf\ufffd d\ufffdj\ufffd '),
  '?': of('?'),
  '? in words': of('caf? d?j? na?ve '),
  'digits with signs': of('1,234.56–7’8° '),
  'entities &acirc;': of('&acirc;&euro;&trade;'),
  'entities, numbers': of('&#226;&#8364;&#8482;'),
  '& alone': of('&'),
  'alternating scripts': of('aжعα中ก'),
  'alternating words': of('word слово كلمة λέξη 言葉 คำ '),
  'capitals with accents': of('ÀÉÎÕÜ «ÃÇ» '),
  'umlauts, one word': of('äöü'),
  'Thai, one word': of('สวัสดี'),
  'Chinese, one word': of('报道称'),
  boxes: of('├─┤│ '),
  'mixed damage': of('donâ€™t Ð¼Ð¸Ñ€ cafÃ© ‚Äö '),
  backslashes: of('\\x\\u00'),
  spaces: of('\u00a0 '),
  'combining marks': of('e\u0301\u0302\u0303'),
};
const LINES = {
  'one line of 10 MB, clean ASCII': of('All is well in the harbour. '),
  'one line of 10 MB, clean': of('L’été, “le port” était déjà fermé. '),
  'one line of 10 MB, garbled': of('Lâ€™Ã©tÃ©, â€œle portâ€\u009d Ã©tait dÃ©jÃ  fermÃ©. '),
};

const [dist, wanted] = process.argv.slice(2);
const { repair } = await import(pathToFileURL(path.resolve(dist, 'stages/repair/index.js')).href);
repair('donâ€™t');
let over = 0;
for (const [shapes, size, tries] of [
  [SHAPES, SIZE, TRIES],
  [LINES, LONG, 1],
]) {
  for (const [name, make] of Object.entries(shapes)) {
    if (wanted === undefined || name.includes(wanted)) report(name, make, size, tries);
  }
}
console.log(over === 0 ? `all at most ${MOST}` : `${over} over ${MOST}`);

function report(name, make, size, tries) {
  cost(make(size / 10), 1);
  const once = cost(make(size), tries);
  const twice = cost(make(2 * size), tries);
  const ratio = twice / once;
  // what takes no time has no ratio
  const isOver = ratio > MOST && twice > 20;
  if (isOver) over += 1;
  const speed = (2 * size) / 1000 / twice;
  console.log(
    `  ${name.padEnd(32)} ×${ratio.toFixed(2)} ${twice.toFixed(0).padStart(7)} ms ${speed.toFixed(2).padStart(8)} M characters per CPU-second${isOver ? '  over' : ''}`,
  );
}

/** CPU time in milliseconds, the least of some tries. */
function cost(text, tries) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const start = process.cpuUsage();
    repair(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
