// Lines of text in a file: message catalogues, manual pages, HTML, dictionaries, word lists, source code.
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

const LARGEST = 64 * 1024 * 1024;
const PACKED = /\.(?:gz|dz)$/;
const TEXT =
  /^[^.]*$|\.(?:txt|md|rst|html?|xml|json|go|rs|p[lmy]|el|vim|[chlt]|js|ts|tex|ltx|def|bib|dic|cfg|po|t|\d[a-z]*|dict|tab|csv|orig|u8|docbook|page|lang|copyright|ya?ml|dat|mim|php|inc|xlf|lyx|kvtml|map|dtx|sty|info|wl|sbl|spelling)$/i;
const MARKUP = /\.(?:x?html?|xml|page|docbook|xlf|kvtml)$/i;
const JSON_FILE = /\.json$/i;
const THESAURUS = /th_[^/]*\.dat$/;
const MANUAL = /\.\d[a-z]*$/;
const TAG = /<[^<>]{0,2000}>/g;
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&nbsp;': '\u00a0' };
const ENTITY = /&(?:lt|gt|amp|quot|nbsp);/g;
const ROFF_ESCAPE = /\\(?:f[A-Z]|f\([A-Z]{2}|&|,|\/|s[-+]?\d)/g;
const ROFF_REQUEST = /^[.'](?:\\"|[A-Za-z]{1,3}\b)\s*/;
const WORDS = /\.dic$/;
const SET = /^SET\s+(\S+)/m;
const FLAGS = /\/[^/\s]*$/;
const LINE_END = /\r?\n/;
const BROKEN = /[^\t\n\P{Cc}\u{80}-\u{9f}]|\ufffd/u;
const SPACE = /\s+/g;

/** The lines of a file, trimmed; none where it is no text in a known encoding. */
export function* linesOf(file) {
  if (fs.statSync(file).size > LARGEST) return;
  const bytes = contents(file);
  if (bytes === null) return;
  const name = file.replace(PACKED, '');
  if (name.endsWith('.mo')) yield* messages(bytes);
  else if (TEXT.test(path.basename(name))) yield* plain(name, bytes);
}

function contents(file) {
  const bytes = fs.readFileSync(file);
  if (!PACKED.test(file)) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return null;
  }
}

function* plain(name, bytes) {
  const text = JSON_FILE.test(name) ? texts(decoded(name, bytes)) : decoded(name, bytes);
  const source = MARKUP.test(name)
    ? text.replace(TAG, '\n').replace(ENTITY, (e) => ENTITIES[e])
    : text;
  for (const raw of source.split(LINE_END)) {
    const line = shaped(name, raw).trim();
    if (line.length > 1 && line.length < 5000 && !BROKEN.test(line)) yield line;
  }
}

function shaped(name, raw) {
  if (MANUAL.test(name))
    return raw.replace(ROFF_REQUEST, '').replace(ROFF_ESCAPE, '').replaceAll('\\-', '-');
  return name.endsWith('.dic') ? raw.replace(FLAGS, '') : raw;
}

/** The texts in a JSON file, a line each. */
function texts(json) {
  try {
    const found = [];
    JSON.parse(json, (_, value) => {
      if (typeof value === 'string') found.push(value);
      return null;
    });
    return found.join('\n');
  } catch {
    return json;
  }
}

/** A word list's encoding stands in the file beside it, a thesaurus's in its first line; all else is UTF-8. */
function decoded(name, bytes) {
  if (THESAURUS.test(name))
    return fromCharset(bytes, bytes.toString('latin1', 0, 40).split(LINE_END)[0]);
  const rules = name.replace(WORDS, '.aff');
  if (rules === name || !fs.existsSync(rules)) return bytes.toString('utf8');
  return fromCharset(bytes, SET.exec(fs.readFileSync(rules, 'latin1'))?.[1] ?? 'UTF-8');
}

function fromCharset(bytes, charset) {
  return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : '';
}

/** The translations of a compiled catalogue of messages (GNU gettext), in UTF-8. */
function* messages(bytes) {
  const little = bytes.readUInt32LE(0) === 0x950412de;
  if (!little) return;
  const count = bytes.readUInt32LE(8);
  const table = bytes.readUInt32LE(16);
  for (let i = 1; i < count; i++) {
    const length = bytes.readUInt32LE(table + 8 * i);
    const from = bytes.readUInt32LE(table + 8 * i + 4);
    for (const message of bytes.toString('utf8', from, from + length).split('\0')) {
      for (const raw of message.split('\n')) {
        const line = raw.replace(SPACE, ' ').trim();
        if (line.length > 1 && !BROKEN.test(line)) yield line;
      }
    }
  }
}
