import { describe, expect, it } from 'vitest';
import { cleanFull } from '../../../support/desk.ts';
import { linesOf, PARAGRAPHS, page, prose } from '../../../support/harbour.ts';

describe('a list behind the last paragraph', () => {
  it('is the article’s end, with its heading', () => {
    const lines = linesOf(
      page(`${prose()}<h3>Results</h3><ul><li>Ellmouth 3</li><li>Sandby 1</li></ul>`),
    );
    expect(lines.slice(-3)).toEqual(['Results', 'Ellmouth 3', 'Sandby 1']);
  });

  it('may be the last of several', () => {
    const list = (tag: string, items: readonly string[]) =>
      `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
    const needed = ['3 leeks', '2 potatoes', '1 litre of water', '50 g butter', 'Salt and pepper'];
    const steps = ['Slice the leeks.', 'Peel the potatoes.', 'Cook all for twenty minutes.'];
    const inside = `${prose(0, 2)}<h2>Ingredients</h2>${list('ul', needed)}<h2>Method</h2>${list('ol', steps)}`;
    expect(linesOf(page(inside)).slice(2)).toEqual(['Ingredients', ...needed, 'Method', ...steps]);
  });

  it('is the article’s as a whole where an item looks like body', () => {
    const items = ['1kg quinces from the old tree', '800g sugar', '1 lemon'];
    const list = `<h2>You need</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    expect(linesOf(page(prose(0, 2) + list)).slice(-4)).toEqual(['You need', ...items]);
  });

  it.each([
    [
      'of links',
      '<ul><li><a href="/a">Otters are back</a></li><li><a href="/b">Fire put out</a></li></ul>',
    ],
    [
      'in an element of its own',
      '<div class="more"><ul><li>Weather</li><li>Traffic</li></ul></div>',
    ],
    ['of one item', '<ul><li>Ellmouth 3</li></ul>'],
  ])('is none where it is %s', (_, list) => {
    expect(linesOf(page(prose() + list))).toEqual(PARAGRAPHS);
  });
});

it('takes a byline with the words of buttons behind it out of the body', () => {
  const article = cleanFull({
    content: page(`<p class="byline">Von Greta Holm Drucken Teilen</p>${prose()}`),
    format: 'html',
  });
  expect(article.authors.map(({ name }) => name)).toEqual(['Greta Holm']);
  expect(article.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
});

it('keeps items that are links in a list most of which is body', () => {
  const items = [
    'close the quay to lorries over seven tonnes from the first of June;',
    'mend the rails before the regatta begins in the second week of July;',
    '<a href="/plan">publish the plan in full</a>',
  ];
  const list = `<p>The board will now:</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  expect(linesOf(page(prose(0, 2) + list + prose(2)))).toContain('publish the plan in full');
});

describe('a list of links', () => {
  const links =
    '<ul><li><a href="/1">close the quay to lorries</a></li><li><a href="/2">mend the rails</a></li></ul>';

  it('is body where a line announces it and the text goes on', () => {
    const lines = linesOf(page(`${prose(0, 2)}<p>The board will now:</p>${links}${prose(2)}`));
    expect(lines.slice(3, 5)).toEqual(['close the quay to lorries', 'mend the rails']);
  });

  it.each([
    ['nothing announces it', `${prose(0, 2)}${links}${prose(2)}`],
    ['nothing follows', `${prose()}<p>The board will now:</p>${links}`],
  ])('is none where %s', (_, inside) => {
    expect(linesOf(page(inside))).not.toContain('mend the rails');
  });
});

describe('headings that are links', () => {
  const works = ['The Gannet (2024)', 'Rope and Tar (2023)', 'Slack Water (2024)'];
  const linked = (title: string) => `<h2><a href="/w">${title}</a></h2>`;

  it('are body where each stands over a paragraph', () => {
    const inside =
      prose(3) + works.map((work, i) => `${linked(work)}<p>${PARAGRAPHS[i]}</p>`).join('');
    expect(linesOf(page(inside, 'What our critics saw'))).toEqual([
      PARAGRAPHS[3],
      ...works.flatMap((work, i) => [work, PARAGRAPHS[i]]),
    ]);
  });

  it('are other articles’ in boxes of their own', () => {
    const box = `<div class="box">${linked('Fire put out at the bakery')}</div>`;
    expect(linesOf(page(prose(0, 2) + box + prose(2, 3) + box + prose(3)))).toEqual(PARAGRAPHS);
  });
});

describe('times of a live blog', () => {
  const entry = (time: string, text: string) =>
    `<div class="entry"><span class="when">${time}</span><p>${text}</p></div>`;

  it('stay, the first one too', () => {
    const inside =
      entry('5 minutes ago', PARAGRAPHS[0]!) +
      entry('35 minutes ago', PARAGRAPHS[1]!) +
      entry('61 minutes ago', PARAGRAPHS[2]!);
    const article = cleanFull({ content: page(inside), format: 'html' });
    expect(article.body.map(({ text }) => text)).toEqual([
      '5 minutes ago',
      PARAGRAPHS[0],
      '35 minutes ago',
      PARAGRAPHS[1],
      '61 minutes ago',
      PARAGRAPHS[2],
    ]);
    expect(article.relativeDate).toBeNull();
  });

  it('are none where there is one', () => {
    const article = cleanFull({
      content: page(`<span class="when">5 minutes ago</span>${prose()}`),
      format: 'html',
    });
    expect(article.relativeDate).toBe('5 minutes ago');
    expect(article.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });
});

describe('a page that only asks for consent', () => {
  const wall = (title: string, text: string) =>
    cleanFull({
      content: `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><button>OK</button></body></html>`,
      format: 'html',
    });

  it.each([
    [
      'Cookies bij De Kade',
      'Wij gebruiken cookies en vergelijkbare technieken om onze website beter te maken. Door op akkoord te klikken gaat u akkoord met het plaatsen van alle cookies.',
    ],
    [
      'Ваш выбор',
      'Мы используем файлы cookie, чтобы сделать наш сайт удобнее для вас. Продолжая пользоваться сайтом, вы соглашаетесь на обработку файлов cookie.',
    ],
    [
      'Vos choix',
      'Avec votre accord, nous et nos partenaires utilisons des cookies pour stocker et consulter des informations personnelles. Vous pouvez retirer votre consentement à tout moment.',
    ],
  ])('holds no article: %s', (title, text) => {
    const article = wall(title, text);
    expect(article.body).toEqual([]);
    expect(article.warnings.map(({ code }) => code)).toContain('no-article');
    expect(article.removed?.find((entry) => entry.text.startsWith(text))?.label).toBe(
      'cookie-consent',
    );
  });

  it('is none where an article speaks of cookies', () => {
    const html = page(
      `<p>The high court ruled on Friday that sites must not set cookies before a reader has agreed to them, in a case from Ellmouth.</p>
       <p>A box that is ticked in advance is no consent, the judges said, and nobody has to click more often to refuse than to agree.</p>`,
      'Court rules on cookies',
    );
    expect(linesOf(html)).toHaveLength(2);
  });
});

describe('a page that says nothing of its title', () => {
  const bare = (inside: string) =>
    cleanFull({ content: `<html><body>${inside}</body></html>`, format: 'html' });

  it('has its only heading for one', () => {
    const { title, body } = bare(`<h2>Ellmouth keeps its old crane</h2>${prose()}`);
    expect(title).toBe('Ellmouth keeps its old crane');
    expect(body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });

  it('has none where several headings are alike', () => {
    const inside = `<h2>What was decided</h2>${prose(0, 2)}<h2>What comes next</h2>${prose(2)}`;
    expect(bare(inside).title).toBeNull();
  });
});
