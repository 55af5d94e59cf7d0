import fc from 'fast-check';
import { fragment } from './arbitrary-html.ts';
import { line, word } from './arbitrary-text.ts';
import { inputs } from './inputs.ts';

/** A fixture that somebody damaged: real shapes with anything in any place. */
export interface Damaged {
  readonly path: string;
  readonly format: 'text' | 'html';
  readonly content: string;
}

const cut = fc.record({
  /** Where, in thousandths of the text. */
  at: fc.integer({ min: 0, max: 999 }),
  removed: fc.integer({ min: 0, max: 40 }),
  added: fc.oneof(line, word, fragment, fc.constantFrom('', '\n', ' ')),
});

/** Fixtures and seeds with up to six cuts in each. */
export const damagedFixture: fc.Arbitrary<Damaged> = fc
  .tuple(fc.constantFrom(...inputs()), fc.array(cut, { minLength: 1, maxLength: 6 }))
  .map(([{ path, format, content }, cuts]) => ({
    path,
    format,
    content: cuts.reduce((text, { at, removed, added }) => {
      const place = Math.floor((text.length * at) / 1000);
      return text.slice(0, place) + added + text.slice(place + removed);
    }, content.toString('utf8')),
  }));
