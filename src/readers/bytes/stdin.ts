import { asInputError } from './read-bytes.ts';

/** Standard input as chunks. */
export interface Stdin extends AsyncIterable<Uint8Array> {
  /** Ends the reading at once, as if the input had ended. */
  stop(): void;
}

/** Standard input; reading it throws an `InputError` where it cannot be read. */
export function createStdin(stream: NodeJS.ReadStream = process.stdin): Stdin {
  let stopped = false;
  return {
    stop() {
      stopped = true;
      stream.destroy();
    },
    async *[Symbol.asyncIterator]() {
      try {
        for await (const chunk of stream) yield chunk as Buffer;
      } catch (error) {
        if (!stopped) throw asInputError(error);
      }
    },
  };
}
