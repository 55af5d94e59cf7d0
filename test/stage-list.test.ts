import { expect, test } from 'vitest';
import { StageList } from '../src/stage-list.ts';

const list = StageList.of('number', (text: string) => Number(text))
  .next('double', (n) => n * 2)
  .next('text', (n) => `${n}!`);

test('runs its stages in order', () => {
  expect(list.run('4')).toBe('8!');
  expect(list.names).toEqual(['number', 'double', 'text']);
});

test('stops behind any of them', () => {
  const double: number = list.until('double', '4');
  expect(double).toBe(8);
  expect(list.until('number', '4')).toBe(4);
  expect(list.until('text', '4')).toBe('8!');
});

test('a longer list leaves the shorter one as it is', () => {
  const shorter = StageList.of('one', (n: number) => n + 1);
  const longer = shorter.next('two', (n) => n * 10);
  expect(shorter.names).toEqual(['one']);
  expect(shorter.run(1)).toBe(2);
  expect(longer.run(1)).toBe(20);
});

test('a name that no stage has is refused', () => {
  expect(() => list.until('nothing' as 'text', '4')).toThrow(
    new RangeError('expected one of the stages number, double, text, found nothing'),
  );
});
