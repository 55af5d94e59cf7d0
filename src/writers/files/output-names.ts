import { resolve, sep } from 'node:path';
import { digest, foldName, safeName, safePath, shortDigest } from './safe-names.ts';

const EXTENSION = /\.[^./]+$/;

/** An input file as far as its name goes. */
export interface Named {
  /** Path relative to the input folder, `/` between the parts. */
  readonly relative: string;
  /** The input folder; `null` or missing for none. */
  readonly root?: string | null;
  /** What tells it from every other input, for example its path as given. */
  readonly key: string;
}

/** An article's id, and its output relative to the folder, without the ending. */
export interface FileName {
  readonly id: string;
  readonly name: string;
}

/**
 * Ids and names of outputs (relative, without the ending), one for each input, never the same twice, whatever
 * the order of the inputs: the path without its extension. Where inputs of two folders would share that, all of these
 * folders' get the folder's name before it; where two of one folder would, each keeps its extension; where that is not
 * enough, each gets a digest of its path. Case and composition do not count as a difference.
 */
export function nameFiles(given: readonly Named[]): FileName[] {
  const inputs = withFolders(given);
  const levels = inputs.map(() => 0);
  for (;;) {
    const ids = inputs.map((input, i) => candidate(input, levels[i]!));
    const names = ids.map(safePath);
    const rivals = collisions(names)
      .flat()
      .filter((i) => levels[i]! < 3);
    if (rivals.length === 0) return names.map((name, i) => ({ name, id: ids[i]! }));
    for (const i of rivals) levels[i]! += 1;
  }
}

/** The path without its extension; the whole path where nothing else would be left. */
export function withoutExtension(path: string): string {
  const stem = path.replace(EXTENSION, '');
  return stem === '' || stem.endsWith('/') ? path : stem;
}

/** A file to be renamed at the end of a run. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Hands out the names of rows, which are known only one by one. */
export class RowNames {
  /** Folded names; the first row that took one is kept until a second one wants it. */
  readonly #taken = new Map<string, { name: string; digest: string } | null>();
  readonly #moves: Move[] = [];

  /** @param files names that input files have; rows give way to them */
  constructor(files: Iterable<string>) {
    for (const name of files) this.#taken.set(foldName(name), null);
  }

  /**
   * The name of a row's output: its id made safe, in the folder of its file. When a name is wanted
   * twice, all rows that want it get a digest of their bytes, the first one by a move at the end.
   */
  claim(folder: string, id: string, raw: string | Uint8Array): string {
    const name = folder === '' ? safeName(id) : `${folder}/${safeName(id)}`;
    const key = foldName(name);
    const first = this.#taken.get(key);
    if (first === undefined) {
      this.#taken.set(key, { name, digest: shortDigest(raw) });
      return name;
    }
    if (first !== null) {
      this.#taken.set(key, null);
      this.#moves.push({ from: first.name, to: this.#free(first.name, first.digest) });
    }
    return this.#free(name, shortDigest(raw));
  }

  /** What is to be renamed when all rows are written. */
  moves(): readonly Move[] {
    return this.#moves;
  }

  #free(plain: string, digest: string): string {
    for (let n = 1; ; n++) {
      const name = `${plain}~${digest}${n === 1 ? '' : `-${n}`}`;
      const key = foldName(name);
      if (this.#taken.has(key)) continue;
      this.#taken.set(key, null);
      return name;
    }
  }
}

/** Puts the names of input folders before the paths of those that would meet: as many of their parts as tell them apart. */
function withFolders(inputs: readonly Named[]): readonly Named[] {
  const roots = inputs.map(({ root }) => (root == null ? null : resolve(root)));
  if (new Set(roots).size < 2) return inputs;
  const parts = new Map(roots.map((root) => [root, root?.split(sep).filter(Boolean) ?? []]));
  const taken = new Map<string | null, number>(roots.map((root) => [root, 0]));
  for (;;) {
    const named = inputs.map((input, i) => {
      const all = parts.get(roots[i]!)!;
      const before = all.slice(all.length - taken.get(roots[i]!)!);
      return { ...input, relative: [...before, input.relative].join('/') };
    });
    const names = named.map(({ relative }) => safePath(withoutExtension(relative)));
    const rivals = new Set(
      collisions(names)
        .filter((group) => new Set(group.map((i) => roots[i])).size > 1)
        .flatMap((group) => group.map((i) => roots[i]!)),
    );
    const more = [...rivals].filter((root) => taken.get(root)! < parts.get(root)!.length);
    if (more.length === 0) return named;
    for (const root of more) taken.set(root, taken.get(root)! + 1);
  }
}

function candidate(input: Named, level: number): string {
  if (level === 0) return withoutExtension(input.relative);
  if (level === 1) return input.relative;
  return `${input.relative}~${level === 2 ? shortDigest(input.key) : digest(input.key)}`;
}

/** The places of names that are the same, each name's together. */
function collisions(names: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = foldName(name);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}
