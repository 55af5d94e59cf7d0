import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Makes the tables of data/ anew before the tests, so that they test the phrases as they are now. */
export default function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/generate/index.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
