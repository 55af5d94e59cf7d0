import { createStdin, type Stdin } from '../readers/bytes/stdin.ts';
import type { Writer } from '../writers/files/stream-writer.ts';
import { hasColour } from './terminal/colour.ts';
import { escapedWriter } from './terminal/escaped.ts';
import { createStandardOutput } from './terminal/standard-output.ts';

/** Arguments as they were read: by name, texts, lists of texts, and `true` for flags. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a command works with. */
export interface Context {
  /** Standard output, for data: on a terminal its control characters are escaped. */
  readonly out: Writer;
  /** Standard output, for what is laid out and painted for people and is printable already. */
  readonly screen: Writer;
  readonly err: NodeJS.WriteStream;
  readonly stdin: Stdin;
  readonly env: NodeJS.ProcessEnv;
  /** Whether standard output is a terminal that shows colours. */
  readonly colour: boolean;
  /** Columns of standard output; `Infinity` where it is no terminal. */
  readonly width: number;
  /** The signal that asked the run to end, if one did. */
  readonly stopped: () => NodeJS.Signals | null;
}

/** Does a command's work and gives the exit code. */
export type Handler = (args: Arguments, context: Context) => Promise<number>;

/** The context of this process. The first SIGINT or SIGTERM lets a run end in order, the second kills. */
export function createContext(): Context {
  const stdin = createStdin();
  let signal: NodeJS.Signals | null = null;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      signal = name;
      stdin.stop();
    });
  }
  process.stderr.on('error', () => undefined);
  const screen = createStandardOutput();
  return {
    out: process.stdout.isTTY === true ? escapedWriter(screen) : screen,
    screen,
    err: process.stderr,
    stdin,
    env: process.env,
    colour: hasColour(process.stdout, process.env),
    width: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    stopped: () => signal,
  };
}
