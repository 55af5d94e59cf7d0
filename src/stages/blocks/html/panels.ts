import { attribute, type TreeNode } from '../../../document/tree.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { labelOfPhrase } from '../../../recognize/phrases/index.ts';
import { endsSentence, weightOf } from '../../../text/shape.ts';
import { keyOf } from '../../../text/tokens.ts';
import { headingLevel } from '../../parse/tags.ts';
import { besideElement, nodeBehind, textStart } from './node-text.ts';

const isPanel = namesPart('panel');
const isNoPanel = namesPart('no-panel');
const isClampDots = namesPart('clamp-dots');
const DOTS = /^(?:…|\.{3})$/u;
/** Roles and tags of what speaks to the reader of something else than the article (WAI-ARIA). */
const NO_PANEL_ROLES =
  /^(?:dialog|alertdialog|alert|status|log|tooltip|menu|navigation|banner|search)$/;
const NO_PANEL_TAGS: ReadonlySet<string> = new Set([
  'dialog',
  'nav',
  'footer',
  'form',
  'menu',
  'span',
]);
/** `Line.weight` units: a sentence, not a name or a button. */
const MIN_SENTENCE = 40;
/** UTF-16 units of a panel's text that are read. */
const READ = 400;
/** UTF-16 units; questions and headings are shorter. Set by hand. */
const MAX_OPENER = 160;
/** Nodes inside the element that are looked at. */
const MOST_NODES = 80;
/** UTF-16 units; words of a button are fewer. Set by hand. */
const MAX_BUTTON = 40;
/** Paragraphs behind the element that are looked at, so that many of them cost no quadratic time. */
const MOST_PARAGRAPHS = 20;
const QUESTION = /[?？؟]$/u;
const NAMES_TOGGLE = /toggle|accordion|collaps|expand/;
/** Addresses of links that a script answers. */
const NO_ADDRESS = /^(?:#|javascript:|$)/i;
/** Elements upwards that are asked whether they are a dialog or a menu. */
const HIGHEST = 6;

/**
 * Whether an element that is hidden is hidden for a reader's click only: a panel of an accordion or a tab, the answer
 * to a question, the text behind "read more". It holds sentences, and its name, or what stands before it, says so.
 */
export function isOpenable(node: TreeNode, words: string): boolean {
  if (isElsewhere(node, words) || !holdsSentences(node)) return false;
  return isPanel(words) || attribute(node, 'aria-labelledby') !== null || hasOpener(node);
}

/** The rest of a text behind an element that holds dots, which a script shows in its place; null where it holds others. */
export function restBehind(node: TreeNode, words: string): TreeNode | null {
  if (words === '' || !isClampDots(words) || !DOTS.test(textStart(node, MAX_BUTTON))) return null;
  return besideElement(node, 'behind');
}

/** Whether a button opens what stands behind it, as the heading of an accordion's panel does. */
export function isPanelOpener(node: TreeNode, words: string): boolean {
  if (node.tagName !== 'button') return false;
  const states = attribute(node, 'aria-expanded') ?? attribute(node, 'aria-controls');
  if (states === null && !isPanel(words)) return false;
  const text = textStart(node, MAX_OPENER);
  if (text === '' || text.length >= MAX_OPENER || isNoPanel(words)) return false;
  const panel = besideElement(node, 'behind') ?? onlyIn(node);
  return panel !== null && !isElsewhere(panel, namesOf(panel)) && holdsSentences(panel);
}

/** What stands behind the element that holds nothing but this button. */
function onlyIn({ parentNode, previousSibling, nextSibling }: TreeNode): TreeNode | null {
  const alone = isBlank(previousSibling) && isBlank(nextSibling);
  return alone && parentNode?.kind === 'element' ? besideElement(parentNode, 'behind') : null;
}

function isBlank(node: TreeNode | null): boolean {
  return node === null || (node.kind === 'text' && node.value.trim() === '');
}

/** What opens the element stands right before it, or right behind it and what is hidden with it. */
function hasOpener(node: TreeNode): boolean {
  const before = besideElement(node, 'before');
  if (before !== null && (opens(before) || asks(before))) return true;
  const behind = behindAlike(node);
  return behind !== null && followsText(node) && opens(behind) && saysMore(behind);
}

/** A button, a link that is one, or an element that holds one. */
function opens(node: TreeNode): boolean {
  if (isButton(node) || node.tagName === 'dt') return true;
  const { tagName } = node;
  if (headingLevel(tagName) === 0 && tagName !== 'div' && tagName !== 'p') return false;
  const inner = node.firstChild;
  const first = inner?.kind === 'text' && isBlank(inner) ? inner.nextSibling : inner;
  return first?.kind === 'element' && isButton(first) && (tagName !== 'p' || saysMore(node));
}

/** A heading that asks, or is named after what it opens. */
function asks(node: TreeNode): boolean {
  if (headingLevel(node.tagName) === 0) return false;
  return QUESTION.test(textStart(node, MAX_OPENER)) || NAMES_TOGGLE.test(namesOf(node));
}

/** A button, or a link to no other page that says so by its words. */
function isButton(node: TreeNode): boolean {
  if (node.tagName === 'button' || attribute(node, 'role') === 'button') return true;
  if (attribute(node, 'aria-expanded') !== null) return true;
  if (node.tagName !== 'a' && node.tagName !== 'span') return false;
  return NO_ADDRESS.test(attribute(node, 'href') ?? '') && saysMore(node);
}

/** Whether an element says `Continue reading` or the like, and no more. */
function saysMore(node: TreeNode): boolean {
  const text = textStart(node, MAX_BUTTON);
  return text.length < MAX_BUTTON && labelOfPhrase(keyOf(text)) === 'read-more';
}

/** The element behind this one and behind its like: paragraphs may be hidden one by one. */
function behindAlike(node: TreeNode): TreeNode | null {
  let at = besideElement(node, 'behind');
  if (node.tagName !== 'p') return at;
  for (let i = 0; at?.tagName === 'p' && !opens(at) && i < MOST_PARAGRAPHS; i++)
    at = besideElement(at, 'behind');
  return at;
}

/** Whether a paragraph stands right before the element, which may go on with it. */
function followsText(node: TreeNode): boolean {
  const before = besideElement(node, 'before');
  if (before === null) return false;
  return isText(before) || (before.tagName === 'div' && holdsSentences(before));
}

function namesOf(node: TreeNode): string {
  return `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`.toLowerCase();
}

/** A dialog, a menu, a notice, a form, or a part of one. */
function isElsewhere(node: TreeNode, words: string): boolean {
  if (isNoPanel(words)) return true;
  let at: TreeNode | null = node;
  for (let i = 0; at?.kind === 'element' && i < HIGHEST; i++, at = at.parentNode) {
    if (NO_PANEL_TAGS.has(at.tagName)) return true;
    if (attribute(at, 'aria-live') !== null || attribute(at, 'aria-modal') !== null) return true;
    if (NO_PANEL_ROLES.test(attribute(at, 'role') ?? '')) return true;
    if (i > 0 && isNoPanel(namesOf(at))) return true;
    if (at.tagName === 'article' || at.tagName === 'main') return false;
  }
  return false;
}

/** A sentence of its own, which is no link. */
function holdsSentences(node: TreeNode): boolean {
  let at = node.firstChild;
  for (let i = 0; at !== null && i < MOST_NODES; i++) {
    const skipped = at.kind === 'element' && (at.tagName === 'a' || at.tagName === 'button');
    if (at.kind === 'element' && isText(at)) {
      const text = textStart(at, READ);
      if (weightOf(text) >= MIN_SENTENCE && endsOrGoesOn(text)) return true;
    }
    if (at.kind === 'text' && weightOf(at.value) >= MIN_SENTENCE && endsOrGoesOn(at.value))
      return true;
    at = (skipped ? null : at.firstChild) ?? nodeBehind(at, node);
  }
  return false;
}

function isText({ tagName }: TreeNode): boolean {
  return tagName === 'p' || tagName === 'li' || tagName === 'dd';
}

function endsOrGoesOn(text: string): boolean {
  return endsSentence(text.trim()) || text.length >= READ;
}
