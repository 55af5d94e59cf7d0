import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OutputFolder, STATE } from '../../writers/files/folder.ts';
import { spoolError } from '../temporary.ts';

/** Where copies of standard input are put. */
export interface SpoolPlace {
  /** A path at which nothing is. @throws {OutputError} when there is no room for one */
  readonly path: () => string;
  /** Takes all copies away. */
  close(): void;
}

/** In the output folder, where the next run takes away what a killed one left; else in the folder that `TMPDIR` names. */
export function createSpoolPlace(folder: OutputFolder | null): SpoolPlace {
  const paths: string[] = [];
  return {
    path() {
      try {
        const place =
          folder === null ? mkdtempSync(join(tmpdir(), 'copydesk-')) : join(folder.root, STATE);
        const path = join(place, `${process.pid}-0${paths.length}.tmp`);
        paths.push(folder === null ? place : path);
        return path;
      } catch (error) {
        throw spoolError(error);
      }
    },
    close() {
      for (const path of paths) rmSync(path, { recursive: true, force: true });
    },
  };
}
