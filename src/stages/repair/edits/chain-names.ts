import type { ChainLink } from '../../../document/document.ts';

/** The rule that an edit is entered under, by the layers that it undoes. */
export function ruleOf(links: readonly ChainLink[]): string {
  if (links.at(-1)!.was !== 'utf-8') return 'legacy';
  return links.length > 1 ? 'utf-8-layers' : 'utf-8';
}

/** A chain's links for a stretch of a text, with the one charset named where several that agree are tried as one. */
export type LinkNamer = (text: string, from: number, to: number) => readonly ChainLink[];

/** Makes what names the links of a chain. */
export function linkNamer(links: readonly ChainLink[]): LinkNamer {
  if (links.every(({ readAs }) => readAs !== 'western')) return () => links;
  const [latin1, latin5, usual] = ['iso-8859-1', 'windows-1254', 'windows-1252'].map((western) =>
    links.map(({ was, readAs }) => ({ was, readAs: readAs === 'western' ? western : readAs })),
  );
  return (text, from, to) => {
    let found = latin1!;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (isTurkish(unit)) return latin5!;
      if (unit > 0xff) found = usual!;
    }
    return found;
  };
}

/** Ğ, ğ, İ, ı, Ş, ş: what windows-1254 has for Icelandic letters. */
function isTurkish(unit: number): boolean {
  return unit >= 0x11e && unit <= 0x15f && TURKISH.has(unit);
}

const TURKISH: ReadonlySet<number> = new Set([0x11e, 0x11f, 0x130, 0x131, 0x15e, 0x15f]);
