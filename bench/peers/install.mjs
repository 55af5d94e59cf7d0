// Installs the peers into a folder of their own, once; what cannot be had is left out with a line on standard error.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The peers' commands: `{name, command}`; each takes the file of pages and the file to write. */
export function installPeers(work, here) {
  return [...nodePeers(work, here), ...pythonPeers(work, here), ...rustPeers(work, here)];
}

function attempt(name, install) {
  try {
    return install();
  } catch (error) {
    console.error(`bench/pages: ${name} left out: ${String(error.message).split('\n')[0]}`);
    return [];
  }
}

function quietly(program, args, cwd) {
  execFileSync(program, args, { cwd, stdio: 'ignore' });
}

function nodePeers(work, here) {
  return attempt('Readability and defuddle', () => {
    const folder = join(work, 'node');
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, 'node_modules/defuddle'))) {
      const packages = ['linkedom', '@mozilla/readability', 'defuddle'];
      quietly(
        'npm',
        ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages],
        folder,
      );
    }
    return ['readability', 'defuddle'].map((name) => {
      const script = join(folder, `${name}.mjs`);
      copyFileSync(join(here, `${name}.mjs`), script);
      copyFileSync(join(here, 'measure.mjs'), join(folder, 'measure.mjs'));
      return { name, command: [process.execPath, script] };
    });
  });
}

function pythonPeers(work, here) {
  return attempt('trafilatura', () => {
    const folder = join(work, 'python');
    const python = join(folder, 'bin/python');
    if (!existsSync(python)) quietly('python3', ['-m', 'venv', folder], work);
    quietly(python, ['-m', 'pip', 'install', '-q', 'trafilatura', 'lxml_html_clean'], work);
    const script = join(here, 'trafilatura_pages.py');
    return [
      { name: 'trafilatura', command: [python, script, 'default'] },
      { name: 'trafilatura precision', command: [python, script, 'precision'] },
    ];
  });
}

function rustPeers(work, here) {
  return attempt('dom_smoothie', () => {
    const folder = join(work, 'rust');
    mkdirSync(join(folder, 'src'), { recursive: true });
    copyFileSync(join(here, 'dom_smoothie.toml'), join(folder, 'Cargo.toml'));
    copyFileSync(join(here, 'dom_smoothie.rs'), join(folder, 'src/main.rs'));
    quietly('cargo', ['build', '--release', '--quiet'], folder);
    return [{ name: 'dom_smoothie', command: [join(folder, 'target/release/peer')] }];
  });
}
