import { detectLanguage } from '../../recognize/language.ts';
import type { Labelled } from '../label/labelled.ts';
import { bodyTexts, texts } from './spans.ts';

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;
// Certainties of detectLanguage: above the first it overrules what a page states, below the second it says nothing.
// Measured with bench/language.mjs: wrong detections are surer than the first in 1 of some 2,000 articles.
const SURE = 0.5;
const UNSURE = 0.12;
/** In UTF-16 units: more text makes detection no better (bench/language.mjs). */
const SAMPLE = 6000;
// Codes that were withdrawn (ISO 639) and the ones that took their place.
const CURRENT: Readonly<Record<string, string>> = { iw: 'he', in: 'id' };
/** Pairs of codes, stated and detected, that stand for one language or two that no text tells apart. */
const SAME: ReadonlySet<string> = new Set([
  'no nb',
  'no nn',
  'no da',
  'tl fil',
  'iw he',
  'in id',
  'sh sr',
  'sh hr',
  'sh bs',
  'hr bs',
  'hr sr',
  'sr bs',
  'bs sr',
  'bs hr',
  'sr hr',
  'zh yue',
  'ms id',
  'nn nb',
]);

/** An article's language, and the tag by which its dates are read. */
export interface ArticleLanguage {
  /** Without region and script; null when it is not known. */
  readonly language: string | null;
  /** With its region where the page states one: it decides how "03/05/2024" is read. */
  readonly locale: string | undefined;
}

/** The language that the page states, where its text does not speak against it; else the text's own. */
export function languageOf(document: Labelled): ArticleLanguage {
  const values = document.page.listed('language').map(({ value }) => value.trim());
  const stated = values.map((value) => value.replace('_', '-')).find((value) => TAG.test(value));
  const language = settled(stated?.split('-', 1)[0]?.toLowerCase(), sampleOf(document));
  const isStated = language !== null && stated?.toLowerCase().startsWith(language);
  return { language, locale: isStated ? stated : (language ?? undefined) };
}

function settled(stated: string | undefined, sample: string): string | null {
  const detected = detectLanguage(sample);
  if (stated === undefined) {
    return detected && detected.certainty >= UNSURE ? detected.language : null;
  }
  if (detected && detected.certainty >= SURE && detected.language !== stated) {
    return SAME.has(`${stated} ${detected.language}`) ? stated : detected.language;
  }
  return CURRENT[stated] ?? stated;
}

/** The first thousands of characters of title and body. */
function sampleOf(document: Labelled): string {
  let sample = '';
  for (const { text } of [...texts(document, 'title'), ...bodyTexts(document)]) {
    sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  return sample;
}
