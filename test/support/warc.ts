/** What a record of an invented WARC file holds. */
export interface RecordOf {
  readonly type?: string;
  readonly id?: string;
  readonly uri?: string;
  readonly date?: string;
  readonly contentType?: string;
  readonly content: string | Uint8Array;
  /** Stated instead of the content's own length. */
  readonly length?: number | string;
}

/** A WARC record. */
export function record(of: RecordOf): Buffer {
  const content = Buffer.from(of.content);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${of.type ?? 'response'}`,
    ...(of.id === undefined ? [] : [`WARC-Record-ID: <${of.id}>`]),
    ...(of.uri === undefined ? [] : [`WARC-Target-URI: ${of.uri}`]),
    `WARC-Date: ${of.date ?? '2024-05-03T10:15:00Z'}`,
    `Content-Type: ${of.contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${of.length ?? content.length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    content,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** An HTTP response with its body. */
export function response(
  body: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  status = '200 OK',
): Buffer {
  const stated = { 'Content-Type': 'text/html; charset=utf-8', ...fields };
  const lines = Object.entries(stated).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
  ]);
}
