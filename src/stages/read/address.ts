const ANY_SPACE = /\s/;
const HTTP = /^https?:\/\//i;
/** In UTF-16 units: what is longer is data, no address (browsers and servers take some 2,000 at least). */
const MAX_LENGTH = 2000;

/** An absolute http address, or null; a relative one is resolved against `base`. */
export function httpAddress(value: string | undefined, base?: string): string | null {
  if (!value || value.length > MAX_LENGTH || ANY_SPACE.test(value.trim())) return null;
  try {
    const url = new URL(value.trim(), base && HTTP.test(base) ? base : undefined);
    return HTTP.test(url.href) && url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}
