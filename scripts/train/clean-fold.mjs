// Cleans a fold's benchmark rows, from the documents that export.mjs kept, with a build that holds the fold's weights.
// usage: node clean-fold.mjs DIST WORK FORMAT FOLD OUT.jsonl
// Beside OUT it writes WORK/FORMAT.FOLD.certainty.f32: for each visible block its certainty as body, less than 0 as
// removed, 0 as anything else.
import { createWriteStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { documentsOf } from './documents.mjs';

const [dist, work, format, fold, out] = process.argv.slice(2);
const load = (path) => import(new URL(path, pathToFileURL(`${dist}/`)));
const { createLabel } = await load('stages/label/index.js');
const { createRead } = await load('stages/read/index.js');
const { createMetadata } = await load('stages/metadata/index.js');
const { createRender } = await load('stages/render/index.js');
const { createAssemble } = await load('stages/assemble/index.js');
const { isRemoved } = await load('contract/labels.js');

const favor = process.env.FAVOR;
const label = createLabel(favor ? { favor } : {});
const read = createRead();
const metadata = createMetadata();
const render = createRender({ html: false, links: null, images: 'drop' });
const assemble = createAssemble({ ledger: 'none', tool: { version: '0', config: fold } });
const rows = createWriteStream(out);
const certainties = createWriteStream(`${work}/${format}.${fold}.certainty.f32`);
for await (const row of documentsOf(`${work}/${format}.documents`)) {
  if (String(row.fold) !== fold || !row.measured) continue;
  const labelled = label(read(row.document));
  const { id, text, subtitle, title: headline, warnings } = assemble(render(metadata(labelled)));
  rows.write(`${JSON.stringify({ id, text, subtitle, title: headline, warnings })}\n`);
  const seen = labelled.blocks.filter(({ context }) => !context.hidden);
  certainties.write(Buffer.from(Float32Array.from(seen, certaintyOf).buffer));
}

function certaintyOf({ spans }) {
  const size = ({ start, end }) => end - start;
  const main = spans.reduce((best, span) => (!best || size(span) > size(best) ? span : best), null);
  if (main?.label === 'body') return main.certainty;
  return main && isRemoved(main.label) ? -main.certainty : 0;
}
