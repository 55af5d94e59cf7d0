import type { Article } from '../contract/article.ts';

/**
 * Title, subtitle and body as plain text, laid out so that cleaning it again gives the same three.
 *
 * @example toText(clean(page)) // 'Storm closes bridge\n\nThe old bridge …\n'
 */
export function toText(article: Article): string {
  const head = [article.title, article.subtitle].filter((line) => line !== null).join('\n\n');
  const body = article.body.map(plainBlock).reduce((text, block, i) => {
    if (i === 0) return block;
    const listed =
      article.body[i]!.type === 'list-item' && article.body[i - 1]!.type === 'list-item';
    return text + (listed ? '\n' : '\n\n') + block;
  }, '');
  const gap = article.subtitle === null ? '\n\n' : '\n\n\n';
  return `${[head, body].filter((part) => part !== '').join(gap)}\n`;
}

function plainBlock(block: Article['body'][number]): string {
  return block.type === 'list-item' ? `- ${block.text}` : block.text;
}
