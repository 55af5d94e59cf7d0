import { expect, test, vi } from 'vitest';
import { InputError } from '../src/contract/errors.ts';
import { createPipeline } from '../src/pipeline.ts';
import { visibleOf } from '../src/text/visible.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Case {
  readonly size: number;
  readonly format?: 'text' | 'html';
  readonly make: (n: number) => string | Uint8Array;
}

const FILE = new URL('../bench/hostile-cases.mjs', import.meta.url).href;
const { CASES } = (await import(FILE)) as { CASES: Readonly<Record<string, Case>> };
const CLEAR = /^expected .*, found /;
const SHARE = 0.002;
const desk = createPipeline({ ledger: 'full', html: true, links: 'keep', images: 'keep' });

test.each(Object.entries(CASES))(
  '%s: an article whose text is whole, or one clear error',
  (_name, hostile) => {
    const content = hostile.make(Math.max(1, Math.round(hostile.size * SHARE)));
    try {
      const article = desk.clean({ content, format: hostile.format ?? 'html' });
      expect(article.text).toBe(article.body.map(({ text }) => text).join('\n\n'));
      const said =
        article.body.length > 0 || article.warnings.some(({ code }) => code === 'no-article');
      expect(said || visibleOf(article.title ?? '') !== '').toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message).toMatch(CLEAR);
    }
  },
);
