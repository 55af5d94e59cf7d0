import type { RemovedLabel } from '../../../contract/labels.ts';
import type { Block, Element } from '../../../document/document.ts';
import { TAGS, type TellingTag } from '../../../document/rules.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { ProseShare } from '../layout/containers.ts';

const MAX_ANCESTORS = 12;
const MAX_BOILERPLATE_SHARE = 0.4;
const MAX_COMMENTS_SHARE = 0.75;
const COMMENTS: ReadonlySet<string> = new Set(['comments', 'comment-form']);

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
  if (PULL_QUOTE.test(words)) return null;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'h1') return null;
  const named = words === '' ? null : labelNamed(words, byNames);
  if (named) return verdict(named, `name:${named}`);
  return isTelling(tag) ? verdict(TAGS[tag].label, `tag:${tag}`) : null;
}

/** The label that class names stand for, or null. */
function labelNamed(words: string, byNames: Map<string, RemovedLabel | null>): RemovedLabel | null {
  let label = byNames.get(words);
  if (label === undefined) {
    label = NAMES.find(({ name }) => name.test(words))?.label ?? null;
    byNames.set(words, label);
  }
  return label;
}

function isTelling(tag: string): tag is TellingTag {
  return Object.hasOwn(TAGS, tag);
}
