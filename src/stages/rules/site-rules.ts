/** What is kept or dropped on a site. */
export interface Patterns {
  /** CSS selectors of elements, for HTML. */
  readonly selectors?: readonly string[];
  /** Patterns (RE2 syntax) found in a whole paragraph, heading or list item, or in a line of plain text. */
  readonly lines?: readonly string[];
}

/** Rules of the user's own for one site. */
export interface SiteRules {
  /** A host name; its subdomains count as well. `"*"` is every input, also one without an address. */
  readonly host: string;
  readonly keep?: Patterns;
  readonly drop?: Patterns;
}
