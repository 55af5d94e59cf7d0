import { agencyNamed, alternatives } from '../../../recognize/words.ts';
import type { Labelled } from '../../label/labelled.ts';
import { texts } from '../spans.ts';

const PIECES = /\s*[,|/()·•]\s*/u;
const CREDIT_AGENCY = new RegExp(
  `^\\(?(?:${alternatives('source-label')})\\s?[:：]\\s?(.{2,40}?)\\)?\\.?$`,
  'iu',
);
const ALONE = /^[(（©—–\s-]{0,4}([\p{L}][\p{L}\p{M}./ -]{1,30}?)[)）\s.]{0,3}$/u;

/** The agency that a line of credit names, or the last line of the body. */
export function credited(document: Labelled): string | null {
  for (const { text } of texts(document, 'credit')) {
    const source = CREDIT_AGENCY.exec(text)?.[1];
    if (source && agencyNamed(source) !== null) return source;
    const alone = ALONE.exec(text)?.[1];
    if (alone && agencyNamed(alone) !== null) return alone;
  }
  const last = texts(document, 'body').at(-1)?.text;
  const alone = last && last.length < 40 ? ALONE.exec(last)?.[1] : undefined;
  return alone && agencyNamed(alone) !== null ? alone : null;
}

/** The agency that a byline names beside its authors. */
export function inBylines(document: Labelled): string | null {
  const found = texts(document, 'byline').map(({ text }) => lastAgency(text));
  return found.find((a) => a !== null) ?? null;
}

/** "By Jane Roe, Associated Press", "Von Anna Beispiel, dpa": the agency after a comma, bar or slash, or in brackets. */
function lastAgency(text: string): string | null {
  for (const piece of text.split(PIECES).slice(1)) {
    const name = piece.trim();
    if (name !== '' && agencyNamed(name) !== null) return name;
  }
  return null;
}
