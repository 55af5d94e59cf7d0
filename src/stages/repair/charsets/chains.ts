import { LEGACY_LAYER, ONE_MORE_LAYER, ONE_MORE_LEGACY_LAYER, UTF8_READ_AS } from '../costs.ts';
import type { Chain } from '../hypothesis.ts';

/** Legacy bytes read as another legacy charset: `[was, readAs…]`. */
const LEGACY: readonly (readonly string[])[] = [
  [
    'windows-1252',
    'iso-8859-1',
    'windows-1250',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'cp437',
    'cp850',
    'macintosh',
  ],
  ['windows-1250', 'windows-1252', 'iso-8859-1', 'iso-8859-2'],
  [
    'windows-1251',
    'western',
    'windows-1250',
    'cp866',
    'koi8-r',
    'iso-8859-5',
    'x-mac-cyrillic',
    'macintosh',
  ],
  ['windows-1253', 'western'],
  ['windows-1254', 'windows-1252'],
  ['windows-1255', 'western'],
  ['windows-1256', 'western'],
  ['windows-1257', 'western'],
  ['windows-1258', 'windows-1252'],
  ['windows-874', 'western'],
  ['iso-8859-2', 'windows-1250', 'western'],
  ['iso-8859-5', 'windows-1251', 'koi8-r', 'cp866', 'western'],
  ['iso-8859-7', 'western'],
  ['iso-8859-9', 'iso-8859-1'],
  ['iso-8859-15', 'western'],
  ['cp437', 'western'],
  ['cp850', 'western'],
  ['cp852', 'windows-1250', 'windows-1252'],
  ['cp866', 'windows-1251', 'koi8-r', 'iso-8859-5', 'western'],
  ['koi8-r', 'windows-1251', 'cp866', 'iso-8859-5', 'western'],
  ['x-mac-ce', 'windows-1250'],
  ['x-mac-cyrillic', 'windows-1251'],
  ['macintosh', 'western'],
  ['big5', 'western', 'gbk'],
  ['gbk', 'western', 'windows-1250', 'windows-1251', 'iso-8859-15', 'macintosh', 'big5'],
  ['euc-kr', 'western', 'gbk'],
  ['euc-jp', 'western', 'shift_jis'],
  ['shift_jis', 'western', 'cp850', 'gbk'],
];

/** Every single layer: UTF-8 read as something, then legacy bytes read as something else. */
export const LAYERS: readonly Chain[] = [
  ...UTF8_READ_AS.map(([readAs, cost]) => layer('utf-8', readAs, cost)),
  ...LEGACY.flatMap(([was, ...readAs]) => readAs.map((r) => layer(was!, r, LEGACY_LAYER))),
];

/** No damage. */
export const NO_LAYERS: Chain = { links: [], key: '', cost: 0 };

function layer(was: string, readAs: string, cost: number): Chain {
  return { links: [{ was, readAs }], key: `${was}>${readAs}`, cost };
}

/** A chain with one more layer inside it. */
export function withLayer(chain: Chain, last: Chain): Chain {
  if (chain.links.length === 0) return last;
  const more = last.links[0]!.was === 'utf-8' ? ONE_MORE_LAYER : ONE_MORE_LEGACY_LAYER;
  return {
    links: [...chain.links, ...last.links],
    key: `${chain.key} ${last.key}`,
    cost: chain.cost + last.cost + more,
  };
}
