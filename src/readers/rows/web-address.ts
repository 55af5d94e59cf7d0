const WEB = /^\s*https?:/i;

/** An address of the web; undefined for anything else. */
export function webAddress(url: unknown): string | undefined {
  return typeof url === 'string' && WEB.test(url) && URL.canParse(url) ? url : undefined;
}
