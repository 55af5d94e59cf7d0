import { UsageError } from '../../contract/run-errors.ts';
import {
  createSiteMemory,
  SITE_MEMORY_FORMAT,
  type SiteMemory,
  type SiteSnapshot,
} from '../../dedupe/site-lines/site-memory.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { writeWhole } from '../../writers/files/whole-file.ts';
import { isMissing, readUsed } from '../used-file.ts';

/**
 * The memory that a file holds; an empty one where there is no such file yet.
 *
 * @throws {UsageError} when it is none, or of another version
 */
export async function readSiteMemory(path: string): Promise<SiteMemory> {
  if (await isMissing(path)) return createSiteMemory();
  return createSiteMemory(parse(path, await readUsed(path)));
}

/** Keeps a memory in a file. */
export function writeSiteMemory(path: string, memory: SiteMemory): Promise<void> {
  return writeWhole(path, `${JSON.stringify(memory.snapshot())}\n`);
}

function parse(path: string, content: string): SiteSnapshot {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw notOne(path, `"${excerpt(content, 40)}"`);
  }
  const { format, sites } = (value ?? {}) as Partial<SiteSnapshot>;
  if (format !== SITE_MEMORY_FORMAT)
    throw notOne(path, `format ${excerpt(JSON.stringify(format) ?? 'none')}`);
  if (!isSites(sites)) throw notOne(path, 'sites without their pages and lines');
  return { format, sites };
}

function isSites(sites: unknown): sites is SiteSnapshot['sites'] {
  if (typeof sites !== 'object' || sites === null) return false;
  return Object.values(sites).every((site: unknown) => {
    const { pages, lines } = (site ?? {}) as { pages?: unknown; lines?: unknown };
    return isNumbers(pages) && isNumbers(lines);
  });
}

function isNumbers(list: unknown): boolean {
  return Array.isArray(list) && list.every((value) => typeof value === 'number');
}

function notOne(path: string, found: string): UsageError {
  return new UsageError(
    `expected ${printable(path)} to be a memory of sites (${SITE_MEMORY_FORMAT}), found ${found}; take another file, or remove it to begin anew`,
  );
}
