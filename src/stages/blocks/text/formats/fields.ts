import { lexiconLines } from '../../../../assets/lexicon.ts';
import { once } from '../../../../assets/once.ts';
import type { Fact } from '../../../../document/document.ts';
import { createFact } from '../../../../document/facts.ts';
import { dateLineOf } from '../../../../recognize/dates/line.ts';
import { type Field, fieldNamed } from '../../../../recognize/field-names.ts';
import { type Line, type Marks, withMarks } from '../lines.ts';

const NAMED =
  /^(?<name>(?:\*{0,2}|\[|#\+|:)[\p{L}][\p{L}\p{M}\d ._'’-]{0,40}?)(?<colon>\]?\s?[:：]\*{0,2}\s*)(?<value>.*)$/u;
const KEYED = /^(?<name>[\w.-]{1,40})(?<colon>\s*[:=]\s*)(?<value>.*)$/;
const HYPHENATED = /^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+$/;
const SIGNS = /^(?:#\+|[:[])|\*/g;
const ADDRESS = /\s*(?:[<([]\s*)?(?:mailto:)?[^\s<>()[\]@"]+@[^\s<>()[\]]+(?:\s*[>)\]])?$/;
const REPLY = /^([\p{L}]{1,4})(?:\[\d+\])?\s?[:：]\s*/u;
const replies = once(() => new Set(lexiconLines('reply')));
const QUOTES = /^(?<open>["'])(?<inside>.*)\k<open>$/;

/** The role of each field that has one of its own, and the name of the fact that it states. */
const MEANS: Readonly<Record<Field, { role: Marks['role']; fact: string | null }>> = {
  title: { role: 'title', fact: 'headline' },
  subtitle: { role: 'subtitle', fact: null },
  author: { role: 'byline', fact: 'author' },
  date: { role: 'date', fact: 'article:published_time' },
  modified: { role: 'field', fact: 'article:modified_time' },
  section: { role: 'section', fact: null },
  site: { role: 'field', fact: 'og:site_name' },
  url: { role: 'field', fact: 'canonical' },
  language: { role: 'field', fact: 'lang' },
  content: { role: 'field', fact: null },
  other: { role: 'field', fact: null },
};

/** A line `Name: value` of a text's head. */
export interface FieldLine {
  /** Null for a name that is not known. */
  readonly field: Field | null;
  readonly name: string;
  readonly value: string;
  /** UTF-16 units before the value, and behind it. */
  readonly before: number;
  readonly behind: number;
}

/** Lines of which those of the head say what they are, and the facts that it states. */
export interface Headed {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  /** `mail` where the head names who wrote to whom. */
  readonly kind: 'front-matter' | 'mail' | 'fields' | null;
}

/** Reads a line as a field of a text's head; null for another line. @param frontMatter between the fences of YAML or TOML */
export function fieldLine(text: string, frontMatter: boolean): FieldLine | null {
  const groups = (frontMatter ? KEYED : NAMED).exec(text)?.groups;
  if (!groups) return null;
  const name = groups['name']!.replace(SIGNS, '').trim();
  const field = fieldNamed(name);
  if (field === null && !frontMatter && !HYPHENATED.test(name)) return null;
  const start = groups['name']!.length + groups['colon']!.length;
  const whole = groups['value']!.trimEnd();
  const quoted = QUOTES.exec(whole)?.groups?.['inside'];
  const inside = quoted ?? whole;
  const value = field === 'author' ? withoutAddress(inside) : inside;
  const before = start + (quoted === undefined ? 0 : 1);
  const unquoted = QUOTES.exec(value)?.groups?.['inside'];
  if (unquoted !== undefined && quoted === undefined) {
    return {
      field,
      name,
      value: unquoted,
      before: before + 1,
      behind: text.length - before - 1 - unquoted.length,
    };
  }
  return { field, name, value, before, behind: text.length - before - value.length };
}

/** The name without the mail address behind it; the address where there is no name. */
function withoutAddress(value: string): string {
  const rest = value.replace(ADDRESS, '');
  return rest === '' ? value : rest;
}

/** Whether the value can be what the field states. */
export function isStated({ field, value }: FieldLine): boolean {
  if (field === 'date') return dateLineOf(value) !== null;
  if (field === 'url') return URL.canParse(value);
  return value !== '';
}

/** The line as the field that it is: the name goes, the value is what the field says. */
export function asField(line: Line, found: FieldLine): Line {
  const { field, value, before, behind } = found;
  const alone = { rule: 'field-name', alone: true } as const;
  if (field === null || value === '') return withMarks(line, { ...alone, role: 'field' });
  if (field === 'content') return withMarks(line, { rule: 'field-name', before });
  const { role } = MEANS[field];
  if (role === 'field' || role == null || !isStated(found)) {
    return withMarks(line, { ...alone, role: 'field' });
  }
  const prefix = field === 'title' ? replyLength(value) : 0;
  return withMarks(line, { ...alone, role, before: before + prefix, behind });
}

/** UTF-16 units of the `Re: `, `AW: WG: ` before a subject. */
function replyLength(subject: string): number {
  let length = 0;
  for (;;) {
    const found = REPLY.exec(subject.slice(length));
    if (!found || !replies().has(found[1]!.toLowerCase())) return length;
    length += found[0].length;
  }
}

/** The fact that a field states; null where it states none. */
export function factOf({ field, name, value }: FieldLine): Fact | null {
  const fact = field === null || value === '' ? null : MEANS[field].fact;
  const stated = field === 'title' ? value.slice(replyLength(value)) : value;
  return fact === null ? null : createFact(`field[${name}]`, fact, stated, undefined);
}
