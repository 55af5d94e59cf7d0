import { describe, expect, test } from 'vitest';
import { BODY, HEADLINE, labelled, labelsOf } from '../../support/labels.ts';

const text = (above: readonly string[], below: readonly string[] = []): string =>
  [...above, '', HEADLINE, '', ...BODY.flatMap((paragraph) => [paragraph, '']), ...below].join(
    '\n',
  );
const under = (lines: readonly string[]): string =>
  [HEADLINE, '', ...lines, '', ...BODY.flatMap((paragraph) => [paragraph, ''])].join('\n');
const page = (above: string, head: string, below: string): string =>
  `<html><body>${above}<article><h1>${HEADLINE}</h1>${head}${BODY.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article>${below}</body></html>`;
const KEPT = [`title: ${HEADLINE}`, ...BODY.map((paragraph) => `body: ${paragraph}`)];

describe('plain text', () => {
  test('a title and its body', () => {
    expect(labelsOf(labelled(text([]), 'text'))).toEqual(KEPT);
  });

  test.each([
    [['All news'], ['navigation']],
    [['Home', 'News', 'Sport'], null],
    [['Thursday, June 13, 2024'], ['page-date']],
    [['Advertisement'], ['advertisement']],
    [['Facebook Twitter WhatsApp'], ['social']],
    [
      ['Skip to content', 'Menu', 'Search'],
      ['navigation', 'navigation', 'navigation'],
    ],
  ])('above the title: %j', (lines, labels) => {
    const found = labelsOf(labelled(text(lines), 'text'));
    expect(found.slice(-KEPT.length)).toEqual(KEPT);
    expect(found).toHaveLength(KEPT.length + lines.length);
    expect(found.slice(0, lines.length).every((line) => !line.startsWith('body'))).toBe(true);
    if (labels)
      expect(found.slice(0, lines.length)).toEqual(lines.map((line, i) => `${labels[i]}: ${line}`));
  });

  test.each([
    [['By Anna Berg'], ['byline']],
    [
      ['By Anna Berg', 'May 3, 2024'],
      ['byline', 'date'],
    ],
    [
      ['May 3, 2024', 'By Anna Berg'],
      ['date', 'byline'],
    ],
    [
      ['By Anna Berg', 'By Anna Berg'],
      ['byline', 'duplicate-byline'],
    ],
    [
      ['By Anna Berg', 'Anna Berg is a reporter in Berlin who writes about rivers.'],
      ['byline', 'author-bio'],
    ],
    [[HEADLINE], ['duplicate-title']],
    [['Advertisement'], ['advertisement']],
    [
      ['By Anna Berg', 'Share on Facebook'],
      ['byline', 'social'],
    ],
  ])('under the title: %j', (lines, labels) => {
    expect(labelsOf(labelled(under(lines), 'text'))).toEqual([
      KEPT[0],
      ...lines.map((line, i) => `${labels[i]}: ${line}`),
      ...KEPT.slice(1),
    ]);
  });

  test('a section and a date in one line under the title', () => {
    expect(labelsOf(labelled(under(['folder_openWorld access_time3 years ago']), 'text'))).toEqual([
      KEPT[0],
      'icon-name: folder_open',
      'section: World',
      'icon-name: access_time',
      'date: 3 years ago',
      ...KEPT.slice(1),
    ]);
  });

  test.each([
    [['By Anna Berg'], ['byline']],
    [
      ['Related articles', 'Mayor opens the new library', 'Ice on the river melts early'],
      ['related', null, null],
    ],
    [
      ['Leave a Reply', 'Your email address will not be published.'],
      ['comment-form', 'comment-form'],
    ],
    [['© 2024 The Daily Post. All rights reserved.'], ['copyright']],
    [
      ['Comments (3)', 'I like this bridge very much and cross it every day.'],
      ['comments', null],
    ],
    [['Subscribe to our newsletter'], ['newsletter']],
  ])('below the body: %j', (lines, labels) => {
    const found = labelsOf(labelled(text([], lines), 'text'));
    expect(found.slice(0, KEPT.length)).toEqual(KEPT);
    expect(found).toHaveLength(KEPT.length + lines.length);
    found.slice(KEPT.length).forEach((line, i) => {
      expect(line.startsWith('body:')).toBe(false);
      if (labels[i]) expect(line).toBe(`${labels[i]}: ${lines[i]}`);
    });
  });

  test.each([
    ['the writers', '(Reporting by Anna Berg; Editing by John Hall)'],
    ['others who wrote', 'Additional reporting by Anna Berg'],
  ])('a last sentence right above a credit that names %s stays', (_, credit) => {
    const last = 'There were no reports of casualties or damage.';
    const found = labelsOf(labelled(text([], [last, credit]), 'text'));
    expect(found.slice(0, KEPT.length + 1)).toEqual([...KEPT, `body: ${last}`]);
    expect(found[KEPT.length + 1]).not.toBe(`body: ${credit}`);
  });

  test('a line inside the body right above a photo credit is its caption', () => {
    const lines = ['The new bridge seen from the western bank.', 'Photo: Anna Berg'];
    const content = [HEADLINE, '', BODY[0], '', BODY[1], '', ...lines, '', BODY[2], '', BODY[0]];
    const found = labelsOf(labelled(content.join('\n'), 'text'));
    expect(found).toContain(`caption: ${lines[0]}`);
  });

  test.each([
    ['a subhead', 'What comes next'],
    ['a short sentence', '“No way,” he said.'],
    ['one word', 'Silence.'],
    ['a question', 'Is the bridge safe?'],
    ['an omission', '<...>'],
    ['a list item', '• three buses'],
    ['a sentence about COVID-19', 'COVID-19 vaccines were handed out there in 2021.'],
    ['a correction', 'Correction: an earlier version of this article gave another year.'],
    [
      'a sentence that begins as boilerplate does',
      'Comments by the mayor angered some of the drivers.',
    ],
    ['a sentence that begins as tags do', 'Tags were attached to the birds.'],
    [
      'a sentence that begins as a copyright line does',
      'Copyright law is changing in Europe, and the council knows it.',
    ],
  ])('inside the body %s stays', (_, line) => {
    const content = [HEADLINE, '', BODY[0], '', BODY[1], '', line, '', BODY[2], '', BODY[0]].join(
      '\n',
    );
    const kept = labelled(content, 'text').blocks.find(({ copy }) => copy.text.includes(line));
    expect(kept?.spans.map(({ label }) => label)).toEqual(kept?.spans.map(() => 'body'));
  });

  test.each([
    ['an advertisement’s mark', 'Advertisement', 'advertisement'],
    ['a link to another article', 'Read also: Mayor opens the new library', 'related'],
    ['a newsletter box', 'Subscribe to our newsletter', 'newsletter'],
  ])('inside the body %s goes', (_, line, label) => {
    const content = [HEADLINE, '', BODY[0], '', BODY[1], '', line, '', BODY[2], '', BODY[0]].join(
      '\n',
    );
    expect(labelsOf(labelled(content, 'text'))).toContain(`${label}: ${line}`);
  });

  test('a subhead becomes a heading', () => {
    const content = [HEADLINE, '', BODY[0], '', 'What comes next', '', BODY[1], '', BODY[2]].join(
      '\n',
    );
    expect(labelled(content, 'text').blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
  });

  test('lines that no rule names are kept where no running text is found, with a warning', () => {
    const { warnings, blocks } = labelled('One line here\nAnother one there', 'text');
    expect(warnings.map(({ code }) => code)).toEqual(['low-certainty']);
    expect(blocks.flatMap(({ spans }) => spans.map(({ label }) => label))).toContain('body');
  });
});

describe('pages', () => {
  test('a title and its body', () => {
    expect(labelsOf(labelled(page('', '', ''), 'html'))).toEqual(KEPT);
  });

  test.each([
    ['<nav><a href=/>Weather</a> <a href=/n>Horoscope</a></nav>', '', '', ['navigation']],
    ['<div class="breadcrumb"><a>Home</a> › <a>Opinion pages</a></div>', '', '', null],
    [
      '<header class="site-header"><span class="date">Thursday, June 13, 2024</span></header>',
      '',
      '',
      ['page-date'],
    ],
    ['', '<p class="byline">By Anna Berg</p>', '', ['byline']],
    ['', '<time datetime="2024-05-03">May 3, 2024</time>', '', ['date']],
    [
      '',
      '<p class="subtitle">Buses will cross it first, cars have to wait until the last lamp is lit</p>',
      '',
      ['subtitle'],
    ],
    ['', '<div class="share-buttons"><a>Send it</a></div>', '', ['social']],
    ['', '<figure><figcaption>The bridge in March</figcaption></figure>', '', ['caption']],
    ['', '<div class="ad-slot">Buy a bicycle now</div>', '', ['advertisement']],
    [
      '',
      '',
      '<div class="comments"><p>I like this bridge very much and cross it every single day of the week.</p></div>',
      ['comments'],
    ],
    [
      '',
      '',
      '<aside class="related"><a href=/a>Mayor opens the new library</a></aside>',
      ['related'],
    ],
    ['', '', '<footer>Imprint and so on</footer>', ['footer']],
    ['', '', '<div class="author-bio">Anna Berg writes about rivers.</div>', ['author-bio']],
    [
      '<div class="cookie-consent">We would like to set some cookies.</div>',
      '',
      '',
      ['cookie-consent'],
    ],
    ['<noscript>Switch it on</noscript>', '', '', ['noscript']],
    ['', '<p hidden>Not to be seen</p>', '', ['site-template']],
    ['', '<i class="material-icons">schedule</i>', '', ['icon-name']],
  ])('%s %s %s', (above, head, below, labels) => {
    const found = labelsOf(labelled(page(above, head, below), 'html'));
    const rest = found.filter((line) => !KEPT.includes(line));
    expect(found.filter((line) => KEPT.includes(line))).toEqual(KEPT);
    expect(rest.length).toBeGreaterThan(0);
    if (labels) expect(rest.map((line) => line.split(':')[0])).toEqual(labels);
  });

  test('an article inside an element with the name of boilerplate is still the article', () => {
    const html = `<html><body><div class="comments related ad-slot">${page('', '', '')}</div></body></html>`;
    expect(labelsOf(labelled(html, 'html'))).toEqual(KEPT);
  });

  test('a page of links holds no article', () => {
    const html = `<html><body><h1>News</h1>${Array.from({ length: 30 }, (_, i) => `<p><a href=/${i}>Story number ${i}</a></p>`).join('')}</body></html>`;
    const { warnings, blocks } = labelled(html, 'html');
    expect(warnings.map(({ code }) => code)).toEqual(['no-article']);
    expect(blocks.flatMap(({ spans }) => spans.map(({ label }) => label))).not.toContain('body');
  });

  test('every span says which rule spoke, and how sure it is', () => {
    const { blocks } = labelled(
      page('<nav>Home</nav>', '<p>By Anna Berg</p>', '<footer>x</footer>'),
      'html',
    );
    const said = blocks.map(({ spans }) => spans.map(({ label, rule }) => `${label}: ${rule}`));
    expect(said).toEqual([
      ['navigation: phrase'],
      ['title: title'],
      ['byline: byline'],
      ...BODY.map(() => ['body: model']),
      ['footer: tag:footer'],
    ]);
    const sure = blocks.map(({ spans }) => spans[0]!.certainty);
    expect([sure[0], sure[1], sure[2], sure.at(-1)]).toEqual([0.95, 0.9, 0.9, 0.8]);
    // The model's own share of right answers: above a half, or it would not have said so.
    for (const certainty of sure.slice(3, -1)) expect(certainty).toBeGreaterThan(0.5);
    for (const certainty of sure) expect(certainty).toBeLessThanOrEqual(1);
  });
});
