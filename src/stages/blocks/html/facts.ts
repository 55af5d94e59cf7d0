import type { Warning } from '../../../contract/article.ts';
import type { Fact } from '../../../document/document.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';

import { jsonLdFacts } from './json-ld.ts';
import { inComments, markedFact } from './marked-facts.ts';
import { scriptDates } from './script-dates.ts';

const WHITE = /\s+/g;
const MAX_VALUE_LENGTH = 20_000;
const MAX_MARKED = 200;
/** Facts that make a look into the other scripts of a page idle. */
const DATED = new Set(['datePublished', 'article:published_time', 'datepublished', 'date']);

/** Collects facts from attributes and JSON-LD while a page is walked. */
export interface Facts {
  visit(node: TreeNode): void;
  found(): readonly Fact[];
  readonly warnings: readonly Warning[];
}

/** The text of a script; in SVG it may be parted by comments. */
function textOf(script: TreeNode): string {
  let text = '';
  for (let child = script.firstChild; child !== null; child = child.nextSibling) {
    text += child.value;
  }
  return text;
}

/** Makes an empty collection. */
export function createFacts(): Facts {
  const facts: Fact[] = [];
  const warnings: Warning[] = [];
  const others: string[] = [];
  let scripts = 0;
  let marked = 0;
  const add = (name: string, from: string, value: string | null, type?: string) => {
    const text = value?.slice(0, MAX_VALUE_LENGTH).replace(WHITE, ' ').trim();
    if (text) facts.push({ from, name, value: text, ...(type ? { type } : {}) });
  };
  const visitors: Readonly<Record<string, (node: TreeNode) => void>> = {
    html: (node) =>
      add('lang', 'html[lang]', attribute(node, 'lang') ?? attribute(node, 'xml:lang')),
    meta: (node) => {
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = attribute(node, key)?.trim().toLowerCase();
        if (name) add(name, `meta[${key}="${name}"]`, attribute(node, 'content'));
      }
    },
    link: (node) => {
      const rel = attribute(node, 'rel')?.toLowerCase();
      if (rel === 'canonical') add('canonical', 'link[rel="canonical"]', attribute(node, 'href'));
    },
    time: (node) => {
      if (inComments(node)) return;
      const words = `${attribute(node, 'itemprop') ?? ''} ${attribute(node, 'class') ?? ''}`;
      add('time', 'time[datetime]', attribute(node, 'datetime'), words.toLowerCase().trim());
    },
    script: (node) => {
      const text = textOf(node);
      if (!attribute(node, 'type')?.toLowerCase().startsWith('application/ld+json')) {
        others.push(text);
        return;
      }
      const pointer = `json-ld[${scripts++}]`;
      const read = jsonLdFacts(text, pointer);
      if (read) for (const fact of read) add(fact.name, fact.from, fact.value, fact.type);
      else warnings.push({ code: 'structured-data', message: `${pointer} is not valid JSON` });
    },
  };
  return {
    visit(node) {
      if (Object.hasOwn(visitors, node.tagName)) visitors[node.tagName]!(node);
      const fact = marked < MAX_MARKED ? markedFact(node) : null;
      if (!fact) return;
      marked++;
      add(fact.name, node.tagName, fact.value, fact.type);
    },
    found: () =>
      facts.some((f) => DATED.has(f.name)) ? facts : [...facts, ...scriptDates(others)],
    warnings,
  };
}
