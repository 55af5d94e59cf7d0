/** What parts the crumbs of a breadcrumb in one line: `Home > World > Asia`. */
export const CRUMB_SEPARATOR = /\s*[>›»→]\s*|\s+\/\s+/g;
