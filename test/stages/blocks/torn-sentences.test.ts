import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../support/blocks.ts';

const textsOf = (text: string) => blocksOf(text, 'text').blocks.map(({ copy }) => copy.text);

describe('sentences torn at inline tags are joined', () => {
  test.each([
    [
      'across blank lines',
      'Rat behält die Brücke\n\nDer Rat von\n\nTarnbach\n\nhat am Montagabend beschlossen, die\n\nalte Drehbrücke\n\nfür Radfahrer offen zu halten.\n\nSo ging es aus.',
      [
        'Rat behält die Brücke',
        'Der Rat von Tarnbach hat am Montagabend beschlossen, die alte Drehbrücke für Radfahrer offen zu halten.',
        'So ging es aus.',
      ],
    ],
    [
      'line by line, with a mark behind a name',
      'Montreal suprime el peaje\n\nEl pleno de\nMontreal\ndecidió el martes suprimir el peaje del\nviejo puente\n, anunció el ayuntamiento.\nAsí fue.',
      [
        'Montreal suprime el peaje',
        'El pleno de Montreal decidió el martes suprimir el peaje del viejo puente, anunció el ayuntamiento.',
        'Así fue.',
      ],
    ],
    [
      'before a capital, by the space that was kept there',
      'The mayor of Tarnbrook \nsaid\n Elm Street would stay open, and \nthe council\n Thursday agreed.\n\nWork began at once.\n\nIt went well.\n\nNo one objected.\n\nThe bridge is next.',
      [
        'The mayor of Tarnbrook said Elm Street would stay open, and the council Thursday agreed.',
        'Work began at once.',
        'It went well.',
        'No one objected.',
        'The bridge is next.',
      ],
    ],
    [
      'at a link whose words were lost',
      'A disappearing\n, a parade, and the start of summer make June a month for walkers of the quay.\n\nThe study was led by\nTarnbrook University\n’s Centre for Cranes (\n) and the board said so in\nCranes and Quays\n\nIt rained.',
      [
        'A disappearing, a parade, and the start of summer make June a month for walkers of the quay.',
        'The study was led by Tarnbrook University’s Centre for Cranes () and the board said so in',
        'Cranes and Quays',
        'It rained.',
      ],
    ],
    [
      'bylines behind their first word',
      'By\nGreta Holm\n\nThe council said so.\n\nAutor:\n\nJan Petersen\n\nSo ging es aus.',
      ['By Greta Holm', 'The council said so.', 'Autor: Jan Petersen', 'So ging es aus.'],
    ],
    [
      'bylines of several names',
      'By\nGreta Holm\n,\nJan Petersen\nand\nIda Brandt\n\nThe council said so.\n\nVon Jan Petersen\nund\nIda Brandt\n\nSo ging es aus.',
      [
        'By Greta Holm, Jan Petersen and Ida Brandt',
        'The council said so.',
        'Von Jan Petersen und Ida Brandt',
        'So ging es aus.',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });
});

describe('other lines stay apart', () => {
  test.each([
    ['a menu in lower case', 'home\nnews\nsport\nculture and life'],
    ['a heading above a sentence', 'What comes next\n\nThe council said so.'],
    ['one joint, which may be a slip', 'The mayor of Tarnbrook\n\nsaid so on Monday.'],
    [
      'lines of verse',
      'A song for the bridge:\n\nover the water\nunder the sky\nthe barges go by.',
    ],
    ['a short word above a sentence', 'By\n\nThe council said so.'],
    [
      'lines that all keep a space',
      'Tarnbrook \nElm Street \nThe old mill \nThe council said so. ',
    ],
    ['items', '- the bridge of\n- the town of\n- , which was.'],
  ])('%s', (_, text) => {
    expect(textsOf(text)).toEqual(text.split('\n').flatMap((line) => line.trim() || []));
  });
});

describe('an initial on a line of its own', () => {
  const end = 'open-air pool welcomed swimmers again on Saturday morning, nine years later.';
  test.each([
    ['T', `he ${end}`, `The ${end}`],
    ['I', `n May the ${end}`, `In May the ${end}`],
    ['A', `new ${end}`, `A new ${end}`],
    ['“W', `e said the ${end}`, `“We said the ${end}`],
  ])('%s goes with its word', (initial, text, expected) => {
    expect(textsOf(`${initial}\n\n${text}\n\nIt rained.`)).toEqual([expected, 'It rained.']);
  });

  test('stays apart from a capital', () => {
    expect(textsOf(`T\n\nThe ${end}`)).toEqual(['T', `The ${end}`]);
  });
});
