import type { Document } from '../../document/document.ts';

const ADDRESS_FACTS: readonly string[] = ['canonical', 'og:url'];
const ANY = '*';

/** A test for documents of a host or one of its subdomains; `*` is every document. */
export function createHostTest(host: string): (document: Document) => boolean {
  if (host === ANY) return () => true;
  const wanted = hostOf(`http://${host}`) ?? host.toLowerCase();
  return (document) => {
    const found = hostOfDocument(document);
    return found !== null && (found === wanted || found.endsWith(`.${wanted}`));
  };
}

/** The host that an input came from: of its address, else of the one that the page gives itself. */
function hostOfDocument({ origin, facts }: Document): string | null {
  const given = origin.url === undefined ? null : hostOf(origin.url);
  if (given) return given;
  for (const { name, value } of facts) {
    const host = ADDRESS_FACTS.includes(name) ? hostOf(value) : null;
    if (host) return host;
  }
  return null;
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname || null : null;
}
