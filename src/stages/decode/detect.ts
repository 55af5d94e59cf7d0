import { createRequire } from 'node:module';
import { once } from '../../assets/once.ts';
import { charsetOf } from './charset-labels.ts';

/** Bytes that are given to the detector, whose time grows with them. Set by hand. */
const SAMPLE_BYTES = 16_384;
/** jschardet's confidence, 0 to 1, under which its answer is no better than none. Set by hand. */
const MIN_CONFIDENCE = 0.02;
/** The byte that ends a line. */
const LINE_FEED = 0x0a;

type Detector = (bytes: Buffer) => { encoding: string | null; confidence: number };
const detector = once(
  () => (createRequire(import.meta.url)('jschardet') as { detect: Detector }).detect,
);

/**
 * The charset that the bytes look like, by jschardet on at most 16 KB from the line of the first
 * byte above 127; null when nothing fits.
 */
export function detectCharset(bytes: Uint8Array): { charset: string; certainty: number } | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const line = bytes.lastIndexOf(LINE_FEED, Math.max(first, 0)) + 1;
  const found = detector()(Buffer.from(bytes.subarray(line, line + SAMPLE_BYTES)));
  if (!found.encoding || found.confidence < MIN_CONFIDENCE) return null;
  return { charset: charsetOf(found.encoding), certainty: Math.min(found.confidence, 0.99) };
}
