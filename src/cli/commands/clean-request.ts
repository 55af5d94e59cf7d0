import type { Tally } from '../../batch/report/tally.ts';
import type { InputFile } from '../../readers/inputs.ts';
import type { OutputFolder } from '../../writers/files/folder.ts';
import type { Context } from '../context.ts';
import type { CleanArguments } from './clean-arguments.ts';

/** What decides where outputs go. */
export interface OutputRequest {
  readonly folder: OutputFolder | null;
  readonly options: CleanArguments;
  readonly context: Context;
  readonly files: readonly InputFile[];
  readonly tally: Tally;
}
