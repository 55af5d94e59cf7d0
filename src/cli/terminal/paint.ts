/** Colours by meaning. */
export interface Paint {
  readonly kept: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly changed: (text: string) => string;
  readonly faint: (text: string) => string;
}

const ESCAPE = '\u001b[';

/** Colours for a terminal that shows them; plain text for everything else. */
export function createPaint(colour: boolean): Paint {
  const colored =
    (code: number) =>
    (text: string): string =>
      colour && text !== '' ? `${ESCAPE}${code}m${text}${ESCAPE}0m` : text;
  return { kept: colored(32), removed: colored(31), changed: colored(33), faint: colored(2) };
}
