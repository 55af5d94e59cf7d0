import type { Block } from '../../../document/document.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { endsSentence, wordsOf } from '../../read/shape.ts';
import { iconNames } from '../phrases/icons.ts';
import type { PhraseMatcher } from '../phrases/index.ts';
import { type Verdict, verdict } from '../verdict.ts';
import { CRUMB_SEPARATOR } from './crumbs.ts';
import { linkLineVerdict } from './link-line.ts';

const PHRASE_CERTAINTY = 0.95;
const GAP_CERTAINTY = 0.85;

const COPYRIGHT = /^(?:©|\(c\)\s)|©\s*\d{4}|\d{4}\s*©|^copyright\b[^.]{0,80}(?:\d{4}|all rights)/i;
const MAX_COPYRIGHT_LENGTH = 300;
const MAX_CREDIT_LENGTH = 80;
const MAX_BREADCRUMB_LENGTH = 200;
const COLON = /[:：]/;
const TAG_LINE = /^([^:：]{2,30})[:：]\s*\S/;
const MAX_SHARE_BAR_LENGTH = 160;
// RFC 5321 lets an address have 254 characters.
const MAX_ADDRESS_LENGTH = 254;
const MAIL_ONLY = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
const LINK_ONLY = /^(?:https?:\/\/|www\.)\S+$/i;

/** Judges a block by its text alone: phrases of sites and their software, copyright lines, bare addresses. */
export function lineVerdict(
  block: Block,
  phrases: PhraseMatcher,
  vocabulary: Vocabulary,
): Verdict | null {
  const { text } = block.copy;
  const icon = iconNames(text)[0];
  const phrase = (icon?.start === 0 ? phrases(text.slice(icon.end)) : null) ?? phrases(text);
  if (phrase) {
    const certainty = phrase.rule === 'phrase' ? PHRASE_CERTAINTY : GAP_CERTAINTY;
    return verdict(phrase.label, phrase.rule, certainty);
  }
  if (text.length <= MAX_COPYRIGHT_LENGTH && COPYRIGHT.test(text)) {
    return verdict('copyright', 'copyright-sign', 0.9);
  }
  if (isBreadcrumb(text, phrases)) return verdict('breadcrumb', 'line-of-crumbs', 0.9);
  const tagged = TAG_LINE.exec(text);
  if (tagged && phrases(tagged[1]!)?.label === 'tags') return verdict('tags', 'tag-line', 0.85);
  if (tagged && text.length <= MAX_CREDIT_LENGTH && vocabulary.isRole(tagged[1]!)) {
    return verdict('credit', 'role-line', 0.7);
  }
  if (isShareBar(text, vocabulary)) return verdict('social', 'names-of-networks', 0.9);
  const links = linkLineVerdict(text, phrases, vocabulary);
  if (links) return links;
  if (text.length <= MAX_ADDRESS_LENGTH && MAIL_ONLY.test(text))
    return verdict('author-bio', 'mail-address', 0.7);
  if (LINK_ONLY.test(text)) return verdict('read-more', 'bare-link', 0.6);
  return null;
}

/** `Share: Facebook | WhatsApp | Copy link`: little besides names of networks. */
function isShareBar(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > MAX_SHARE_BAR_LENGTH || endsSentence(text)) return false;
  const networks = vocabulary.networksIn(text);
  return networks >= 2 && wordsOf(text).length <= networks * 3 + 2;
}

/** `Home > World > Asia`, perhaps with words such as `You are here:` before it. */
function isBreadcrumb(text: string, phrases: PhraseMatcher): boolean {
  if (text.length > MAX_BREADCRUMB_LENGTH) return false;
  const crumbs = text.split(CRUMB_SEPARATOR);
  if (crumbs.length < 2) return false;
  const home = crumbs[0]!.split(COLON).at(-1)!;
  const label = phrases(home)?.label;
  return label === 'navigation' || label === 'breadcrumb';
}
