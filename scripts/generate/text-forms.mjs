// Parts of the lexicon: the names of fields in the heads of texts, and words that stand around hyphens.
import { importTs } from './import-ts.mjs';
import { exactly, linesOf } from './lists.mjs';

/** Names of fields by field, as their words; words behind and before the hyphen at a line's end. */
export async function textForms(json) {
  // Not before: it reads the table of characters, which the build has to write first.
  const { tokensOf } = await importTs('text/tokens');
  const { FIELDS } = await importTs('recognize/field-names');
  const file = 'data/field-names.json';
  const { fields, reply } = await json(file);
  const { behind, first, last } = await json('data/hyphens.json');
  const keys = ({ names }) => [...new Set(names.map((name) => tokensOf(name).join(' ')))];
  return {
    'field-names': JSON.stringify(exactly(file, FIELDS, fields, keys)),
    'behind-hyphen': linesOf(behind.words),
    'before-hyphen': linesOf(first.words),
    'last-of-hyphen': linesOf(last.words),
    reply: linesOf(reply.words),
  };
}
