import { excerpt } from '../text/printable.ts';

/** UTF-16 units of a value that a message shows. */
const SHOWN = 40;

/** What a value is, as messages say it, so that whoever passed it knows it again: `null`, `a number (5)`, `a Promise`. */
export function named(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : `"${excerpt(value, SHOWN)}"`;
    case 'number':
    case 'bigint':
      return `a number (${value})`;
    case 'boolean':
      return String(value);
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    default:
      return objectName(value);
  }
}

function objectName(value: object): string {
  if (Array.isArray(value)) return 'an array';
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name = typeof maker === 'function' ? maker.name : '';
  if (name === '' || name === 'Object') return 'an object';
  return `${VOWEL.test(name) ? 'an' : 'a'} ${excerpt(name, SHOWN)}`;
}

const VOWEL = /^[AEIO]/;
