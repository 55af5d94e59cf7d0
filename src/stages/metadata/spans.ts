import type { Labelled, LabelledBlock } from '../../document.ts';
import type { Label } from '../../labels.ts';

/** Text of a block that has a label: neighbouring spans together, prefixes included. */
export interface LabelledText {
  readonly block: LabelledBlock;
  readonly text: string;
}

/** Every stretch of a document with a label, in order. */
export function texts(document: Labelled, label: Label): LabelledText[] {
  const out: LabelledText[] = [];
  for (const block of document.blocks) {
    const spans = block.spans.filter((s) => s.label === label);
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last || spans.every((s) => s.syntax === true)) continue;
    const text = block.copy.text.slice(first.start, last.end).trim();
    if (text !== '') out.push({ block, text });
  }
  return out;
}

/** The texts of the body's blocks, in order. */
export function bodyTexts(document: Labelled): LabelledText[] {
  return texts(document, 'body').filter(({ text }) => text !== '');
}

/** The first paragraph of the body. */
export function leadOf(document: Labelled): string | null {
  const found = bodyTexts(document);
  const lead = found.find(({ block, text }) => block.type === 'paragraph' && text.length > 20) ?? found[0];
  return lead?.text ?? null;
}
