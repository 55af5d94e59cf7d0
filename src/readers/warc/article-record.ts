import type { Source } from '../../contract/input.ts';
import { isDate } from '../../text/is-date.ts';
import { webAddress } from '../rows/web-address.ts';
import { isPage } from '../sniff.ts';
import { decodedBody, readHttpHead } from './http.ts';
import type { RecordHead } from './record.ts';

/** A record of which an article may be made, or what it is instead, in the plural. */
export type ArticleRecord =
  | {
      readonly skipped?: undefined;
      /** @throws {InputError} when its body cannot be decoded */
      readonly content: () => Pick<Source, 'content' | 'format' | 'charset'>;
    }
  | { readonly skipped: string };

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml']);
const TEXT_TYPE = 'text/plain';
const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]+)/i;
const MOST_KINDS = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/;

/** Whether records of a type hold what a page or text was; others are passed over unread. */
export function mayBeArticle({ type }: RecordHead): boolean {
  return type === 'response' || type === 'conversion';
}

/** What a record holds. */
export function articleRecord(head: RecordHead, content: Buffer): ArticleRecord {
  if (head.type === 'conversion') {
    const format = formatOf(head.contentType ?? TEXT_TYPE);
    if (format === null) return { skipped: `conversion records of ${kindOf(head.contentType)}` };
    const charset = CHARSET.exec(head.contentType ?? '')?.[1];
    return { content: () => ({ content, format, charset }) };
  }
  const http = readHttpHead(content);
  if (http.status !== null && (http.status < 200 || http.status > 299)) {
    return { skipped: `responses of status ${http.status || 'unknown'}` };
  }
  const stated = http.fields.get('content-type') ?? (http.status === null ? head.contentType : '');
  const type = stated || head.payloadType || sniffed(content.subarray(http.body));
  const format = formatOf(type);
  if (format === null) return { skipped: `responses of ${kindOf(type)}` };
  const charset = CHARSET.exec(type)?.[1];
  return { content: () => ({ content: decodedBody(content, http), format, charset }) };
}

/** What a record says of its content. */
export function recordFacts({
  number,
  targetUri,
  date,
}: RecordHead): Pick<Source, 'record' | 'url' | 'fetched'> {
  return {
    record: number,
    url: webAddress(targetUri),
    ...(date !== null && isDate(date) ? { fetched: date } : {}),
  };
}

/** How a media type is cleaned; `null` where it is neither text nor page. */
function formatOf(type: string): 'text' | 'html' | null {
  const name = nameOf(type);
  if (PAGE_TYPES.has(name)) return 'html';
  return name === TEXT_TYPE ? 'text' : null;
}

function nameOf(type: string): string {
  return type.split(';', 1)[0]!.trim().toLowerCase();
}

/** A media type as a summary names it: what is none is not repeated. */
function kindOf(type: string | null): string {
  const name = nameOf(type ?? '');
  return MOST_KINDS.test(name) ? name : 'an unknown type';
}

function sniffed(body: Buffer): string {
  return isPage(body.subarray(0, 1024)) ? 'text/html' : '';
}
