import { findDates } from './dates/find.ts';
import { fold } from './dates/fold.ts';
import { eastAsian } from './byline-east-asian.ts';
import { NEEDS_COLON } from './lists.ts';
import { type Author, isAgencies, isDesk, isFurniture, isHonorific, isNameShaped, isNoPerson, isRole, kindOf } from './names.ts';
import { agencyNamed, phraseKey, words } from './words.ts';

/** What a byline says. */
export interface ParsedByline {
  readonly authors: readonly Author[];
  /** False for a bare name, which may as well be something else. */
  readonly confident: boolean;
}

const LIMIT = 300;
const LONGEST = 200;
const EMAIL = /[(<[]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}[)>\]]?/gu;
const HANDLE = /[(]?(?<![\w.])@\w{2,30}[)]?/gu;
const URL = /https?:\/\/\S{1,200}/gu;
const BRACKETS = /\s?[([（【][^()[\]（）【】]{0,80}[)\]）】]/gu;
const CREDIT = /^(?:(?:cover |main |file |lead )?(?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|illustration|graphic|graphics|video|foto|fotos|bild|bilder|crédit|crédits|credit|credits|imagen|imágenes|immagine|zdjęcie|zdjęcia|фото|иллюстрация|видео|φωτογραφία|φωτο|fotoğraf|صورة|الصورة|عکس|תמונה|צילום|फोटो|ảnh|ภาพ)\b|©|\(c\)|copyright|图|圖|写真|撮影|사진|source|quelle|quellen|fuente|источник|джерело|来源|來源|出典)/iu;
const CREDIT_LATER = /[,;/|.·•–—-]?\s*(?:\(?(?:and )?(?:photos?|fotos?|photographs?|bild(?:er)?|video|фото|zdjęcia|photos et vidéo|foto’s|ảnh|graphics?)\b[^,;]{0,6}(?:by|von|par|de|por|di|:|：).{0,80}|图[\/／｜|:：].{0,40}|摄影[\/／｜|:： ].{0,40})$/iu;
const LEAD_DASH = /^\s*[—–―-]{1,2}\s*/u;
const SEPARATORS = /\s+[|•·–—/\\-]\s+|\s*[|•;]\s*|\s{3,}|\t|\n/u;
const COMMA = /\s*[,،、，]\s*/u;
const PLACE_TAIL = /\s+(?:in|from|at|reports from|reporting from|reports|writes|for|à|a|en|aus|für|pour|para|da|para o|per|в|из|из города|з|у|w|v|dal|dalla|op|à|i|på|den|en)\s+(?=["“«]?[\p{Lu}\p{Lo}(])(?=.{1,60}$).{1,60}$/u;
const VERB_TAIL = /\s+(?:reports?|reported|writes?|berichtet|informa|reporta|sprach mit.{0,60}|is .{0,80}|für .{0,60}|for .{0,60}|pour .{0,60}|para .{0,60}|updated?|published|posted|aktualisiert)\s*:?$/iu;
const REPORTING = /^\(?(?:additional |further )?(reporting|writing|reporting and writing|writing and reporting|report) by\s+/iu;
const NOT_WRITERS = /^\(?(?:additional |further )?(?:editing|edited|additional reporting|graphics?|compiled|production|redigierung|redaktion|editing and additional writing|photos?|photographs?|video|fact-checking|translated|translation) (?:by|von)\b/iu;
const AND = new Set([...words('byline-and')].filter((w) => w !== 'in'));
const SENTENCE = /[.!?…。！？।]["”’»)]?$/u;
const ABBREVIATION = /(?:\b\p{L}|jr|sr|dr|prof|st|inc|ltd|ph\.d)\.$/iu;
const INNER_SENTENCE = /\p{Ll}{3,}[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+/u;
const PLACES = new Set('new york|los angeles|san francisco|san diego|hong kong|new delhi|washington dc|washington d.c.|são paulo|sao paulo|buenos aires|tel aviv|cape town|mexico city|kuala lumpur|st. petersburg|las vegas|rio de janeiro|santa monica|new orleans|tel aviv-yafo|ho chi minh|phnom penh|addis ababa|abu dhabi|санкт-петербург|нижний новгород|ростов-на-дону'.split('|'));
const LABEL_END = /^\s*(?:[:：=]|-\s)\s*/u;
const AFTER_PREFIX = /^(?:\s+|\.\s*)/u;
const GREEK_ARTICLE = /^(?:ο|η|οι|τον|την|τη|του|της)\s+/iu;
const BEFORE_DATE = /\s(?:on|at|am|le|el|em|il|den|op|в|от|στις|la|pe|dnia|dne|,)\s*$/iu;
const TRIM = /^[\s,;:|•·–—\-"“”]+|[\s,;:|•·–—\-"“”]+$/gu;
const CAPITAL = /^\p{Lu}/u;
const THE = /^the\s/iu;
const BY = /\s(?:by|von|par|por)\s+(?=\p{Lu})/iu;

const trim = (text: string): string => text.replace(TRIM, '');

interface Prefix {
  readonly length: number;
}

/** The longest phrase at the start of a line that begins a byline. */
function prefixOf(line: string): Prefix | null {
  const folded = fold(line);
  const list = words('byline-prefix');
  for (let end = Math.min(line.length, 44); end > 0; end--) {
    const phrase = folded.slice(0, end);
    if (!list.has(phrase)) continue;
    const rest = line.slice(end);
    const label = LABEL_END.exec(rest);
    if (label) return { length: end + label[0].length };
    const space = AFTER_PREFIX.exec(rest);
    if (space && !NEEDS_COLON.has(phrase)) return { length: end + space[0].length };
  }
  return null;
}

/** Splits at words that join names. */
function splitAnd(text: string): string[] {
  const out: string[] = [];
  let current: string[] = [];
  const parts = text.split(/\s+/u);
  parts.forEach((word, i) => {
    const joins = i > 0 && i < parts.length - 1 && (word === '&' || word === '+' || (AND.has(phraseKey(word)) && !/^\p{Lu}\.?$/u.test(word)));
    // "José Ortega y Gasset": a lone surname after it belongs to the name
    if (joins && !(/^[yei]$/u.test(word) && parts.length - i === 2 && current.length === 2)) {
      out.push(current.join(' '));
      current = [];
    } else current.push(word);
  });
  out.push(current.join(' '));
  return out.filter(Boolean);
}

interface Part {
  readonly text: string;
  /** What stood before it. */
  readonly after: 'start' | 'comma' | 'and' | 'separator';
}

function parts(text: string): Part[] {
  const out: Part[] = [];
  const segments = text.split(SEPARATORS).flatMap((s) => splitSlash(s).map((segment, i) => ({ segment, joined: i > 0 })));
  segments.forEach(({ segment, joined }, s) => {
    segment.split(COMMA).forEach((piece, c) => {
      splitAnd(piece).forEach((name, n) => {
        const after = n > 0 || (joined && c === 0) ? 'and' : c > 0 ? 'comma' : s > 0 ? 'separator' : 'start';
        const clean = trim(isDesk(name) ? name : name.replace(PLACE_TAIL, '').replace(VERB_TAIL, ''));
        if (clean) out.push({ text: clean, after });
      });
    });
  });
  return out;
}

/** "Jane Roe/dpa": a slash parts names where one side is an agency or a desk. */
function splitSlash(text: string): string[] {
  const pieces = text.split('/').map(trim);
  return pieces.length > 1 && pieces.some((p) => agencyNamed(p) !== null || isDesk(p)) ? pieces : [text];
}

interface Gathered {
  readonly authors: Author[];
  /** A job title stood beside a name. */
  role: boolean;
  /** Something stood there that is neither a name nor a role, place or outlet. */
  stray: boolean;
}

const many = (text: string): boolean => text.includes(' ');

function add(part: Part, out: Gathered): void {
  const { text, after } = part;
  const first = out.authors.length === 0;
  const follows = !first && (after === 'comma' || after === 'separator');
  if (isAgencies(text) || isDesk(text)) {
    const written = out.authors.some((a) => a.kind === 'person') && !words('desk').has(phraseKey(text)) && isDesk(text);
    if (!written || after === 'and') out.authors.push({ name: text, kind: kindOf(text) });
    else out.role = true;
    return;
  }
  if (!first && isRole(text)) {
    out.role = true;
    return;
  }
  const person = out.authors.some((a) => a.kind === 'person');
  const kind = kindOf(text);
  if (follows && person && (kind !== 'person' || !many(text) || PLACES.has(text.toLowerCase()))) {
    out.role ||= kind === 'agency';
    return;
  }
  const shaped = isNameShaped(text) && !isNoPerson(text) && (kind !== 'person' || !isFurniture(text));
  if (shaped || agencyNamed(text) !== null) out.authors.push({ name: text, kind });
  else if (first || after === 'and') out.stray = true;
}

/** "Jane Roe Political Editor", "Senior Reporter Jane Roe": a job without a comma. */
function withoutRole(text: string): string {
  const found = text.split(/\s+/u);
  if (found.length < 3 || isDesk(text)) return text;
  let from = 0;
  let to = found.length;
  const role = (i: number): boolean => words('role').has(phraseKey(found[i] as string)) && !isHonorific(found[i] as string);
  while (to - from > 2 && role(from)) from++;
  while (to - from > 2 && role(to - 1)) to--;
  return found.slice(from, to).join(' ');
}

function gather(text: string): Gathered {
  const out: Gathered = { authors: [], role: false, stray: false };
  for (const part of parts(text)) add({ ...part, text: withoutRole(part.text) }, out);
  const seen = new Set<string>();
  const authors = out.authors.filter((a) => !seen.has(phraseKey(a.name)) && seen.add(phraseKey(a.name)));
  return { ...out, authors };
}

/** The line without dates, addresses, handles and brackets. */
function bare(line: string, language: string | undefined): string {
  let text = line;
  for (const date of findDates(line, language).reverse()) {
    if (date.kind === 'absolute' || date.start > 0) text = `${text.slice(0, date.start).replace(BEFORE_DATE, '')} | ${text.slice(date.end)}`;
  }
  text = text.replace(EMAIL, ' ').replace(HANDLE, ' ').replace(URL, ' ').replace(CREDIT_LATER, '');
  return text.replace(BRACKETS, '').trim();
}

function reporting(line: string): ParsedByline | null {
  const authors: Author[] = [];
  for (const clause of line.replace(/[().]+$/gu, '').split(/;|\.\s+(?=\p{Lu})/u)) {
    const text = clause.trim();
    const match = REPORTING.exec(text);
    if (match && !/^\(?(?:additional|further)/iu.test(text)) authors.push(...gather(text.slice(match[0].length)).authors);
    else if (!match && !NOT_WRITERS.test(text)) return null;
  }
  return authors.length > 0 ? { authors, confident: true } : null;
}

const LABELS = /^(?:published|posted|updated|last updated|erstellt|veröffentlicht|publié le|publicado|опубликовано|date|on|at|am|le|el)[\s:|]*$/iu;

function plausible(line: string): boolean {
  if (line.length === 0 || line.length > LONGEST || CREDIT.test(line)) return false;
  return !(SENTENCE.test(line) && !ABBREVIATION.test(line)) && !INNER_SENTENCE.test(line);
}

/**
 * Reads a byline.
 * @param line the whole line as printed
 * @returns null when the line is none
 * @example parseByline('By Jane Roe and Tom Doe in Lisbon')?.authors.map((a) => a.name) // ['Jane Roe', 'Tom Doe']
 */
export function parseByline(line: string, language?: string): ParsedByline | null {
  const whole = line.slice(0, LIMIT).trim();
  if (line.length > LIMIT || whole.length === 0) return null;
  if (REPORTING.test(whole)) return reporting(whole);
  const east = eastAsian(whole);
  if (east) return east;
  const dash = LEAD_DASH.exec(whole)?.[0] ?? '';
  let text = trim(bare(whole.slice(dash.length), language));
  // a label of the date that was cut off is no name
  text = text.split(SEPARATORS).filter((s) => !LABELS.test(s)).join(' | ');
  if (!plausible(text)) return null;
  const prefix = prefixOf(text) ?? laterPrefix(text);
  const names = prefix ? text.slice(prefix.length).replace(GREEK_ARTICLE, '') : text;
  const found = gather(names);
  if (found.authors.length === 0 || found.stray) return null;
  const [only] = found.authors as [Author, ...Author[]];
  if (prefix) return { authors: found.authors, confident: found.authors.some((a) => a.kind !== 'person' || many(a.name) || !CAPITAL.test(a.name)) };
  return bareNames(text, found, dash !== '');
}

/** "3 May 2024 | By Jane Roe": the prefix opens a later part. */
function laterPrefix(text: string): Prefix | null {
  const at = text.search(BY);
  if (at < 0 || !SEPARATORS.test(text.slice(0, at + 1)) || text.slice(0, at).split(/\s+/u).length > 3) return null;
  const prefix = prefixOf(text.slice(at + 1));
  return prefix ? { length: at + 1 + prefix.length } : null;
}

function bareNames(text: string, found: Gathered, dash: boolean): ParsedByline | null {
  if (isFurniture(text) || text.includes(':') || (words('byline-prefix').has(phraseKey(text)) && !isDesk(text))) return null;
  const tail = PLACE_TAIL.test(text) || VERB_TAIL.test(text);
  const [only] = found.authors as [Author, ...Author[]];
  const single = found.authors.length === 1 && !many(only.name) && only.kind === 'person';
  if (single && !dash) return null;
  if (THE.test(only.name) && !only.name.split(' ').some((w) => words('organization').has(phraseKey(w)))) return null;
  if (tail && isNoPerson(text)) return null;
  const desk = found.authors.every((a) => a.kind === 'desk' || a.kind === 'agency') && found.authors.some((a) => a.kind === 'desk');
  const role = found.role && only.kind === 'person';
  return { authors: found.authors, confident: role || (dash && !single) || (desk && found.authors.length > 1) };
}
