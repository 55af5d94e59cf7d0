/**
 * Bytes in which a declaration is looked for. The HTML Standard asks for 1024; pages that put scripts before it need
 * more (set by hand).
 */
const HEAD_BYTES = 4096;
const XML_DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;
const META_CHARSET = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/**
 * The charset that a page declares in its first 4096 bytes: XML declaration, `<meta charset>` or
 * `<meta http-equiv="Content-Type">`; null when it declares none.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, HEAD_BYTES),
  ).toString('latin1');
  return (XML_DECLARATION.exec(head) ?? META_CHARSET.exec(head))?.[1] ?? null;
}
