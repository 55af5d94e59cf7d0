import { attribute, type TreeNode } from '../../../document/tree.ts';
import { type Literal, proseLiterals } from './literals.ts';
import { isMarkup } from './paragraphs.ts';

/** A body that a page keeps where readers without scripts do not see it. */
export interface FoundBody {
  readonly from: 'json-ld' | 'script' | 'noscript' | 'template';
  /** Its paragraphs, or one string of HTML. */
  readonly texts: readonly string[];
  /** The element that holds it. */
  readonly holder: TreeNode;
}

// UTF-16 units, set by hand: between two strings of one body, names of fields and short values stand; a body is longer
// than a teaser.
// Types of scripts that hold HTML for other scripts.
const HTML_TYPE = /^text\/(?:html|template|x-[\w-]*template|x-handlebars|ng-template)/i;
const MAX_GAP = 400;
const MIN_BODY = 300;
/** Share of the longest, 0 to 1: from here on a second body means that the data hold a list of articles. */
const RIVAL = 0.5;

/** The body that the page's JSON-LD states as `articleBody`; null where there is none or several. */
export function bodyInJsonLd(scripts: readonly TreeNode[]): FoundBody | null {
  const found = scripts.flatMap((holder) =>
    isJsonLd(holder)
      ? proseLiterals(textOf(holder), 'articleBody').map(({ value }) => ({ holder, value }))
      : [],
  );
  const values = new Set(found.map(({ value }) => value));
  const [first] = found;
  if (!first || values.size !== 1 || first.value.length < MIN_BODY) return null;
  return { from: 'json-ld', texts: [first.value], holder: first.holder };
}

/** The one long run of prose that the data of the page's framework hold; null where there is none or several. */
export function bodyInScripts(scripts: readonly TreeNode[]): FoundBody | null {
  const groups = scripts.flatMap((holder) =>
    listsOf(holder).map((texts): { holder: TreeNode; texts: string[] } => ({ holder, texts })),
  );
  const ranked = groups
    .map((group) => ({ ...group, length: lengthOf(group.texts) }))
    .sort((a, b) => b.length - a.length);
  const [best, ...others] = ranked;
  if (!best || best.length < MIN_BODY) return null;
  const own = new Set(best.texts);
  const isRival = others.some(
    ({ texts, length }) => length > best.length * RIVAL && !texts.some((text) => own.has(text)),
  );
  return isRival ? null : { from: 'script', texts: best.texts, holder: best.holder };
}

/** The bodies that a script may hold: strings that stand together, or markup that a script writes into the page. */
function listsOf(script: TreeNode): string[][] {
  if (isJsonLd(script)) return [];
  const text = textOf(script);
  const isHtml = HTML_TYPE.test(attribute(script, 'type') ?? '') && isMarkup(text);
  return isHtml ? [[text]] : groupsOf(proseLiterals(text, null));
}

function isJsonLd(script: TreeNode): boolean {
  return attribute(script, 'type')?.toLowerCase().startsWith('application/ld+json') === true;
}

/** Strings that stand near each other, each text once. */
function groupsOf(literals: readonly Literal[]): string[][] {
  const groups: string[][] = [];
  const seen = new Set<string>();
  let end = Number.NEGATIVE_INFINITY;
  for (const literal of literals) {
    const isNear = literal.start - end <= MAX_GAP;
    end = literal.end;
    if (seen.has(literal.value)) continue;
    seen.add(literal.value);
    if (isNear && groups.length > 0) groups.at(-1)!.push(literal.value);
    else groups.push([literal.value]);
  }
  return groups;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** The text of a script; in SVG it may be parted by comments. */
function textOf(script: TreeNode): string {
  let text = '';
  for (let child = script.firstChild; child !== null; child = child.nextSibling)
    text += child.value;
  return text;
}
