import { type Field, fieldNamed } from '../../../../recognize/field-names.ts';
import { type Line, withMarks } from '../lines.ts';
import { asField, type FieldLine, factOf, type Headed } from './fields.ts';

// Documents of news corpora (TREC, LDC, Reuters-21578): elements of SGML on lines of their own around plain text, the first of
// them the document's.
const DOCUMENT = /^<(?:DOC|REUTERS|ARTICLE|STORY)(?:\s[^<>]*)?>$/i;
const TAG = /^<(?<close>\/?)(?<name>[A-Za-z][\w.-]{0,30})(?:\s[^<>]*)?>$/;
const ELEMENT = /^(?<open><(?<name>[A-Za-z][\w.-]{0,30})(?:\s[^<>]*)?>)(?<value>.*)<\/\k<name>>$/i;
/** Names of such elements that stand for a field; all others go by the names of heads (data/field-names.json). */
const FIELD_OF_TAG: Readonly<Record<string, Field>> = { cat: 'section', src: 'site', time: 'date' };

/** Reads a document of a news corpus in SGML; null for another text. */
export function sgmlDocument(lines: readonly Line[], first: number): Headed | null {
  if (!DOCUMENT.test(lines[first]!.text)) return null;
  const found: FieldLine[] = [];
  let inside: Field | null = null;
  const read = lines.map((line, i): Line => {
    if (i < first || line.blank) return line;
    const tag = TAG.exec(line.text)?.groups;
    if (tag) {
      inside = tag['close'] === '' ? fieldOf(tag['name']!) : null;
      return withMarks(line, { rule: 'field-name', role: 'field', alone: true });
    }
    const field = elementOf(line.text) ?? (inside === null ? null : contentOf(inside, line.text));
    if (field === null) return line;
    found.push(field);
    return asField(line, field);
  });
  return { lines: read, facts: found.flatMap((field) => factOf(field) ?? []), kind: 'fields' };
}

/** `<TITLE>…</TITLE>` as the field that it is. */
function elementOf(text: string): FieldLine | null {
  const groups = ELEMENT.exec(text)?.groups;
  if (!groups) return null;
  const { name, open, value } = groups as Record<string, string>;
  const inner = value!.trim();
  const before = open!.length + value!.indexOf(inner);
  return {
    field: fieldOf(name!),
    name: name!,
    value: inner,
    before,
    behind: text.length - before - inner.length,
  };
}

/** A line between the tags of a field's element. */
function contentOf(field: Field, text: string): FieldLine {
  return { field, name: field, value: text, before: 0, behind: 0 };
}

/** The field of an element's name; null for the text itself and for what is not known. */
function fieldOf(name: string): Field | null {
  const field = FIELD_OF_TAG[name.toLowerCase()] ?? fieldNamed(name);
  return field === 'content' ? null : field;
}
