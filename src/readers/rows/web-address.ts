const WEB = /^https?:$/;

/** An address of the web; undefined for anything else. */
export function webAddress(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return WEB.test(new URL(url).protocol) ? url : undefined;
}
