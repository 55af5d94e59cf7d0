// Set by hand: bytes that are looked at; the share of them, 0 to 1, that control characters may have in text.
const SAMPLE_BYTES = 8192;
const MAX_CONTROL_SHARE = 0.05;

const SIGNATURES: readonly { readonly kind: string; readonly bytes: string }[] = [
  { kind: 'a PDF document', bytes: '%PDF-' },
  { kind: 'a PNG image', bytes: '\x89PNG' },
  { kind: 'a JPEG image', bytes: '\xff\xd8\xff' },
  { kind: 'a GIF image', bytes: 'GIF8' },
  { kind: 'a ZIP archive (or an office document)', bytes: 'PK\x03\x04' },
  { kind: 'gzip-compressed data', bytes: '\x1f\x8b' },
  { kind: 'zstd-compressed data', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'a Parquet file', bytes: 'PAR1' },
  { kind: 'a program (ELF)', bytes: '\x7fELF' },
];

/** What kind of binary data the bytes are, for an error message; null when they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString(
    'latin1',
  );
  const known = SIGNATURES.find((signature) => head.startsWith(signature.bytes));
  if (known) return known.kind;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const controls = sample.reduce((n, byte) => n + (isControl(byte) ? 1 : 0), 0);
  return controls > sample.length * MAX_CONTROL_SHARE ? 'binary data' : null;
}

/** Whether a byte is a control that text has not; ESC is left out: ISO-2022 charsets are made of it. */
export function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b) || byte === 0x7f;
}
