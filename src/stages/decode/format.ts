// Set by hand: UTF-16 units of a text's start that are looked at, and tags of structure in it that make it HTML.
const HEAD_CHARACTERS = 2000;
const STARTS_AS_HTML =
  /^\s*(?:<\?xml|<!doctype\s+html|<!--|<(?:html|head|body|title|meta|article|main|section|div|p|h1|script|link|table)[\s>])/i;
const STRUCTURE =
  /<(?:\/?(?:p|div|article|section|body|html|head|span|h[1-6]|ul|li)|br\s*\/?)(?:\s[^<>]*)?>/gi;
const MIN_TAGS = 4;

/** Whether text without a stated format is HTML: it begins as a page does, or its start is full of tags. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, HEAD_CHARACTERS);
  return STARTS_AS_HTML.test(head) || (head.match(STRUCTURE)?.length ?? 0) >= MIN_TAGS;
}
