import { InputError } from '../../contract/errors.ts';

/** A kind of file that holds articles, or a message, in a form of its own. */
interface Container {
  readonly kind: string;
  readonly todo: string;
  /** Whether a text's start, without a byte order mark, is of this kind. */
  readonly is: (head: string) => boolean;
}

/** UTF-16 units of a text's start that are looked at; headers of mails with signatures take some 4,000. */
const HEAD_UNITS = 16_000;
const WARC = /^WARC\/\d\.\d\r?\n/;
const RTF = /^\{\\rtf\d/;
const JSON_ROWS = /^\s*\[\s*\{\s*"/;
const JSON_OBJECT = /^\s*\{\s*"[^"\n]{1,80}"\s*:\s*["\d[{tfn-]/;
const FEED =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i;
const POSTSCRIPT = /^%!PS/;
/** Calendars and address cards (RFC 5545, RFC 6350). */
const CALENDAR = /^BEGIN:V(?:CALENDAR|CARD)\r?\n/i;
/** SubRip and WebVTT. */
const SUBTITLES =
  /^(?:WEBVTT(?:[ \t].*)?\r?\n|\s*\d+\r?\n\d{2}:\d{2}:\d{2}[,.]\d{3} --> \d{2}:\d{2}:\d{2}[,.]\d{3})/;
/** RFC 2397. */
const DATA_URL = /^data:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]+)*,\S+\s*$/;
/** One word of base64 (RFC 4648), perhaps over lines: `<` is written `PA` to `PP` there. */
const BASE64 = /^P[A-P][A-Za-z\d+/\r\n]{200,}={0,2}\s*$/;
const SQL =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]{0,2000}?\*\/;?)*(?:INSERT INTO|CREATE TABLE|DROP TABLE)\s+\S/i;
/** A row as Python prints it. */
const PYTHON_ROW = /^\s*\[?\s*\{\s*'[^'\n]{1,80}'\s*:\s*(?:['"\d[{]|None|True|False)/;
const TAR_NAME = /^[^\0]{1,100}\0[\s\S]{156}ustar/;
const HEADER = /^[!-9;-~]+:[ \t]/;
const FOLDED = /^[ \t]/;
const LINE = /\r\n|\n|\r/;
const MIME_VERSION = /^mime-version:/im;
const NOT_PLAIN = /^content-type:\s*(?!\s|text\/plain)/im;
const ENCODED = /^content-transfer-encoding:\s*(?:base64|quoted-printable)/im;
// A table's first row: columns that datasets of articles have, and no sentences.
const TEXT_COLUMN =
  /^(?:text|body|content|article|article_?(?:text|body)|full_?text|html|maintext|story)$/i;
const COLUMN = /^[\p{L}\p{N}_ .-]{0,40}$/u;
/** UTF-16 units of a row of names; set by hand. */
const MAX_NAMES = 2000;
const QUOTE = /"/g;
const SEPARATORS = [',', ';', '\t'];

const CONTAINERS: readonly Container[] = [
  { kind: 'a WARC file', todo: 'give the pages in it one by one', is: (head) => WARC.test(head) },
  {
    kind: 'an e-mail message or web archive (MIME)',
    todo: 'give its text or HTML part',
    is: isMime,
  },
  { kind: 'rows in CSV', todo: 'give them as NDJSON: {"id": …, "text": …}', is: isTable },
  {
    kind: 'a list of rows in JSON',
    todo: 'give one row a line (NDJSON)',
    is: (head) => JSON_ROWS.test(head),
  },
  {
    kind: 'an object in JSON',
    todo: 'give it as a row of NDJSON with a field "text" or "html"',
    is: (head) => JSON_OBJECT.test(head),
  },
  { kind: 'an RTF document', todo: 'convert it to text or HTML', is: (head) => RTF.test(head) },
  {
    kind: 'a feed or sitemap',
    todo: 'give the pages that it names',
    is: (head) => FEED.test(head),
  },
  {
    kind: 'a PostScript document',
    todo: 'convert it to text',
    is: (head) => POSTSCRIPT.test(head),
  },
  {
    kind: 'a calendar or an address card',
    todo: 'give the text of its entries',
    is: (head) => CALENDAR.test(head),
  },
  {
    kind: 'subtitles (SubRip or WebVTT)',
    todo: 'take the times off, and give the text',
    is: (head) => SUBTITLES.test(head),
  },
  {
    kind: 'a data: address',
    todo: 'decode it, and give what is in it',
    is: (head) => DATA_URL.test(head),
  },
  { kind: 'base64', todo: 'decode it (base64 -d)', is: (head) => BASE64.test(head) },
  {
    kind: 'statements in SQL',
    todo: 'give the rows as NDJSON: {"id": …, "text": …}',
    is: (head) => SQL.test(head),
  },
  {
    kind: 'rows as Python prints them',
    todo: 'write them with json.dumps, one a line (NDJSON)',
    is: (head) => PYTHON_ROW.test(head),
  },
  { kind: 'a tar archive', todo: 'unpack it', is: (head) => TAR_NAME.test(head) },
];

/**
 * Refuses a text that is no article but a container of articles or messages: read as text it would give one article of
 * several, or headers as its author.
 *
 * @throws {InputError} `container`, naming what was found and what to do.
 */
export function refuseContainer(text: string): void {
  const head = text.slice(text.charCodeAt(0) === 0xfeff ? 1 : 0, HEAD_UNITS);
  const found = CONTAINERS.find(({ is }) => is(head));
  if (found === undefined) return;
  throw new InputError('container', `expected text or HTML, found ${found.kind}; ${found.todo}`);
}

/** Headers of MIME (RFC 2045) whose body is no plain text, or is encoded. */
function isMime(head: string): boolean {
  const lines = head.split(LINE);
  const end = lines.findIndex((line) => !HEADER.test(line) && !FOLDED.test(line));
  if (end < 2) return false;
  const headers = lines.slice(0, end).join('\n');
  if (NOT_PLAIN.test(headers)) return MIME_VERSION.test(headers) || end > 2;
  return MIME_VERSION.test(headers) && ENCODED.test(headers);
}

function isTextColumn(cell: string): boolean {
  return TEXT_COLUMN.test(cell.replace(QUOTE, '').trim());
}

function isTable(head: string): boolean {
  return tableSeparator(head) !== null;
}

/**
 * What parts the cells of a table whose first row has short names, one of them a text's, and whose second row has as many
 * cells; `null` where the text does not begin with such a table.
 *
 * @param text a text or its start, of which some 16,000 UTF-16 units are looked at
 */
export function tableSeparator(text: string): string | null {
  const head = text.slice(0, HEAD_UNITS);
  const line = head.slice(0, head.search(LINE) + 1 || head.length);
  const found = SEPARATORS.find((separator) => {
    if (line.length > MAX_NAMES || !line.split(separator).some(isTextColumn)) return false;
    const rows = firstRows(head, separator);
    if (rows === null) return false;
    const [names, cells] = rows;
    const isHeader = names.length > 1 && names.every((name) => COLUMN.test(name));
    return isHeader && names.some(isTextColumn) && (cells === null || cells === names.length);
  });
  return found ?? null;
}

/** The cells of the first row, and how many the second has; null for that where it is cut off. */
function firstRows(head: string, separator: string): [string[], number | null] | null {
  let cell = '';
  let cells: string[] = [];
  let names: string[] | null = null;
  let quoted = false;
  for (let at = 0; at < head.length; at++) {
    const unit = head[at]!;
    if (quoted) {
      if (unit !== '"') cell += unit;
      else if (head[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (unit === '"' && cell === '') quoted = true;
    else if (unit === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (unit === '\n') {
      cells.push(cell.trim());
      if (names !== null) return [names, cells.length];
      names = cells;
      cells = [];
      cell = '';
    } else cell += unit;
  }
  if (names === null) return null;
  const ended = head.length < HEAD_UNITS;
  return [names, ended && cell !== '' ? cells.length + 1 : null];
}
