// The time of a live blog's entry.
const TIME = /^\d{1,2}[:.hч時点]\s?\d{2}(?:\s?(?:[ap]\.?m\.?|Uhr|h|น\.|分|uur|WIB|GMT))?\.?$/i;

/** Whether a line is a time of day and nothing else. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}
