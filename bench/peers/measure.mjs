// What the runners written in JavaScript share: reads the pages, times each by CPU, writes rows {id, text}.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const PEAK = /^VmHWM:\s+(\d+)/m;

/** Runs `extract({id, url, html})`, which gives the text, over the pages; a page that throws has no text. */
export async function measure(extract) {
  const [input, output] = process.argv.slice(2);
  const rows = readFileSync(input, 'utf8').split('\n').filter(Boolean);
  const out = openSync(output, 'w');
  const cpu = [];
  let failed = 0;
  for (const line of rows) {
    const row = JSON.parse(line);
    const before = process.cpuUsage();
    let text = '';
    try {
      text = (await extract(row)) ?? '';
    } catch {
      failed += 1;
    }
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    writeSync(out, `${JSON.stringify({ id: row.id, text })}\n`);
  }
  closeSync(out);
  console.log(JSON.stringify({ cpu, peak: peakMegabytes(), failed }));
}

/** Peak memory; `maxRSS` counts that of the process that started this one, so only where Linux says no better. */
function peakMegabytes() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(PEAK.exec(status)[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
