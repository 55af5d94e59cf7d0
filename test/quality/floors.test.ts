import { describe, expect, it } from 'vitest';

interface Figures {
  readonly data: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, number>>;
}
interface Floors {
  readonly data: Readonly<Record<string, string>>;
  readonly floors: Readonly<Record<string, number>>;
  readonly lowered: readonly object[];
}
interface Gate {
  problemsOf(kept: Floors, found: Figures): string[];
  raised(kept: Floors, found: Figures): Floors;
  lowered(kept: Floors, found: Figures, reason: string): Floors;
}

const FILE = new URL('../../quality/floors.mjs', import.meta.url).href;
const { problemsOf, raised, lowered } = (await import(FILE)) as Gate;

const kept: Floors = { data: { articles: 'a' }, floors: { title: 0.9, body: 0.8 }, lowered: [] };
const found = (figures: Figures['figures'], articles = 'a'): Figures => ({
  data: { articles },
  figures,
});

describe('the gate of quality', () => {
  it('says nothing of figures at their floor or above it', () => {
    expect(problemsOf(kept, found({ title: 0.9, body: 1 }))).toEqual([]);
  });

  it('names a figure below its floor', () => {
    expect(problemsOf(kept, found({ title: 0.8999, body: 1 }))).toEqual([
      'title: 0.8999, below its floor 0.9',
    ]);
  });

  it('names other data, figures without a floor and floors without a figure', () => {
    expect(problemsOf(kept, found({ title: 1, authors: 1 }, 'b'))).toEqual([
      'authors: 1.0000, has no floor yet',
      'body: has a floor and is not measured',
      'articles: the floors were set on other data',
    ]);
  });

  it('raises floors, and takes new data, but lowers none', () => {
    const next = raised(kept, found({ title: 0.95, body: 0.7 }, 'b'));
    expect(next).toEqual({
      data: { articles: 'b' },
      floors: { title: 0.95, body: 0.8 },
      lowered: [],
    });
  });

  it('rounds down, so that a figure meets its own floor', () => {
    const figures = found({ title: 2 / 3, body: 1 });
    const next = lowered(kept, figures, 'a third of the titles is new');
    expect(next.floors).toEqual({ title: 0.6666, body: 1 });
    expect(problemsOf(next, figures)).toEqual([]);
  });

  it('keeps what went down, and why', () => {
    const next = lowered(kept, found({ title: 0.5, body: 0.9 }), 'a reason');
    expect(next.lowered).toEqual([{ figure: 'title', from: 0.9, to: 0.5, reason: 'a reason' }]);
  });
});
