import type { Warning } from '../../../contract/article.ts';
import type { Fact } from '../../../document/document.ts';
import { createFact } from '../../../document/facts.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';
import { detached } from '../../../text/detached.ts';
import { jsonLdFacts } from './json-ld.ts';
import { inComments, markedFact } from './marked-facts.ts';
import { scriptDates } from './script-dates.ts';

/** White space of HTML; a no-break space may be half of a letter whose bytes were misread, and is left to later stages. */
const WHITE = /[ \t\n\v\f\r]+/g;
const EDGES = /^ | $/g;
/** UTF-16 units; longer than any headline or name, and an `articleBody` is only compared by its beginning. Set by hand. */
const MAX_VALUE_LENGTH = 20_000;
/** Elements of a page that markup calls author or date; lists of articles have more, and tell nothing. Set by hand. */
const MAX_MARKED = 200;
/** Facts that make a look into the other scripts of a page idle. */
const DATED = new Set(['datePublished', 'article:published_time', 'datepublished', 'date']);

/** What a meta element may name its content by, each a fact of its own. */
const META_KEYS = ['property', 'name', 'itemprop', 'http-equiv'] as const;

/** Collects facts from attributes and JSON-LD while a page is walked; for one walk. */
export class Facts {
  readonly warnings: Warning[] = [];
  readonly #facts: Fact[] = [];
  /** Scripts that are no JSON-LD. */
  readonly #scripts: string[] = [];
  #structured = 0;
  #marked = 0;

  /** Takes what an element states. */
  visit(node: TreeNode): void {
    this.#stated(node);
    if (node.attrs.length === 0 && node.tagName !== 'time') return;
    const fact = this.#marked < MAX_MARKED ? markedFact(node) : null;
    if (fact === null) return;
    this.#marked += 1;
    this.#add(fact.name, node.tagName, fact.value, fact.type);
  }

  /** All facts, in the order of the page; where none is a date, dates that scripts hold as well. */
  found(): readonly Fact[] {
    const facts = this.#facts;
    return facts.some(({ name }) => DATED.has(name))
      ? facts
      : [...facts, ...scriptDates(this.#scripts)];
  }

  #stated(node: TreeNode): void {
    switch (node.tagName) {
      case 'html': {
        const language = attribute(node, 'lang') ?? attribute(node, 'xml:lang');
        this.#add('lang', 'html[lang]', language, undefined);
        break;
      }
      case 'meta':
        this.#meta(node);
        break;
      case 'link':
        if (attribute(node, 'rel')?.toLowerCase() !== 'canonical') break;
        this.#add('canonical', 'link[rel="canonical"]', attribute(node, 'href'), undefined);
        break;
      case 'time':
        this.#time(node);
        break;
      case 'script':
        this.#script(node);
        break;
    }
  }

  #meta(node: TreeNode): void {
    for (const key of META_KEYS) {
      const name = attribute(node, key)?.trim().toLowerCase();
      if (name) this.#add(name, `meta[${key}="${name}"]`, attribute(node, 'content'), undefined);
    }
  }

  #time(node: TreeNode): void {
    if (inComments(node)) return;
    const words = `${attribute(node, 'itemprop') ?? ''} ${attribute(node, 'class') ?? ''}`;
    const type = words.toLowerCase().trim();
    this.#add('time', 'time[datetime]', attribute(node, 'datetime'), type);
  }

  #script(node: TreeNode): void {
    const text = scriptText(node);
    if (!attribute(node, 'type')?.toLowerCase().startsWith('application/ld+json')) {
      this.#scripts.push(text);
      return;
    }
    const pointer = `json-ld[${this.#structured}]`;
    this.#structured += 1;
    const read = jsonLdFacts(text, pointer);
    if (read) for (const fact of read) this.#add(fact.name, fact.from, fact.value, fact.type);
    else {
      this.warnings.push({ code: 'structured-data', message: `${pointer} is not valid JSON` });
    }
  }

  #add(name: string, from: string, value: string | null, type: string | undefined): void {
    const text = value?.slice(0, MAX_VALUE_LENGTH).replace(WHITE, ' ').replace(EDGES, '');
    if (text?.trim()) this.#facts.push(createFact(from, name, detached(text), type || undefined));
  }
}

/** The text of a script; in SVG it may be parted by comments. */
function scriptText(script: TreeNode): string {
  let text = '';
  for (let child = script.firstChild; child !== null; child = child.nextSibling) {
    text += child.value;
  }
  return text;
}
