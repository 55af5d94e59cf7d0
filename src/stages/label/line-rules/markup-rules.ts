import type { RemovedLabel } from '../../../contract/labels.ts';
import type { Block, Element } from '../../../document/document.ts';
import { COMMENTS } from '../../../document/label-sets.ts';
import { TAGS, type TellingTag } from '../../../document/rules.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { labelOfNames, namesPart } from '../../../recognize/class-names.ts';
import type { ProseShare } from '../layout/containers.ts';

// Set by hand on the open benchmark's pages: how many elements up a name is looked for, and the share of the page's
// prose, 0 to 1, above which a name is not believed.
const MAX_ANCESTORS = 12;
const MAX_BOILERPLATE_SHARE = 0.4;
const MAX_COMMENTS_SHARE = 0.75;

const isPullQuote = namesPart('pull-quote');

/** Finds the part of a page that a block belongs to, by tags and names around it. */
type MarkupRules = (block: Block) => Verdict | null;

/**
 * Makes the rules by markup for one page. An element that holds a large share of the page's prose is no boilerplate, whatever
 * its name; comments may hold more than the article does.
 */
export function createMarkupRules(shareOf: ProseShare): MarkupRules {
  // A page has the same names on many elements.
  const byNames = new Map<string, RemovedLabel | null>();
  const seen = new Map<Element, Verdict | null>();
  return (block) => {
    let element = block.context.element;
    for (let i = 0; element && i < MAX_ANCESTORS; i++, element = element.parent) {
      let found = seen.get(element);
      if (found === undefined) {
        found = ofElement(element, byNames);
        seen.set(element, found);
      }
      const share = shareOf(element);
      const limit = found && COMMENTS.has(found.label) ? MAX_COMMENTS_SHARE : MAX_BOILERPLATE_SHARE;
      if (found && share <= limit) return found;
      if (share > MAX_BOILERPLATE_SHARE) return null;
    }
    return null;
  };
}

function ofElement(element: Element, byNames: Map<string, RemovedLabel | null>): Verdict | null {
  const { tag, words } = element;
  if (isPullQuote(words)) return null;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'h1') return null;
  const named = words === '' ? null : labelNamed(words, byNames);
  if (named) return verdict(named, `name:${named}`);
  return isTelling(tag) ? verdict(TAGS[tag].label, `tag:${tag}`) : null;
}

/** The label that class names stand for, or null. */
function labelNamed(words: string, byNames: Map<string, RemovedLabel | null>): RemovedLabel | null {
  let label = byNames.get(words);
  if (label === undefined) {
    label = labelOfNames(words);
    byNames.set(words, label);
  }
  return label;
}

function isTelling(tag: string): tag is TellingTag {
  return Object.hasOwn(TAGS, tag);
}
