import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';

const desk = createPipeline();

/** UTF-8 as a charset shows its bytes. */
const misread = (text: string, charset: string): string =>
  charset === 'latin1'
    ? Buffer.from(text).toString('latin1')
    : new TextDecoder(charset).decode(Buffer.from(text));

describe('letters that end in what shows nothing', () => {
  it.each([
    ['it', 'latin1', 'Il ponte unirà tutta la città', 'Il consiglio ha detto che aprirà giovedì'],
    [
      'it',
      'windows-1252',
      'Il ponte unirà tutta la città',
      'Il consiglio ha detto che aprirà giovedì',
    ],
    ['pl', 'latin1', 'Nowy most nad rzeką', 'Rada zgodziła się na most, który będzie służył nocą'],
    [
      'pt',
      'latin1',
      'A ponte fica daqui aí',
      'A câmara não diz quem pagará nem quando começará daí',
    ],
    [
      'ru',
      'latin1',
      'Новый спорт для всех',
      'Школьники пришли в четверг играть в хоккей на льду в цехах',
    ],
    ['ru', 'windows-1251', 'Из СССР', 'Архив рассказал, как строили мосты и дороги в бывшем СССР'],
    [
      'el',
      'latin1',
      'Πλοίο για το νησί παντού',
      'Το συμβούλιο αποφάσισε να κρατήσει το πλοίο παντού',
    ],
  ])('%s in UTF-8 read as %s', (_, charset, title, paragraph) => {
    const [a, b] = [misread(title, charset), misread(paragraph, charset)];
    const page = `<html><head><meta property="og:title" content="${a}"></head><body><h1>${a}</h1>\n<p>${b}</p></body></html>`;
    const html = desk.trace({ content: page, format: 'html' }, 'repair');
    expect(html.blocks.map(({ copy }) => copy.text)).toEqual([title, paragraph]);
    expect(html.facts.find(({ name }) => name === 'og:title')?.value).toBe(title);
    const text = desk.trace({ content: `${a}\n\n${b}\n`, format: 'text' }, 'repair');
    expect(text.blocks.map(({ copy }) => copy.text)).toEqual([title, paragraph]);
    const edits = [...html.blocks, ...text.blocks].flatMap(({ copy }) => copy.layers.flat());
    expect(edits.filter(({ certainty }) => certainty !== 'reversible')).toEqual([]);
  });

  it('says where in the input a letter of U+0085 stood', () => {
    const content = `${misread('Most nad rzeką', 'latin1')}\n\n${misread('Będzie służył nocą i dniem', 'latin1')}`;
    const { changes } = createPipeline({ ledger: 'inline' }).clean({ content, format: 'text' });
    const last = changes?.findLast(({ stage }) => stage === 'repair');
    expect(last?.at).toEqual({ line: 3, column: content.split('\n')[2]!.indexOf('Ä\u0085') + 1 });
  });

  it('drops what is no half of a letter, with an entry', () => {
    const content = '<h1>Prix : 5 €\u00a0</h1><p>Un café\u00a0</p><p>\u0084\u00a0</p>';
    const { blocks } = desk.trace({ content, format: 'html' }, 'normalize');
    expect(blocks.map(({ copy }) => copy.text)).toEqual(['Prix : 5 €', 'Un café']);
    expect(blocks.map(({ copy }) => copy.layers.flat().length)).toEqual([1, 1]);
  });
});
