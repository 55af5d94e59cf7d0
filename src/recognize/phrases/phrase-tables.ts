import { once } from '../../assets/once.ts';
import { phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { readIndex, type StringIndex } from '../../text/string-index.ts';

/** Phrases that are a whole line. */
export const wholeTable = once(() => tableOf('whole'));
/** Their labels, by a line's words (see `keyOf`). */
export const wholePhrases = once(() => labelsOf(wholeTable()));
/** Labels of phrases that stand before a colon or what sites write for it. */
export const prefixPhrases = once(() => labelsOf(tableOf('prefix')));

/** Phrases by their words, and the label of each by its number. */
interface PhraseTable {
  readonly index: StringIndex;
  readonly labelOf: (number: number) => RemovedLabel;
}

function tableOf(name: 'whole' | 'prefix'): PhraseTable {
  const tables = phraseTables();
  const labels = tables.uint8(`${name}:labels`);
  return {
    index: readIndex(tables, name),
    labelOf: (number) => tables.values.labels[labels[number]!] as RemovedLabel,
  };
}

/** Gives the label of a key in one of the tables. */
function labelsOf({ index, labelOf }: PhraseTable): (key: string) => RemovedLabel | undefined {
  return (key) => {
    const found = index.find(key);
    return found < 0 ? undefined : labelOf(found);
  };
}
