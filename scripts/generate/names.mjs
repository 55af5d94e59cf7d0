// Parts of the lexicon: the names of elements and of meta elements.
import { importTs } from './import-ts.mjs';
import { exactly } from './lists.mjs';

const { CLASS_PARTS, compileClassNames } = await importTs('recognize/class-names');
const { REMOVED_LABELS } = await importTs('contract/labels');
const { META_LISTS } = await importTs('stages/read/meta-names');

/** Regular expressions of parts by name, and of labels in the order of the file. */
export async function classNames(json) {
  const file = 'data/class-names.json';
  const { parts, labels } = await json(file);
  const compiled = Object.entries(labels).map(([label, names]) => {
    if (!REMOVED_LABELS.includes(label)) throw new Error(`${file}: "${label}" is no label`);
    return [label, compileClassNames(names)];
  });
  return {
    'class-names': JSON.stringify({
      parts: exactly(file, CLASS_PARTS, parts, compileClassNames),
      labels: compiled,
    }),
  };
}

/** Names of facts by list. */
export async function metaNames(json) {
  const file = 'data/meta-names.json';
  const { lists } = await json(file);
  return { 'meta-names': JSON.stringify(exactly(file, META_LISTS, lists, ({ names }) => names)) };
}
