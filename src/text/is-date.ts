const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Whether a text is a date: an ISO 8601 day that there is, and what may follow it. */
export function isDate(text: string): boolean {
  if (!DAY.test(text) || Number.isNaN(Date.parse(text))) return false;
  // A day that a month does not have is taken for one of the next month by some forms of dates.
  const day = text.slice(0, 'YYYY-MM-DD'.length);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
