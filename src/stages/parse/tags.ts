/** Elements whose text is not the page's text (HTML Standard: script, style and template contents). */
export const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** Inline elements (HTML Standard, phrasing content): all others begin and end a run of text. */
export const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'nobr',
  'picture',
  'q',
  'rb',
  'rp',
  'rt',
  'rtc',
  'ruby',
  's',
  'samp',
  'small',
  'source',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'track',
  'tt',
  'u',
  'var',
  'wbr',
]);

/** The other elements of the HTML Standard, obsolete ones too: what is neither here nor inline is of a site's own making. */
export const NOT_INLINE: ReadonlySet<string> = new Set(
  'address applet area article aside audio base basefont bgsound blockquote body button canvas caption center col colgroup datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe image input label legend li link listing main map marquee math menu meta meter nav noembed noframes noscript object ol optgroup option output p param plaintext pre progress script search section select slot style summary svg table tbody td template textarea tfoot th thead title tr ul video xmp'.split(
    ' ',
  ),
);

/** Elements without text of their own that readers see. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'title',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'svg',
  'math-annotation',
  'datalist',
]);

/** Elements in which a line break does not part two paragraphs. */
export const UNBROKEN: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'title',
  'figcaption',
  'td',
  'th',
  'caption',
  'button',
  'label',
]);

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** 1 to 6 for `h1` to `h6`, else 0. */
export function headingLevel(tag: string): number {
  return tag.length === 2 ? HEADINGS.indexOf(tag) + 1 : 0;
}
