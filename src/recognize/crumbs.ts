/** What parts the crumbs of a breadcrumb in one line: `Home > World > Asia`. */
export const CRUMB_SEPARATOR = /\s*[>›»→]\s*|\s+\/\s+/g;
/** Holds where a line has one; it does not begin at each space. */
export const HAS_CRUMB_SEPARATOR: RegExp = /[>›»→]|(?<=\s)\/\s/;
