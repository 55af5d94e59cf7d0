const MARKUP = /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section|article|figure)\b/i;
const LINES = /\s*\n\s*/;
// A paragraph's end that lost its line break: `… for three years.The decision …`.
const GLUED = /(?<=\p{Ll}{2}[.!?…]["”»’)]?)(?=\p{Lu}\p{Ll}|[“„«]\p{Lu})/u;

/** Whether a text is HTML. */
export function isMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** The paragraphs of a text: its lines, or, where it is one, the stretches whose ends were glued. */
export function paragraphsOf(text: string): string[] {
  const lines = text.trim().split(LINES);
  const parts = lines.length > 1 ? lines : lines.flatMap((line) => line.split(GLUED));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
