import type { Document, Edit, Stage } from '../../document/document.ts';
import { decodeEntities } from '../../text/entities.ts';
import { editingStage } from '../editing-stage.ts';

// A name or number with its semicolon; `&amp;` may stand before it any number of times.
const ENTITY =
  /&(?:(?:amp|#0*38|#[xX]0*26);)*(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g;
const ESCAPED_AMPERSAND = /^&(?:amp|#0*38|#[xX]0*26);./;
/** Times that text may have been escaped; set by hand, more than was ever seen, so that work stays bounded. */
const MAX_LEVELS = 5;
const OPENING_QUOTE = /["'`‘“«„(]/;
const CLOSING_QUOTE = /["'`’”»“)]/;
const NONE: readonly Edit[] = [];

/**
 * Decodes HTML entities that are left in the text (he; HTML Standard, named character references), also
 * ones that were escaped twice. An entity that stands alone in quotes or brackets is talked about and stays.
 */
export function createUnescape(): Stage<Document, Document> {
  return editingStage((texts) => texts.map(unescapes));
}

function unescapes(text: string): readonly Edit[] {
  if (!text.includes('&')) return NONE;
  const edits: Edit[] = [];
  for (const match of text.matchAll(ENTITY)) {
    const [entity] = match;
    const end = match.index + entity.length;
    const quoted =
      OPENING_QUOTE.test(text[match.index - 1] ?? '') && CLOSING_QUOTE.test(text[end] ?? '');
    const replacement = quoted ? entity : decoded(entity);
    if (replacement === entity) continue;
    edits.push({
      offset: match.index,
      length: entity.length,
      replacement,
      stage: 'unescape',
      rule: ESCAPED_AMPERSAND.test(entity) ? 'double-escaped' : 'entity',
      certainty: 'reversible',
    });
  }
  return edits;
}

function decoded(entity: string): string {
  let text = entity;
  for (let level = 0; level < MAX_LEVELS && text.startsWith('&') && text.length > 1; level++) {
    const next = decodeEntities(text);
    if (next === text) break;
    text = next;
  }
  return text.includes('\0') || text.includes('\ufffd') ? entity : text;
}
