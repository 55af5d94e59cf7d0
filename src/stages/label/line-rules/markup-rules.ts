import type { RemovedLabel } from '../../../contract/labels.ts';
import type { Block, Element } from '../../../document/document.ts';
import { remembering } from '../../../text/memo.ts';
import type { ProseShare } from '../layout/containers.ts';
import { type Verdict, verdict } from '../verdict.ts';

const MAX_ANCESTORS = 12;
const NAME_CERTAINTY = 0.8;
const MAX_FURNITURE_SHARE = 0.4;
const MAX_COMMENTS_SHARE = 0.75;
const COMMENTS: ReadonlySet<string> = new Set(['comments', 'comment-form']);

const TAGS: Readonly<Record<string, { label: RemovedLabel; certainty: number }>> = {
  nav: { label: 'navigation', certainty: 0.95 },
  menu: { label: 'navigation', certainty: 0.8 },
  footer: { label: 'footer', certainty: 0.8 },
  noscript: { label: 'noscript', certainty: 0.9 },
  button: { label: 'site-template', certainty: 0.85 },
  select: { label: 'site-template', certainty: 0.95 },
  option: { label: 'site-template', certainty: 0.95 },
  textarea: { label: 'comment-form', certainty: 0.7 },
  label: { label: 'site-template', certainty: 0.8 },
  form: { label: 'site-template', certainty: 0.7 },
  dialog: { label: 'site-template', certainty: 0.8 },
  aside: { label: 'related', certainty: 0.6 },
  figcaption: { label: 'caption', certainty: 0.95 },
  video: { label: 'player', certainty: 0.9 },
  audio: { label: 'player', certainty: 0.9 },
  object: { label: 'player', certainty: 0.8 },
  svg: { label: 'icon-name', certainty: 0.9 },
};

// Words of class, id, role and itemprop attributes, as sites and their software name the parts of a page.
const NAMES: readonly { readonly name: RegExp; readonly label: RemovedLabel }[] = [
  { name: /material-(?:icons|symbols)|(?:^|[\s_-])(?:icon-?font|glyphicon)/, label: 'icon-name' },
  { name: /breadcrumb|crumbs|rubrik-?pfad/, label: 'breadcrumb' },
  {
    name: /cookie|(?:^|[\s_-])(?:consent|gdpr)|cmp[_-]|onetrust|didomi|(?:^|[\s_-])pdpa/,
    label: 'cookie-consent',
  },
  { name: /captcha/, label: 'captcha' },
  {
    name: /comment-?(?:form|reply|respond)|respond(?:\s|$)|write-?comment|add-?comment|commentform/,
    label: 'comment-form',
  },
  {
    name: /(?:^|[\s_-])comments?(?:[\s_-]|$)|commentlist|comments-?(?:area|list|section|wrap)|disqus|talkback|(?:^|[\s_-])komment|kommentar|commentaires?(?:[\s_-]|$)/,
    label: 'comments',
  },
  { name: /newsletter|mailing-?list|subscribe-?(?:form|box)|mc4wp|mailchimp/, label: 'newsletter' },
  {
    name: /paywall|subscription|subscribe|(?:^|[\s_-])abo-|piano-|meter-|premium-(?:box|wall)/,
    label: 'subscription',
  },
  { name: /(?:^|[\s_-])(?:login|signin|sign-in|logowanie)(?:[\s_-]|$)/, label: 'login' },
  {
    name: /(?:^|[\s_-])(?:share|sharing|social|addtoany|addthis|sharedaddy|follow-?us|compartir|teilen)(?:[\s_-]|$)|share-?(?:bar|box|button|links|tools)|social-?(?:bar|links|share|media|icons)/,
    label: 'social',
  },
  {
    name: /(?:^|[\s_-])(?:ad|ads|adv|advert|advertisement|adsense|adslot|banner|anzeige|werbung|publicidad|publicite|reklam|reklama)(?:[\s_-]|$)|google-?ad|dfp-|ad-?(?:container|slot|wrapper|unit)/,
    label: 'advertisement',
  },
  { name: /taboola|outbrain|sponsored|promoted|partner-?content|native-?ad/, label: 'sponsored' },
  {
    name: /related|recommend|read-?(?:more|also|next)|more-?(?:news|stories|from|articles)|most-?(?:read|popular|viewed)|trending|popular-?posts|see-?also|(?:^|[\s_-])(?:teaser|teasers|ranking|widget|sidebar|recirc\w*|latest|also|infinite)(?:[\s_-]|$)|lire-aussi|leggi-anche|czytaj|ver-tambien|mehr-zum|up-?next|next-?(?:article|post)|prev(?:ious)?-?(?:article|post)|post-?navigation/,
    label: 'related',
  },
  {
    name: /author-?(?:bio|box|info|description|card|about|desc)|about-?(?:the-)?author|bio(?:graphy)?(?:[\s_-]|$)|autorenbox|autor-?(?:box|bio)/,
    label: 'author-bio',
  },
  {
    name: /(?:^|[\s_-])(?:tags?|tag-?(?:list|links|cloud|s)|topics|keywords|post-tags|schlagworte|etiquetas)(?:[\s_-]|$)/,
    label: 'tags',
  },
  {
    name: /caption|bildunterschrift|(?:^|[\s_-])legende(?:[\s_-]|$)|wp-caption-text|pie-?(?:de-)?foto/,
    label: 'caption',
  },
  {
    name: /(?:photo|image|picture|media|foto|bild)-?(?:credit|source|copyright|author|by)|(?:^|[\s_-])credits?(?:[\s_-]|$)|copyright-?holder/,
    label: 'credit',
  },
  { name: /copyright/, label: 'copyright' },
  {
    name: /(?:^|[\s_-])(?:player|video-?js|vjs\S*|jwplayer|jw-\S+|plyr\S*|audio-?player|video-?player|videobox)(?:[\s_-]|$)/,
    label: 'player',
  },
  {
    name: /(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|main-?menu|mega-?menu|pagination|pager|skip-?link|toolbar|header-?top|masthead|site-?header)(?:[\s_-]|$)/,
    label: 'navigation',
  },
  {
    name: /(?:^|[\s_-])(?:footer|site-?footer|page-?footer|colophon|impressum)(?:[\s_-]|$)/,
    label: 'footer',
  },
  {
    name: /error-?report|report-?(?:error|mistake|typo)|orphus|correction-?form/,
    label: 'correction-form',
  },
  {
    name: /app-?(?:banner|download|promo|popup)|popup|modal|overlay|lightbox|toast|tooltip/,
    label: 'site-template',
  },
];

const PULL_QUOTE = /pull-?quote/;

/** The label that class names stand for, or null: a page has the same on many elements, a site on all its pages. */
const labelNamed = remembering(
  (words) => NAMES.find(({ name }) => name.test(words))?.label ?? null,
);

/** Finds the part of a page that a block belongs to, by tags and names around it. */
export type MarkupJudge = (block: Block) => Verdict | null;

/**
 * Makes a judge by markup. An element that holds a large share of the page's prose is no furniture, whatever
 * its name; comments may hold more than the article does.
 */
export function createMarkupJudge(shareOf: ProseShare): MarkupJudge {
  const seen = new Map<Element, Verdict | null>();
  return (block) => {
    let element = block.context.element;
    for (let i = 0; element && i < MAX_ANCESTORS; i++, element = element.parent) {
      let found = seen.get(element);
      if (found === undefined) {
        found = ofElement(element);
        seen.set(element, found);
      }
      const share = shareOf(element);
      const limit = found && COMMENTS.has(found.label) ? MAX_COMMENTS_SHARE : MAX_FURNITURE_SHARE;
      if (found && share <= limit) return found;
      if (share > MAX_FURNITURE_SHARE) return null;
    }
    return null;
  };
}

function ofElement(element: Element): Verdict | null {
  const { tag, words } = element;
  if (PULL_QUOTE.test(words)) return null;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'h1') return null;
  const named = words === '' ? null : labelNamed(words);
  if (named) return verdict(named, `name:${named}`, NAME_CERTAINTY);
  const byTag = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
  return byTag ? verdict(byTag.label, `tag:${tag}`, byTag.certainty) : null;
}
