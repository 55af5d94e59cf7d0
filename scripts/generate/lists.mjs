/** Words as lines of the lexicon, each once. @param {readonly string[]} words */
export function linesOf(words) {
  return [...new Set(words)].join('\n');
}

/**
 * What a data file has by name, made anew, in the order in which src names what it asks for.
 * @template Entry, Made
 * @param {string} file for the error
 * @param {readonly string[]} names what src asks for
 * @param {Readonly<Record<string, Entry>>} entries what the file has
 * @param {(entry: Entry) => Made} make
 * @throws when the file lacks a name or has one that nobody asks for
 */
export function exactly(file, names, entries, make) {
  const unread = Object.keys(entries).filter((name) => !names.includes(name));
  const missing = names.filter((name) => !Object.hasOwn(entries, name));
  if (unread.length + missing.length > 0) {
    throw new Error(`${file}: nobody reads [${unread}], there is no [${missing}]`);
  }
  return Object.fromEntries(names.map((name) => [name, make(entries[name])]));
}
