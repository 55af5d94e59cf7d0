import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { measure } from './measure.mjs';

const BLOCKS = 'p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,tr,figcaption,br';
await measure(({ html }) => {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  if (!article) return '';
  const { document: content } = parseHTML(
    `<!doctype html><html><body>${article.content}</body></html>`,
  );
  for (const block of content.querySelectorAll(BLOCKS)) block.append('\n');
  return content.body.textContent;
});
