import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { measure } from './measure.mjs';

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,tr,figcaption,br';
await measure(async ({ html, url }) => {
  const { document } = parseHTML(html);
  const { content } = await Defuddle(document, url ?? undefined);
  const { document: fragment } = parseHTML(
    `<!doctype html><html><body>${content ?? ''}</body></html>`,
  );
  for (const block of fragment.querySelectorAll(BLOCKS)) block.append('\n');
  return fragment.body.textContent;
});
