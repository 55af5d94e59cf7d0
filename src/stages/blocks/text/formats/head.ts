import type { Fact } from '../../../../document/document.ts';
import { type Line, withMarks } from '../lines.ts';
import { asField, type FieldLine, factOf, fieldLine, type Headed, isStated } from './fields.ts';
import { sgmlDocument } from './sgml.ts';

const FENCES = new Map([
  ['---', '---'],
  ['+++', '+++'],
]);
/** `---------- Forwarded message ---------`, in any language. */
const FORWARDED = /^-{2,}\s?[^-].{0,60}[^-]\s?-{2,}$/;
const INTRODUCTION = /^[^:：]{3,60}[:：]$/;
// Set by hand: lines of front matter; lines that may stand before a mail's header.
const MAX_FRONT_MATTER = 80;
const MAX_ABOVE = 2;
/** UTF-16 units of the paragraph that must stand below a head of one field. Set by hand. */
const MIN_PARAGRAPH = 80;
const MAIL_FIELDS: ReadonlySet<string> = new Set(['title', 'author', 'date', 'other']);

/**
 * Reads the head of a text: front matter (YAML or TOML between fences), the elements of a corpus's document, the header of a
 * mail, or lines like
 * `Title: …`, `Author: …` in one of the languages that data/field-names.json knows.
 */
export function withHead(lines: readonly Line[]): Headed {
  const first = lines.findIndex(({ blank }) => !blank);
  if (first < 0) return { lines, facts: [], kind: null };
  return (
    frontMatter(lines, first) ??
    sgmlDocument(lines, first) ??
    fields(lines, first) ?? { lines, facts: [], kind: null }
  );
}

function frontMatter(lines: readonly Line[], first: number): Headed | null {
  const fence = FENCES.get(lines[first]!.text);
  if (fence === undefined) return null;
  const inside = lines.slice(first + 1, first + 1 + MAX_FRONT_MATTER);
  const length = inside.findIndex(({ text }) => text === fence);
  if (length < 1) return null;
  const found = inside.slice(0, length).map(({ text }) => fieldLine(text, true));
  if (found[0] == null || !found.some((line) => line !== null && line.field !== null)) return null;
  const end = first + 1 + length;
  const fenced = (line: Line, i: number): Line => {
    if (i < first || i > end || line.blank) return line;
    const field = found[i - first - 1];
    // Keys of maps inside maps, and items of lists, are indented.
    const own = field != null && line.indent === 0;
    return own
      ? asField(line, field)
      : withMarks(line, { rule: 'field-name', role: 'field', alone: true });
  };
  return { lines: lines.map(fenced), facts: factsOf(found), kind: 'front-matter' };
}

function fields(lines: readonly Line[], first: number): Headed | null {
  const start = headStart(lines, first);
  const found = new Map<number, FieldLine | null>();
  let gap = 0;
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank) {
      gap += 1;
      if (gap > 1) break;
      continue;
    }
    const field = fieldLine(line.text, false);
    // In a mail's header a long value goes on in an indented line (RFC 5322, 2.2.3).
    const folded = field === null && gap === 0 && line.indent > 0 && found.size > 0;
    if (field === null && !folded) break;
    if (field !== null && gap > 0 && field.field === null) break;
    found.set(i, field);
    end = i + 1;
    gap = 0;
    if (field?.field === 'content') break;
  }
  const known = [...found.values()].filter((field) => field !== null);
  if (!isHead(known, lines.slice(end))) return null;
  const named = (line: Line, i: number): Line => {
    const field = found.get(i);
    if (field != null) return asField(line, field);
    const isPart = (i >= first && i < start && !line.blank) || found.has(i);
    return isPart ? withMarks(line, { rule: 'field-name', role: 'field', alone: true }) : line;
  };
  const addressed = known.some(({ field, behind }) => field === 'author' && behind > 0);
  const mailed = known.filter(({ field }) => MAIL_FIELDS.has(field ?? '')).length > 2;
  const mail = start > first || addressed || mailed;
  return { lines: lines.map(named), facts: factsOf(known), kind: mail ? 'mail' : 'fields' };
}

/** The first field of a mail that was sent on stands below a line that says so. */
function headStart(lines: readonly Line[], first: number): number {
  let at = first;
  for (let seen = 0; seen < MAX_ABOVE && at < lines.length; at++) {
    const { text, blank } = lines[at]!;
    if (blank) continue;
    if (fieldLine(text, false)?.value) return at;
    if (!FORWARDED.test(text) && !INTRODUCTION.test(text)) return first;
    seen += 1;
  }
  const next = lines.findIndex(({ blank }, i) => i >= at && !blank);
  return next >= 0 && fieldLine(lines[next]!.text, false)?.value ? next : first;
}

/** Whether fields make a head: they state a title, or who wrote it and when; one title stands over running text. */
function isHead(found: readonly FieldLine[], below: readonly Line[]): boolean {
  const states = (name: string) => found.some((field) => field.field === name && isStated(field));
  if (found.length === 1 && states('url')) return true;
  if (found.length > 1) return states('title') || (states('author') && states('date'));
  const next = below.find(({ blank }) => !blank);
  return states('title') && next !== undefined && next.text.length >= MIN_PARAGRAPH;
}

function factsOf(found: readonly (FieldLine | null)[]): Fact[] {
  return found.flatMap((field) => (field === null ? [] : (factOf(field) ?? [])));
}
