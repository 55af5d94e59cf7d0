import { createRequire } from 'node:module';
import { once } from '../../assets/once.ts';
import { charsetOf } from './charset-labels.ts';
import { isUndecodable, likeliestCharset, readAs, weighed, wideLines } from './weigh.ts';

/** Bytes that are given to the detector, whose time grows with them. Set by hand. */
const SAMPLE_BYTES = 16_384;
/** jschardet's confidence, 0 to 1, under which its answer is no better than none. Set by hand. */
const MIN_CONFIDENCE = 0.02;
/** The byte that ends a line. */
const LINE_FEED = 0x0a;
/** Bits by which the model must read a text better in another charset than in jschardet's. Set by hand, like all below. */
const BETTER = 8;
/** How sure the model's answer is, 0 to 1: of 100 texts of five sentences it tells 99, of 100 single ones 97. */
const CERTAINTY = 0.95;
/** Bits by which another charset must read a text better than the declared one. */
const BETTER_THAN_DECLARED = 20;
/** Characters that another charset must read otherwise: at least, and for each one that the declared one lacks. */
const OTHERWISE = { least: 3, each: 2 };

/** A charset and how sure it is, 0 to 1. */
interface Detected {
  readonly charset: string;
  readonly certainty: number;
}

type Detector = (bytes: Buffer) => { encoding: string | null; confidence: number };
const detector = once(
  () => (createRequire(import.meta.url)('jschardet') as { detect: Detector }).detect,
);

/**
 * The charset that the bytes look like: jschardet's answer, on at most 16 KB from the line of the first byte above 127,
 * unless the language model reads the text much better in another one; null when nothing fits.
 */
export function detectCharset(bytes: Uint8Array): Detected | null {
  const found = byDetector(bytes);
  const sample = wideLines(bytes);
  if (sample.length === 0) return found;
  const best = likeliestCharset(sample);
  const own = found === null ? Number.POSITIVE_INFINITY : weighed(sample, found.charset).bits;
  if (own - best.bits <= BETTER) return found;
  return { charset: best.charset, certainty: CERTAINTY };
}

function byDetector(bytes: Uint8Array): Detected | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const line = bytes.lastIndexOf(LINE_FEED, Math.max(first, 0)) + 1;
  const found = detector()(Buffer.from(bytes.subarray(line, line + SAMPLE_BYTES)));
  if (!found.encoding || found.confidence < MIN_CONFIDENCE) return null;
  return { charset: charsetOf(found.encoding), certainty: Math.min(found.confidence, 0.99) };
}

/**
 * The charset that bytes are in rather than in the declared one, which lacks some of them: another one has all of the
 * bytes and reads much better what the declared one has, too. Null where the declared one holds, for single stray bytes
 * say little.
 * @param text what the bytes are in the declared charset
 */
export function betterThanDeclared(
  bytes: Uint8Array,
  text: string,
  declared: string,
): Detected | null {
  if (count(text, isUndecodable) === 0) return null;
  const sample = wideLines(bytes);
  const best = likeliestCharset(sample);
  const own = readAs(sample, declared);
  const other = readAs(sample, best.charset);
  const lost = count(own, isUndecodable);
  if (count(other, isUndecodable) > 0) return null;
  const differing = own.length === other.length ? differences(own, other) : own.length;
  const isBetter = weighed(sample, declared).bits - best.bits > BETTER_THAN_DECLARED;
  const isMore = differing - lost >= Math.max(OTHERWISE.least, OTHERWISE.each * lost);
  return isBetter && isMore ? { charset: best.charset, certainty: CERTAINTY } : null;
}

function count(text: string, test: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (test(text.charCodeAt(i))) found++;
  return found;
}

function differences(a: string, b: string): number {
  let found = 0;
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) found++;
  return found;
}
