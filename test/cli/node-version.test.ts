import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tooOldNode } from '../../src/cli/node-version.ts';

test('a Node that is too old is told so, with what is needed', () => {
  const { engines } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(engines.node).toBe('>=20.19.0');
  expect(tooOldNode('18.20.8', '/opt/node')).toContain(
    'expected Node 20.19 or newer, found 18.20.8 at /opt/node',
  );
  expect(tooOldNode('20.18.3', '/opt/node')).toContain('found 20.18.3');
  expect(['20.19.0', '22.0.0', '24.1.0-nightly'].map((one) => tooOldNode(one, ''))).toEqual([
    null,
    null,
    null,
  ]);
});
