/** The head of a WARC record (ISO 28500), whose content follows. */
export interface RecordHead {
  /** Of its first byte in the file, uncompressed. */
  readonly offset: number;
  /** 1-based number among all records of the file. */
  readonly number: number;
  /** `WARC-Type`, such as `response`. */
  readonly type: string;
  /** `WARC-Record-ID` without its angle brackets; `null` where it is missing. */
  readonly id: string | null;
  readonly targetUri: string | null;
  /** `WARC-Date`: when the content was fetched. */
  readonly date: string | null;
  readonly contentType: string | null;
  /** `WARC-Identified-Payload-Type`: the type that the crawler found by looking. */
  readonly payloadType: string | null;
  /** Bytes of the content; `null` where that is not stated. */
  readonly length: number | null;
}

const LINE = /\r?\n/;
const FOLD = /\r?\n[ \t]+/g;
const BRACKETS = /^<(.*)>$/s;
const DIGITS = /^\d{1,15}$/;

/** Reads named fields, `Name: value` a line; names in lower case, of one that comes twice the first. */
export function readFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(FOLD, ' ').split(LINE)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** The head of a record from its text. */
export function readHead(text: string, offset: number, number: number): RecordHead {
  const fields = readFields(text);
  const get = (name: string): string | null => fields.get(name) || null;
  const length = get('content-length') ?? '';
  return {
    offset,
    number,
    type: get('warc-type')?.toLowerCase() ?? '',
    id: withoutBrackets(get('warc-record-id')),
    targetUri: withoutBrackets(get('warc-target-uri')),
    date: get('warc-date'),
    contentType: get('content-type'),
    payloadType: get('warc-identified-payload-type'),
    length: DIGITS.test(length) ? Number(length) : null,
  };
}

/** Ids, and addresses in files of some writers, stand in angle brackets. */
function withoutBrackets(value: string | null): string | null {
  return value === null ? null : value.replace(BRACKETS, '$1');
}
