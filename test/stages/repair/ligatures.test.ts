import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/ledger/replay.ts';
import { createPipeline } from '../../../src/pipeline.ts';

const desk = createPipeline({ ledger: 'full' });
const HEAD = 'A title about the council';
const END = 'The second paragraph is plain and says nothing new about the matter.';

/** What becomes of a paragraph, and the codes of the warnings that speak of loss. */
function cleaned(paragraph: string): { text: string | undefined; lost: number } {
  const found = desk.trace(
    { content: `${HEAD}\n\n${paragraph}\n\n${END}`, format: 'text' },
    'normalize',
  );
  const lost = found.warnings.filter(({ code }) => code === 'undecodable-bytes').length;
  return { text: found.blocks[1]?.copy.text, lost };
}

describe('ligatures of PDF', () => {
  it('are lost where a NUL stands for any of them', () => {
    expect(cleaned('The council con\0rmed that the \0rst o\0ce will be \0nished.')).toEqual({
      text: 'The council con\ufffdrmed that the \ufffdrst o\ufffdce will be \ufffdnished.',
      lost: 1,
    });
  });

  it('are letters where the private area names them', () => {
    expect(cleaned('Le con\uf002it est \uf001ni, a con\uf001rmé le pré\uf001xe.')).toEqual({
      text: 'Le conflit est fini, a confirmé le préfixe.',
      lost: 0,
    });
  });

  it.each([
    ['It is di\ufb03 cult, he con\ufb01 rmed.', 'It is di\ufb03cult, he con\ufb01rmed.'],
    ['Er hat o \ufb03 ziell nichts gesagt', 'Er hat o\ufb03ziell nichts gesagt'],
  ])('lose the space inside a word: %s', (text, expected) => {
    expect(cleaned(text).text).toBe(expected);
  });

  it.each([
    ['sta\ufb00 members were taken o\ufb00 the record'],
    ['a sci-\ufb01 novel and a dé\ufb01 pour la ville'],
    ['Der Gri\ufb00 der Tür'],
    ['\uf002 Search or \uf001music, says the \uf002 menu'],
    ['clean of\ufb01ces and \ufb02ags'],
  ])('stay as they are: %s', (text) => {
    expect(cleaned(text)).toEqual({ text, lost: 0 });
  });

  it('are not what one stray control is, nor bytes of UTF-16', () => {
    expect(cleaned('Only one wo\0rd is torn here.').text).toBe('Only one word is torn here.');
    expect(cleaned([...'every letter of it'].join('\0')).lost).toBe(0);
  });

  it('are replayed by the ledger', () => {
    const content = `${HEAD}\n\nIt’s con\0rmed, Ã©lu, that \0rst di\ufb03 cult day.\n\n${END}`;
    const article = desk.clean({ content, format: 'text' });
    expect(Object.values(replay({ content, format: 'text' }, article))).toContain(
      'It’s con\ufffdrmed, élu, that \ufffdrst di\ufb03cult day.',
    );
  });
});
