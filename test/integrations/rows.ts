import { BRIDGE, FERRY, marketReport, paragraphs, withDateline } from '../dedupe/stories.ts';

/** A page as rows give it. */
export interface InventedRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly date: string;
}

const NAMES = ['Aasland', 'Brekke', 'Dahle', 'Eide', 'Fosse', 'Grini', 'Hovland', 'Isdal', 'Jarle'];
const WORKS = ['roof', 'tower', 'harbour wall', 'library', 'swimming hall', 'town square'];
const SITES = ['vestre.example', 'nordbladet.example', 'the-mill.example'];

/** Rows of which many are one, in variants as outlets print them, and others are templates or stand alone. */
export function someRows(count: number): InventedRow[] {
  return Array.from({ length: count }, (_, i) => {
    const day = 1 + (i % 27);
    return {
      id: `row ${String((i * 7) % count).padStart(3, '0')} \t"é𝄞`,
      title: i % 4 === 0 ? `The bridge of Halverstad is closed, part ${i % 8}` : `Story ${i}`,
      text: textOf(i),
      url: `https://${SITES[i % SITES.length]}/2024/06/${i}`,
      date: `2024-06-${String(day).padStart(2, '0')}`,
    };
  });
}

function textOf(i: number): string {
  switch (i % 6) {
    case 0:
      return i % 12 === 0
        ? withDateline(BRIDGE, 'HALVERSTAD (AFP) —')
        : `${BRIDGE}\n\n${closing(i)}`;
    case 1:
      return `${paragraphs(FERRY, 0, 3)}\n\n${closing(i)}`;
    case 2:
      return FERRY;
    case 3:
      return marketReport('Monday', `${900 + i}.5`, 'lower', NAMES[i % NAMES.length]!, `${i}`);
    default:
      return own(i);
  }
}

/** What an outlet adds to a story of a wire. */
function closing(i: number): string {
  return `Our reporter ${NAMES[i % NAMES.length]} spoke with neighbours at house ${i} who had seen it all.`;
}

/** A story that nobody else has. */
function own(i: number): string {
  const [name, other] = [NAMES[i % NAMES.length]!, NAMES[(i + 4) % NAMES.length]!];
  const work = WORKS[i % WORKS.length]!;
  return [
    `The ${work} of ${name} number ${i} is to be mended before winter, after ${i + 3} years of waiting.`,
    `"We asked ${other} for ${i * 17} crowns and were given ${i * 11}," said builder ${name}${i}, who lives in lane ${i}.`,
    `Work on the ${work} begins on day ${i} and takes ${i + 2} weeks; ${other}${i} and ${name}${i * 3} will lend ${i + 5} ladders.`,
  ].join('\n\n');
}
