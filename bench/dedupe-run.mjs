// Runs the command line in this process and writes its CPU-seconds and megabytes to standard error, for bench/dedupe.mjs.
// usage: node bench/dedupe-run.mjs CLI ARGUMENTS…
import { pathToFileURL } from 'node:url';

const [cli, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], cli, ...args];
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(
    `${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} ${Math.round(maxRSS / 1024)}\n`,
  );
});
await import(pathToFileURL(cli).href);
