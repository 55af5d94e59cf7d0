import type { Author } from '../names.ts';
import { alternatives, startingWith } from '../words.ts';
import { isOtherWork } from './other-work.ts';
import type { ParsedByline } from './parsed-byline.ts';
import { gather } from './parts.ts';

const CLOSING = /[().]+$/gu;
const CLAUSES = /;|\.\s+(?=\p{Lu})/u;
const MORE = alternatives('reporting-more');
const ADDITIONAL = new RegExp(`^\\(?(?:${MORE})`, 'iu');
const REPORTING = new RegExp(`^\\(?(?:(?:${MORE}) )?(?:${alternatives('reporting-by')})\\s+`, 'iu');

/** A verb behind a name, and a place: `Jane Roe reports from Lisbon`. */
const REPORTS = new RegExp(
  `\\s(?:${alternatives('byline-verb')})(?:\\s+(?:${alternatives('place-before')})\\s.{1,60})?$`,
  'iu',
);

const mayReport = startingWith('reporting-by', 'reporting-more');

/** Whether a line says who reported: `Reporting by Jane Roe; editing by Tom Doe`. */
export function isReporting(line: string): boolean {
  return mayReport(line) && REPORTING.test(line);
}

/** Who reported, without those who helped, by such a line; null where a clause of it speaks of something else. */
export function reportingByline(line: string): ParsedByline | null {
  const authors: Author[] = [];
  for (const clause of line.replace(CLOSING, '').split(CLAUSES)) {
    const text = clause.trim();
    const match = REPORTING.exec(text);
    if (match && !ADDITIONAL.test(text))
      authors.push(...gather(text.slice(match[0].length)).authors);
    else if (!match && !isOtherWork(text)) return null;
  }
  return authors.length > 0 ? { authors, confident: true } : null;
}

/** Whether a line ends in the verb by which bylines tell who reports, perhaps with a place: `Jane Roe reports from Lisbon`. */
export function isReportingName(line: string): boolean {
  return REPORTS.test(line);
}
