import { cleanFull } from './desk.ts';

/** Four paragraphs that are surely a body. */
export const PARAGRAPHS = [
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the year of the great storm.',
  'It will be painted in the spring and opened to visitors in the summer, the head of the board told a full hall after the vote.',
  'A firm from the next town had offered to buy the crane for its steel, but the offer was withdrawn when the protest began.',
  'Members of the museum society, who gathered four thousand names, said that they would now look for somebody to run a small café.',
];

/** A page that holds some elements below its headline. */
export function page(inside: string, title = 'Ellmouth keeps its old crane'): string {
  return `<html lang="en"><head><title>${title}</title></head><body><nav><a href="/n">News</a></nav>
    <main><article><h1>${title}</h1>${inside}</article></main><footer><p>© 2024 Ellmouth Post</p></footer></body></html>`;
}

/** Some of the paragraphs, each in an element. */
export const prose = (from = 0, to = PARAGRAPHS.length) =>
  PARAGRAPHS.slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('');

/** The body of a page, line by line. */
export function linesOf(html: string): string[] {
  return cleanFull({ content: html, format: 'html' }).body.map(({ text }) => text);
}
