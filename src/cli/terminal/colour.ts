/** Values of `FORCE_COLOR` that forbid colours. */
const NO = new Set(['0', 'false']);

/**
 * Whether colours are welcome: where `FORCE_COLOR` says so, which counts most; else on a terminal, unless `NO_COLOR` is
 * set or it is a dumb one.
 */
export function hasColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced) return !NO.has(forced);
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
