import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const INPUT = /\.(?:txt|html)$/;

/** A fixture's or seed's input. */
export interface CaseInput {
  /** Relative to the package. */
  readonly path: string;
  readonly content: Buffer;
  readonly format: 'text' | 'html';
}

/** The inputs of all fixtures and seeds, sorted by path. */
export function inputs(): CaseInput[] {
  return ['fixtures', 'seeds'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => INPUT.test(name))
      .sort()
      .map((name): CaseInput => {
        const path = join(folder, name);
        const format = path.endsWith('.html') ? 'html' : 'text';
        return { path, content: readFileSync(join(ROOT, path)), format };
      }),
  );
}
