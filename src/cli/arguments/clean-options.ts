import type { CleanOptions } from '../../config/options.ts';
import { readConfig } from '../../readers/config-file.ts';
import type { Arguments } from '../context.ts';
import { text } from './values.ts';

const FLAGS = ['ledger', 'favor', 'captions', 'tables', 'links', 'images'] as const;

/**
 * How articles are made: what the command line says, else what the configuration says; the rest is left to
 * the defaults.
 *
 * @throws {UsageError} when the configuration is none.
 */
export async function readMaking(args: Arguments): Promise<CleanOptions> {
  const config = await readConfig(text(args, 'config'), process.cwd());
  const given = FLAGS.flatMap((name) => {
    const value = text(args, name);
    // A ledger in files of its own is made as one that stands with the article.
    if (value === 'separate') return [[name, 'inline']];
    return value === undefined ? [] : [[name, value]];
  });
  const html = args['html'];
  return {
    ...config,
    // The words were checked when the command line was read.
    ...(Object.fromEntries(given) as CleanOptions),
    ...(typeof html === 'boolean' ? { html } : {}),
  };
}
