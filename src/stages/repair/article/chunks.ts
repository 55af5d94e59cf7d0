import type { Edit } from '../../../document/document.ts';

/** UTF-16 units that one search runs over at most: some pages of text. Longer texts are cut. */
export const LONGEST = 1 << 15;
const BREAK = /[\n ]/;

/** The offsets at which a long text is cut, so that no search runs over more than some pages; 0 is the first. */
function cutsOf(text: string): number[] {
  const cuts = [0];
  for (let at = 0; text.length - at > LONGEST; ) {
    let cut = at + LONGEST;
    while (cut > at + LONGEST / 2 && !BREAK.test(text[cut - 1]!)) cut--;
    if (cut === at + LONGEST / 2) cut = at + LONGEST;
    const low = text.charCodeAt(cut);
    if (low >= 0xdc00 && low < 0xe000) cut--;
    cuts.push(cut);
    at = cut;
  }
  return cuts;
}

/** Repairs long texts part by part; the parts are evidence for each other as texts are. */
export function inChunks(
  texts: readonly string[],
  repairAll: (texts: readonly string[]) => readonly (readonly Edit[])[],
): readonly (readonly Edit[])[] {
  if (texts.every((text) => text.length <= LONGEST)) return repairAll(texts);
  const cuts = texts.map(cutsOf);
  const parts = texts.flatMap((text, i) =>
    cuts[i]!.map((cut, k) => text.slice(cut, cuts[i]![k + 1])),
  );
  const found = repairAll(parts);
  let at = 0;
  return cuts.map((list) =>
    list.flatMap((cut) => found[at++]!.map((edit) => ({ ...edit, offset: edit.offset + cut }))),
  );
}
