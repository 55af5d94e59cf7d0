/** The oldest Node that copydesk runs on: `engines` of package.json, which a test compares. Major and minor number. */
const OLDEST = [20, 19] as const;

/**
 * What to say where this Node is too old; `null` where it is not. Asked for before anything runs: an old one fails late and
 * row by row, which a cluster, with a Node of its own on each machine, would take for bad rows.
 *
 * @param version such as `18.20.8`
 * @param path of the Node that runs
 */
export function tooOldNode(version: string, path: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, least] = OLDEST;
  if (major > oldest || (major === oldest && minor >= least)) return null;
  return `expected Node ${OLDEST.join('.')} or newer, found ${version} at ${path}; install a newer one, or on a cluster ship one with the job: copydesk spark --pack`;
}
