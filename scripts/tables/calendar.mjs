#!/usr/bin/env node
// Writes assets/calendar.bin: months, weekdays, day periods and "… ago" patterns of CLDR (Unicode-3.0),
// with the forms of data/calendar-extra.json added. The same bytes every time.
// usage: node scripts/tables/calendar.mjs   (fetches the packages with `npm pack` into a temporary folder)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assetPath, digestOf, writeAsset } from '../assets.mjs';

const PACKAGE = 'cldr-dates-full@48.2.0';
const LANGUAGES =
  'af am ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko ky lt lv mk ml mn mr ms nb ne nl pa pl pt ro ru si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi zh zh-Hant'.split(
    ' ',
  );
/** Regional locales whose forms are added to their language. */
const REGIONS = {
  ar: ['ar-LB', 'ar-DZ', 'ar-MA'],
  de: ['de-AT'],
  en: ['en-GB', 'en-AU', 'en-CA'],
  es: ['es-MX'],
  fr: ['fr-CA'],
  pt: ['pt-PT'],
};
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NO_WORD = /^[\d\s]*$/;
const TWO_LETTERS = /\p{L}{2}/u;
const MINUS = /^[-−‒–]/;
const FINAL_STOP = /\.$/;
const MARKS = /[\u200e\u200f\u061c]/g;
const SPACES = /[\u00a0\u202f]/g;

/** @param {string} text */
const tidy = (text) =>
  text.toLowerCase().replace(MARKS, '').replace(SPACES, ' ').replace(FINAL_STOP, '').trim();

/**
 * @param {Iterable<string>} forms
 * @param {number} shortest
 */
const unique = (forms, shortest = 2) =>
  [...new Set([...forms].map(tidy))]
    .filter((f) => [...f].length >= shortest && !NO_WORD.test(f))
    .sort();

/**
 * @param {string} folder
 * @param {string} locale
 * @param {string} file
 */
function load(folder, locale, file) {
  const data = JSON.parse(fs.readFileSync(path.join(folder, 'package/main', locale, file), 'utf8'));
  return data.main[locale].dates;
}

/** @param {any} names */
const widths = (names) =>
  ['format', 'stand-alone'].flatMap((form) =>
    ['wide', 'abbreviated', 'short'].map((w) => names[form]?.[w] ?? {}),
  );

/**
 * @param {any[]} calendars
 * @param {any[]} fields
 * @param {{months: any, weekdays: any, ago: any}} extra
 */
function entry(calendars, fields, extra) {
  const months = Array.from({ length: 12 }, (_, i) =>
    unique([
      ...calendars.flatMap((c) => widths(c.months).map((w) => w[i + 1] ?? '')),
      ...(extra.months?.[i + 1] ?? []),
    ]),
  );
  const weekdays = WEEKDAYS.map((day, i) =>
    unique([
      ...calendars.flatMap((c) => widths(c.days).map((w) => w[day] ?? '')),
      ...(extra.weekdays?.[i + 1] ?? []),
    ]),
  );
  const period = (/** @type {string} */ name) =>
    unique(
      calendars.flatMap((c) =>
        ['wide', 'abbreviated'].map((w) => c.dayPeriods.format[w]?.[name] ?? ''),
      ),
    );
  const ago = Object.fromEntries(
    UNITS.map((unit) => {
      const patterns = fields.flatMap((f) =>
        ['', '-short', '-narrow'].flatMap((w) =>
          Object.values(f[unit + w]?.['relativeTime-type-past'] ?? {}),
        ),
      );
      // a narrow pattern such as "-{0} d" is no text that a page prints
      const words = patterns.filter(
        (p) => TWO_LETTERS.test(p.replace('{0}', '')) && !MINUS.test(tidy(p)),
      );
      return [unit, unique([...words, ...(extra.ago?.[unit] ?? [])])];
    }),
  );
  const day = (/** @type {string} */ name) => unique(fields.map((f) => f.day[name] ?? ''));
  return {
    months,
    weekdays,
    am: period('am'),
    pm: period('pm'),
    ago,
    today: day('relative-type-0'),
    yesterday: day('relative-type--1'),
  };
}

const [name, version] = PACKAGE.split('@');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calendar-'));
try {
  const tarball = execFileSync('npm', ['pack', PACKAGE, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', tarball], { cwd: folder });
  const extraText = fs.readFileSync(
    new URL('../../data/calendar-extra.json', import.meta.url),
    'utf8',
  );
  const extra = JSON.parse(extraText);
  const entries = LANGUAGES.map((language) => {
    const locales = [language, ...(REGIONS[/** @type {keyof typeof REGIONS} */ (language)] ?? [])];
    const calendars = locales.map((l) => load(folder, l, 'ca-gregorian.json').calendars.gregorian);
    const fields = locales.map((l) => load(folder, l, 'dateFields.json').fields);
    const own = {
      months: extra.months[language],
      weekdays: extra.weekdays[language],
      ago: extra.ago[language],
    };
    return [language, entry(calendars, fields, own)];
  });
  writeAsset(assetPath('calendar.bin'), {
    maker: 'node scripts/tables/calendar.mjs',
    from: { [name]: `${version} (Unicode-3.0)`, 'data/calendar-extra.json': digestOf(extraText) },
    parts: { calendar: JSON.stringify(Object.fromEntries(entries)) },
  });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
