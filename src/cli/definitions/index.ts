import { check } from './check.ts';
import { clean } from './clean.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { dedupe } from './dedupe.ts';
import { explain } from './explain.ts';
import { repair } from './repair.ts';
import { schema } from './schema.ts';
import { spark } from './spark.ts';

/** All commands by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  clean,
  repair,
  explain,
  check,
  dedupe,
  spark,
  schema,
  completion: completion(() => COMMANDS),
};
