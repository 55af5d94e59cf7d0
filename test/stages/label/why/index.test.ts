import { expect, test } from 'vitest';
import type { CleanOptions } from '../../../../src/config/options.ts';
import { createPipeline } from '../../../../src/pipeline.ts';
import { createWhy, labelsOf } from '../../../../src/stages/label/why/index.ts';
import { FERRY } from '../../../support/ferry.ts';

function explained(content: string, options: CleanOptions = {}) {
  const document = createPipeline(options).trace({ id: 'a', content }, 'metadata');
  const why = createWhy(document, options.favor ?? 'balanced');
  const indexOf = (start: string) =>
    document.blocks.findIndex(({ copy }) => copy.text.startsWith(start));
  return {
    labels: (start: string) => labelsOf(document.blocks[indexOf(start)]!),
    why: (start: string) => why(indexOf(start)),
  };
}

test('score and certainty are those that decided', () => {
  const { why, labels } = explained(FERRY);
  const prose = why('A study').opinion!;
  expect(prose.score).toBeGreaterThan(prose.cutOffs.balanced);
  expect(prose).toMatchObject({ picked: true, isBody: true, said: null, overrules: 'free' });
  expect(labels('A study')).toEqual(['body']);
  const phrase = why('Leave a').opinion!;
  expect(phrase.score).toBeLessThan(phrase.cutOffs.recall);
  expect(phrase).toMatchObject({ isBody: false, overrules: 'free', said: { rule: 'phrase' } });
  expect(phrase.weighed[0]!.effect).toBeLessThan(0);
  expect(why('A study').withoutRule).toBeNull();
  expect(why('Leave a').withoutRule).toMatchObject({ said: { rule: 'phrase' }, isBody: false });
});

test('what else could be favoured is labelled anew', () => {
  const byDefault = explained(FERRY);
  const others = [explained(FERRY, { favor: 'precision' }), explained(FERRY, { favor: 'recall' })];
  for (const start of ['The paper has', 'Visit us', 'More than', 'By Jane']) {
    expect(byDefault.why(start).alternatives).toEqual([
      { change: 'precision', labels: others[0]!.labels(start) },
      { change: 'recall', labels: others[1]!.labels(start) },
    ]);
  }
  expect(others[0]!.labels('The paper')).not.toEqual(byDefault.labels('The paper'));
  expect(others[1]!.labels('Visit us')).not.toEqual(byDefault.labels('Visit us'));
  expect(others[1]!.why('Visit us').alternatives[1]).toEqual({
    change: 'balanced',
    labels: byDefault.labels('Visit us'),
  });
});

test('lines that the model never saw say why', () => {
  const sites = [{ host: '*', drop: { lines: ['^A study'] } }];
  const { why } = explained(FERRY, { sites });
  expect(why('A study')).toMatchObject({ opinion: null, notAsked: 'dropped' });
  expect(why('A study').alternatives.at(-1)).toEqual({ change: 'no-user-rules', labels: ['body'] });
  const few = explained(
    'A title of some length\n\nA sentence that says a thing or two about it.\n',
  );
  expect(few.why('A sentence')).toMatchObject({ opinion: null, notAsked: 'few-lines' });
  const page = explained(
    '<html><head><title>A bridge opens</title></head><body><h1>A bridge opens</h1><p>It was opened on Monday by the mayor, who walked across it with a school class.</p></body></html>',
  );
  expect(page.why('A bridge opens')).toMatchObject({ opinion: null, notAsked: 'hidden' });
  expect(page.why('It was opened').opinion).not.toBeNull();
});
