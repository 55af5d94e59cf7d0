import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bin, folder } from '../cli/bin.ts';

/** A small article of its own. */
export function story(i: number): string {
  return [
    `Storm number ${i} closes the bridge`,
    `The bridge over the river was closed on Monday after storm ${i}, the council of the town said.`,
    `It is to open again in ${i + 2} days, when divers have looked at all of its piers and found them sound.`,
  ].join('\n\n');
}

/** An article that takes many seconds, in less than the 2 MB that are worth a thread: very many short lines. */
export function slowStory(lines = 150_000): string {
  return `Storm closes bridge\n\n${Array.from({ length: lines }, (_, i) => `Home ${i}`).join('\n')}`;
}

/** Rows with ids. */
export function rows(count: number, from = 0): string {
  const row = (_: unknown, i: number) =>
    JSON.stringify({ id: `story-${from + i}`, text: story(from + i) });
  return `${Array.from({ length: count }, row).join('\n')}\n`;
}

/** A folder of texts, pages and rows, some of which are no good or want one name. */
export function mixedInputs(): string {
  const files: Record<string, string> = {
    'many.ndjson': rows(60),
    'more/many.ndjson': `${rows(20, 50)}nope\n{"id":"no text"}\n${rows(2)}`,
    'page.html': `<html><head><title>Storm</title></head><body><article><h1>Storm closes bridge</h1><p>${story(1)}</p></article></body></html>`,
    'empty.txt': '',
  };
  for (let i = 0; i < 20; i++) files[`texts/${i}.txt`] = story(i);
  return folder(files);
}

/** Starts the bin and kills it after some milliseconds; gives how long it lived on, and how it ended. */
export async function killed(
  args: readonly string[],
  signal: NodeJS.Signals,
  when: number | (() => boolean),
): Promise<{ code: number | null; ended: NodeJS.Signals | null; ms: number; stderr: string }> {
  const child = spawn(process.execPath, [bin(), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const closed = once(child, 'close');
  if (typeof when === 'number') await Promise.race([sleep(when), closed]);
  else while (!when() && child.exitCode === null) await sleep(10);
  const sent = performance.now();
  child.kill(signal);
  const [code, ended] = (await closed) as [number | null, NodeJS.Signals | null];
  return { code, ended, ms: performance.now() - sent, stderr };
}

/** Whether a run has begun to work, by the journal in its output folder. */
export function hasBegun(out: string): boolean {
  return fs.existsSync(path.join(out, '.copydesk/journal.ndjson'));
}
