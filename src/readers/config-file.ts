import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problemOf } from '../config/option-problems.ts';
import type { CleanOptions } from '../config/options.ts';
import { schemas } from '../config/options-schema.ts';
import { reason, UsageError } from '../contract/run-errors.ts';
import { excerpt, printable } from '../text/printable.ts';

const NAME = 'copydesk.config.json';
/** A larger file is refused, 16 MB: a hundred thousand rules for sites fit in. Set by hand. */
const MAX_BYTES = 16 * 1024 * 1024;
const BYTE_ORDER_MARK = /^\ufeff/;
const POSITION = /at position (\d+)/;

/**
 * Reads the configuration.
 *
 * @param file its path; without it, the nearest `copydesk.config.json` in the folder or above it.
 * @returns its options; none where there is no such file.
 * @throws {UsageError} when the file cannot be read or is no configuration.
 */
export async function readConfig(file: string | undefined, folder: string): Promise<CleanOptions> {
  const path = file === undefined ? await nearest(folder) : resolve(folder, file);
  if (path === null) return {};
  const shown = printable(file ?? path);
  const value = parse(await readText(path, shown), shown);
  const parsed = schemas().config.safeParse(value);
  if (!parsed.success) throw new UsageError(problemOf(parsed.error, value, shown));
  const { $schema: _, ...options } = parsed.data;
  return options;
}

async function nearest(folder: string): Promise<string | null> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, NAME);
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) return path;
    if (dirname(at) === at) return null;
  }
}

async function readText(path: string, shown: string): Promise<string> {
  const { size } = await stat(path).catch((error) => {
    throw new UsageError(`expected a configuration at ${shown}: ${reason(error)}`);
  });
  if (size > MAX_BYTES) {
    throw new UsageError(`${shown}: expected at most ${MAX_BYTES} bytes, found ${size}`);
  }
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new UsageError(`expected a configuration at ${shown}: ${reason(error)}`);
  });
  return text.replace(BYTE_ORDER_MARK, '');
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = POSITION.exec(message)?.[1];
    const before = text.slice(0, Number(position ?? text.length)).split('\n');
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    throw new UsageError(
      `${shown}: expected JSON, found an error at ${place}: ${excerpt(message)}`,
    );
  }
}
