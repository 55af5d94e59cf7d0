import { expect, test } from 'vitest';
import { createPipeline } from '../../../../src/pipeline.ts';

const PARAGRAPHS = [
  'Der Stadtrat von Grünau hat am Dienstag beschlossen, alle Laternen am alten Hafen bis zum Winter zu ersetzen.',
  'Die neuen Lampen sollen weniger Strom brauchen und heller sein als die alten, die noch aus den siebziger Jahren stammen.',
  'Wir haben lange darauf gewartet, sagte die Hafenmeisterin Ilse Brandt vor den Mitgliedern des Rates am Abend.',
  'Die Kosten von zwei Millionen Euro teilen sich Stadt und Land, wie es in der Vorlage heißt, die am Montag verteilt wurde.',
];
const desk = createPipeline();

function page(main: string, rest = ''): string {
  return `<html lang="de"><head><title>Neue Laternen am Hafen</title></head><body><nav><a href="/">Start</a></nav><main><h1>Neue Laternen am Hafen</h1>${main}</main><footer><p>© 2024 Bote</p></footer>${rest}</body></html>`;
}

function cleaned(html: string) {
  const { body, warnings, changes } = desk.clean({ content: html, format: 'html' });
  return {
    body: body.map(({ text }) => text),
    warned: warnings.some(({ code }) => code === 'body-from-data'),
    rules: (changes ?? []).map(({ rule }) => rule),
  };
}

const marked = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const teaser = `<p>${PARAGRAPHS[0]}</p>`;
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const data = JSON.stringify({
  page: { title: 'Neue Laternen', blocks: PARAGRAPHS.map((text) => ({ type: 'p', text })) },
});

test.each([
  ['json-ld', page('', jsonLd({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n\n') }))],
  ['json-ld', page('', jsonLd({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('') }))],
  ['json-ld', page('', jsonLd({ '@type': 'NewsArticle', articleBody: marked }))],
  ['json-ld', page(teaser, jsonLd({ articleBody: PARAGRAPHS.join('\n') }))],
  ['script', page('', `<script id="__NEXT_DATA__" type="application/json">${data}</script>`)],
  ['script', page(teaser, `<script>window.__NUXT__=${data};</script>`)],
  ['script', page('', `<script type="text/template"><div>${marked}</div></script>`)],
  ['noscript', page(`<noscript>${marked}</noscript>`)],
  ['template', page(`<template>${marked}</template>`)],
])('a body that the page does not show: %s', (from, html) => {
  const found = cleaned(html);
  expect(found.body).toEqual(PARAGRAPHS);
  expect(found.warned).toBe(true);
  expect(found.rules).toContain(`body-from-${from}`);
});

test.each([
  ['shown already', page(marked, jsonLd({ articleBody: PARAGRAPHS.join('\n') }))],
  [
    'several articles',
    page(teaser, jsonLd([{ articleBody: marked }, { articleBody: `${marked} ` }])),
  ],
  ['no JSON', page(marked, '<script>var a = "\\"\\"\\"</script>')],
])('a page that is left as it is: %s', (_, html) => {
  expect(cleaned(html).warned).toBe(false);
});

test('strings without an end are read once', () => {
  const html = page(teaser, `<script>"${'\\"'.repeat(1_000_000)}</script>`);
  expect(cleaned(html).warned).toBe(false);
});
