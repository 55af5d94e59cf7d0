import { rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import { type FilePath, readWhole } from '../../readers/bytes/read-bytes.ts';
import { walk } from '../../readers/find/walk.ts';
import { type InputKind, kindOf } from '../../readers/kinds.ts';
import { jsonKindOf } from '../../readers/rows/rows.ts';
import { withoutExtension } from '../../writers/files/output-names.ts';

/** An input and the article that is expected of it. */
export interface Fixture {
  /** Path relative to the folder, without the extension. */
  readonly name: string;
  readonly input: FilePath;
  readonly kind: InputKind;
  /** Path of the expected article. */
  readonly expected: FilePath;
}

/** The fixtures of a folder, and what stands in it without a partner. */
export interface Fixtures {
  readonly fixtures: readonly Fixture[];
  /** Inputs whose expected article is not there yet. */
  readonly missing: readonly Fixture[];
  readonly failures: readonly { readonly shown: string; readonly message: string }[];
}

const EXPECTED = '.json';

/** Finds pairs of `<name>.<any extension>` and `<name>.json` below a folder. */
export async function findFixtures(folder: string): Promise<Fixtures> {
  const walked = await walk(folder);
  const failures = walked.failures.map(({ relative, error }) => ({
    shown: join(folder, relative),
    message: `expected a folder that can be read: ${reason(error)}`,
  }));
  const inputs = new Map<string, { relative: string; path: FilePath }[]>();
  for (const file of walked.files.filter(({ relative }) => !relative.endsWith(EXPECTED))) {
    const name = withoutExtension(file.relative);
    inputs.set(name, [...(inputs.get(name) ?? []), file]);
  }
  const fixtures: Fixture[] = [];
  for (const expected of walked.files.filter(({ relative }) => relative.endsWith(EXPECTED))) {
    const name = expected.relative.slice(0, -EXPECTED.length);
    const found = inputs.get(name) ?? [];
    inputs.delete(name);
    const [input] = found;
    if (input !== undefined && found.length === 1) {
      const kind = kindOf(input.relative);
      fixtures.push({ name, input: input.path, kind, expected: expected.path });
    } else {
      const message = `expected one input beside it, found ${found.length}`;
      failures.push({ shown: join(folder, expected.relative), message });
    }
  }
  const missing: Fixture[] = [];
  for (const [name, [input, ...others]] of inputs) {
    const shown = join(folder, input!.relative);
    if (others.length > 0) {
      const message = `expected one input of that name beside ${name}${EXPECTED}, found ${1 + others.length}`;
      failures.push({ shown, message });
      continue;
    }
    const expected = besides(input!.path, input!.relative, name);
    missing.push({ name, input: input!.path, kind: kindOf(input!.relative), expected });
  }
  return { fixtures, missing, failures };
}

/** The path of the expected article: the input's, with the other ending. */
function besides(path: FilePath, relative: string, name: string): FilePath {
  const ending = Buffer.byteLength(relative) - Buffer.byteLength(name);
  const bytes = Buffer.from(path);
  const whole = Buffer.concat([bytes.subarray(0, bytes.length - ending), Buffer.from(EXPECTED)]);
  return typeof path === 'string' ? whole.toString() : whole;
}

/** @throws {InputError} when the file is no JSON object */
export async function readExpected(path: FilePath): Promise<Record<string, unknown>> {
  const bytes = await readWhole(path);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new InputError(
      'not-json',
      `expected an article as JSON in ${nameOf(path)}: ${reason(error)}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      'not-json',
      `expected an article as a JSON object in ${nameOf(path)}, found ${jsonKindOf(value)}`,
    );
  }
  return value as Record<string, unknown>;
}

function nameOf(path: FilePath): string {
  return basename(path.toString());
}

/** Replaces an expected article whole. */
export async function writeExpected(path: FilePath, value: unknown): Promise<void> {
  const temporary = Buffer.concat([Buffer.from(path), Buffer.from('.tmp')]);
  await writeFile(temporary, `${JSON.stringify(value, null, 2)}\n`);
  await rename(temporary, path);
}
