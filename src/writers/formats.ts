import type { Article } from '../contract/article.ts';
import { articleJsonLd } from './json-ld.ts';
import { articleMarkdown } from './markdown.ts';

/** How an article is written. */
export type Format = 'json' | 'ndjson' | 'md' | 'text' | 'jsonld';

/** All formats, in the order of the help. */
export const FORMATS: readonly Format[] = ['json', 'ndjson', 'md', 'text', 'jsonld'];

/** Endings of output files. */
export const ENDINGS: Readonly<Record<Format, string>> = {
  json: '.json',
  ndjson: '.ndjson',
  md: '.md',
  text: '.txt',
  jsonld: '.jsonld',
};

/** What stands between two articles in one stream. */
export const BETWEEN: Readonly<Record<Format, string>> = {
  json: '',
  ndjson: '',
  md: '\n---\n\n',
  text: '\n\n',
  jsonld: '',
};

/** The article in a format, with its final newline. */
export function format(article: Article, as: Format): string {
  switch (as) {
    case 'json':
      return `${JSON.stringify(article, null, 2)}\n`;
    case 'ndjson':
      return `${JSON.stringify(article)}\n`;
    case 'md':
      return articleMarkdown(article);
    case 'text':
      return articleText(article);
    case 'jsonld':
      return articleJsonLd(article);
  }
}

/** Title, subtitle and body as plain text, laid out so that cleaning it again gives the same three. */
export function articleText(article: Article): string {
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
