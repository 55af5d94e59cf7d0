import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../src/pipeline.ts';
import { cleanFull } from '../support/desk.ts';

const PARAGRAPHS = [
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the year of the great storm.',
  'It will be painted in the spring, “and opened to visitors in the summer”, the head of the board told a full hall after the vote.',
  'A firm from the next town had offered to buy the crane for its steel, but the offer was withdrawn when the protest began.',
];

const page = (cell: string) =>
  `<html><head><meta charset="utf-8"><title>Ellmouth keeps its old crane</title></head><body><table><tr><td>
    <h1>Ellmouth keeps its old crane</h1>${cell}</td></tr></table></body></html>`;

function linesOf(cell: string): string[] {
  return cleanFull({ content: page(cell), format: 'html' }).body.map(({ text }) => text);
}

describe('a cell', () => {
  it.each(['<br><br>', '<br> <br/>\n<br>'])('is parted at %s', (breaks) => {
    expect(linesOf(PARAGRAPHS.join(breaks))).toEqual(PARAGRAPHS);
  });

  it('is whole at single line breaks', () => {
    expect(linesOf(PARAGRAPHS.join('<br>'))).toEqual([PARAGRAPHS.join(' ')]);
  });

  it('is parted at the same places where its text was repaired', () => {
    const garbled = PARAGRAPHS.map((text) => Buffer.from(text, 'utf8').toString('latin1'));
    expect(linesOf(garbled.join('<br><br>'))).toEqual(PARAGRAPHS);
  });

  it('keeps the places of its links', () => {
    const linked = PARAGRAPHS[1]!.replace(
      'the spring',
      '<a href="https://ellmouth.example/s">the spring</a>',
    );
    const cell = [PARAGRAPHS[0], linked, PARAGRAPHS[2]].join('<br><br>');
    const { body } = createPipeline({ links: 'keep' }).clean({
      content: page(cell),
      format: 'html',
    });
    const [link] = body[1]!.links!;
    expect(body[1]!.text.slice(link!.start, link!.end)).toBe('the spring');
  });
});
