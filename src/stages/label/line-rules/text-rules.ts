import type { Label } from '../../../contract/labels.ts';
import type { Role } from '../../../document/document.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { isBrowserMark } from '../../../recognize/browser-marks.ts';
import type { PhraseMatcher } from '../../../recognize/phrases/index.ts';
import { CRUMB_SEPARATOR, HAS_CRUMB_SEPARATOR } from '../../../recognize/separators.ts';
import { isCaptionShortcode, isShortcodeLine } from '../../../recognize/shortcodes.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { endsSentence } from '../../../text/shape.ts';
import { keyOf } from '../../../text/tokens.ts';
import { isCopyrightLine } from '../../read/copyright.ts';
import type { Line } from '../../read/line.ts';
import type { Reading } from '../../read/reading.ts';
import { agencyLineVerdict } from './agency-line.ts';
import { calledLineVerdict } from './called-line.ts';
import { labelledLinkVerdict } from './labelled-link.ts';
import { linkLineVerdict } from './link-line.ts';
import { phraseRowVerdict } from './phrase-row.ts';

// In UTF-16 units, set by hand on the open benchmark's texts: longer lines are prose.
const MAX_CREDIT_LENGTH = 80;
const MAX_BREADCRUMB_LENGTH = 200;
const COLON = /[:：]/;
const TAG_LINE = /^([^:：]{2,30})[:：]\s*\S/;
const HASH = /^[#＃]/u;
/** Nothing but hashtags, two at least: one may be a heading. `#election #results`. */
const HASHTAGS = /^(?:[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+[\s,]*){2,}$/u;
const MAX_SHARE_BAR_LENGTH = 160;
// RFC 5321 lets an address have 254 characters.
const MAX_ADDRESS_LENGTH = 254;
const MAIL_ONLY = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
/** Parts of a breadcrumb that begins at a section; set by hand. */
const MIN_CRUMBS = 3;
const BARE_LINK = /[(<[]?https?:\/\/[^\s)>\]]+[)>\]]?/gi;
/** Longer lines are prose with a link in it. */
const MAX_LINKED_LENGTH = 250;
const LINK_ONLY = /^(?:https?:\/\/|www\.)\S+$/i;

/** What the text's own format says of a line, as a label. */
const LABEL_OF_ROLE = {
  subtitle: 'subtitle',
  byline: 'byline',
  date: 'date',
  section: 'section',
  field: 'site-template',
  caption: 'caption',
  signature: 'author-bio',
} as const satisfies Readonly<Record<Exclude<Role, 'title'>, Label>>;

/** What a line is by its text alone: phrases of sites and their software, copyright lines, bare addresses. */
export function textVerdict(line: Line): Verdict | null {
  const { text } = line;
  const { role } = line.block;
  if (role !== null && role !== 'title') return verdict(LABEL_OF_ROLE[role], 'stated');
  const { vocabulary } = line.reading;
  const phrase = phraseOf(line);
  if (phrase) return verdict(phrase.label, phrase.rule);
  const pointer = labelledLinkVerdict(line) ?? calledLineVerdict(line);
  if (pointer) return pointer;
  const software = softwareVerdict(text);
  if (software) return software;
  if (isCopyrightLine(text)) return verdict('copyright', 'copyright-sign');
  if (isBreadcrumb(text, line.reading)) return verdict('breadcrumb', 'line-of-crumbs');
  const tagged = taggedVerdict(text, line.reading);
  if (tagged) return tagged;
  const credit = agencyLineVerdict(line);
  if (credit) return credit;
  if (isShareBar(line, vocabulary)) return verdict('social', 'names-of-networks');
  const links = phraseRowVerdict(line) ?? linkLineVerdict(line);
  // A date in parts between bars is no menu.
  if (links) return line.dateLine === null ? links : null;
  if (text.length <= MAX_ADDRESS_LENGTH && MAIL_ONLY.test(text))
    return verdict('author-bio', 'mail-address');
  if (LINK_ONLY.test(text)) return verdict('read-more', 'bare-link');
  return null;
}

/** Tags, and the work of others: what a word before a colon says, or hashtags. */
function taggedVerdict(text: string, { phrases, vocabulary }: Reading): Verdict | null {
  if (HASH.test(text) && HASHTAGS.test(text)) return verdict('tags', 'tag-line');
  const word = hasColon(text) ? TAG_LINE.exec(text)?.[1] : undefined;
  if (word === undefined) return null;
  if (phrases(word)?.label === 'tags') return verdict('tags', 'tag-line');
  const isCredit = text.length <= MAX_CREDIT_LENGTH && vocabulary.isRole(word);
  return isCredit ? verdict('credit', 'role-line') : null;
}

/** What a site's software or a terminal browser would have shown as something else. */
function softwareVerdict(text: string): Verdict | null {
  if (isCaptionShortcode(text)) return verdict('caption', 'shortcode');
  if (isBrowserMark(text)) return verdict('site-template', 'browser-mark');
  return isShortcodeLine(text) ? verdict('site-template', 'shortcode') : null;
}

/** The phrase that a line is, an icon before it and bare links in it left out. */
function phraseOf(line: Line): ReturnType<PhraseMatcher> {
  const { text, reading, icons } = line;
  const icon = icons[0];
  const behind = icon?.start === 0 ? reading.phrases(text.slice(icon.end)) : null;
  if (behind ?? line.phrase) return behind ?? line.phrase;
  const beside = besideLinks(text);
  return beside === null ? null : reading.phrases(beside);
}

/** What a short line says beside its bare links, as mails and dumps print them; null where it has none, or nothing else. */
function besideLinks(text: string): string | null {
  if (text.length > MAX_LINKED_LENGTH || !text.includes('://')) return null;
  const rest = text.replace(BARE_LINK, ' ').trim();
  return rest === '' ? null : rest;
}

/** Most lines have none. */
function hasColon(text: string): boolean {
  return text.includes(':') || text.includes('：');
}

/** `Share: Facebook | WhatsApp | Copy link`: little besides names of networks. */
function isShareBar(line: Line, vocabulary: Vocabulary): boolean {
  const { text } = line;
  if (text.length > MAX_SHARE_BAR_LENGTH || line.endsSentence) return false;
  const networks = vocabulary.networksIn(line.key);
  return networks >= 2 && line.words <= networks * 3 + 2;
}

/** `Home > World > Asia`, perhaps with words such as `You are here:` before it. */
function isBreadcrumb(text: string, { phrases, vocabulary }: Reading): boolean {
  if (text.length > MAX_BREADCRUMB_LENGTH || !HAS_CRUMB_SEPARATOR.test(text)) return false;
  const crumbs = text.split(CRUMB_SEPARATOR);
  if (crumbs.length < 2) return false;
  const home = crumbs[0]!.split(COLON).at(-1)!;
  const label = phrases(home)?.label;
  if (label === 'navigation' || label === 'breadcrumb') return true;
  const isSection = crumbs.length >= MIN_CRUMBS && vocabulary.isSectionKey(keyOf(home));
  return isSection && !endsSentence(text);
}
