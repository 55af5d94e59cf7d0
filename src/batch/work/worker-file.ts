import { fileURLToPath } from 'node:url';

/** Where the module is that a thread runs. */
export const WORKER_FILE = fileURLToPath(new URL('./worker.js', import.meta.url));
