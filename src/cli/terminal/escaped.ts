import type { Writer } from '../../writers/files/stream-writer.ts';

/** Line feeds and tabs lay data out; the others would move the cursor, turn text around or speak to the terminal. */
const UNSAFE = /(?![\n\t])[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu;
/** Hexadecimal digits of an escape in JSON. */
const HEX_DIGITS = 4;

/**
 * Data as a terminal may show it: control, escape and bidi characters as `\uXXXX`, which in JSON means the same.
 *
 * @example escaped('a\u001b[2J') // 'a\\u001b[2J'
 */
export function escaped(text: string): string {
  return text.replace(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(HEX_DIGITS, '0')}`,
  );
}

/** A writer of data to a terminal: nothing of it reaches the terminal that could be a command. */
export function escapedWriter(writer: Writer): Writer {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    write(chunk) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      return writer.write(escaped(decoder.decode(bytes, { stream: true })));
    },
    async flush() {
      const rest = decoder.decode();
      if (rest !== '') await writer.write(rest);
      await writer.flush();
    },
  };
}
