const PLACE = /\{\{([a-z]+)\}\}/g;

/**
 * A template with its places `{{name}}` filled in.
 *
 * @throws {TypeError} when there is nothing for a place
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACE, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`nothing to fill in for {{${name}}}`);
    return value;
  });
}

/** A text as it stands between the quotation marks of SQL. */
export function sqlText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}

/** A text as one word of a shell. */
export function shellWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const PLAIN_WORD = /^[\w@%+=:,./-]+$/;
