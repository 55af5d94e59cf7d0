import { tuneCompiler } from '../../dist/cli/compiler.js';
import { createPipeline } from '../../dist/index.js';
import { measure } from './measure.mjs';

// As the command does.
tuneCompiler();
const desk = createPipeline();
await measure(({ id, url, html }) => {
  const { text, subtitle } = desk.clean({ content: html, format: 'html', id: String(id), url });
  return subtitle === null ? text : `${subtitle}\n\n${text}`;
});
