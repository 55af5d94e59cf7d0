import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCE = /\.ts$/;
/** Of the build, those that come after the compiler. */
const SCRIPTS = ['scripts/bundle.mjs', 'scripts/write-schema.mjs'];

/** What a finished process left. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

let built: string | null = null;

/**
 * Path of the bin, compiled and bundled from `src/` as it is now; each state of `src/` is compiled once.
 * `COPYDESK_BIN` names another one, for example that of an installed package.
 */
export function bin(): string {
  built ??= process.env['COPYDESK_BIN'] ?? build();
  return built;
}

/** Runs the real bin as a child process. */
export function copydesk(
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string>; cwd?: string } = {},
): Promise<Finished> {
  return finish(spawn(process.execPath, [bin(), ...args], spawnOptions(options)), options.input);
}

/** Runs a shell script in which `copydesk` is the real bin. */
export function shell(
  script: string,
  options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Finished> {
  const prelude = `copydesk() { "${process.execPath}" "${bin()}" "$@"; }\n`;
  return finish(spawn('bash', ['-c', prelude + script], spawnOptions(options)), options.input);
}

/** A new folder for a test, with files in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** What a run keeps for itself in its output folder; everything else there is an output, or was left behind. */
const KEPT = new Set(['.copydesk/journal.ndjson', '.copydesk/report.json']);

/** The files below a folder, sorted, without a run's journal and report. */
export function tree(root: string): string[] {
  const names = fs.readdirSync(root, { recursive: true }).map(String);
  const isFile = (name: string) => !fs.lstatSync(path.join(root, name)).isDirectory();
  return names.filter((name) => !KEPT.has(name) && isFile(name)).sort();
}

/** Names and contents of the files below a folder, without a run's journal and report. */
export function contents(root: string): Record<string, string> {
  return Object.fromEntries(
    tree(root).map((name) => [name, fs.readFileSync(path.join(root, name), 'utf8')]),
  );
}

function spawnOptions({ env, cwd }: { env?: Record<string, string>; cwd?: string }) {
  const { CI: _ci, ...inherited } = process.env;
  return { cwd: cwd ?? ROOT, env: { ...inherited, ...env } };
}

function finish(child: ReturnType<typeof spawn>, input?: string | Uint8Array): Promise<Finished> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin!.on('error', () => undefined);
  child.stdin!.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      });
    });
  });
}

function build(): string {
  const files = tree(path.join(ROOT, 'src'));
  const hash = createHash('sha256');
  for (const file of ['package.json', ...SCRIPTS])
    hash.update(fs.readFileSync(path.join(ROOT, file)));
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(ROOT, 'src', file)));
  const cache = path.join(ROOT, 'node_modules/.cache/copydesk-test');
  const home = path.join(cache, hash.digest('hex').slice(0, 16));
  const main = path.join(home, 'dist/cli/main.js');
  if (fs.existsSync(main)) return main;
  fs.mkdirSync(cache, { recursive: true });
  const draft = fs.mkdtempSync(path.join(cache, 'draft-'));
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(draft, 'package.json'));
  for (const name of ['assets', 'integrations']) {
    fs.symlinkSync(path.join(ROOT, name), path.join(draft, name));
  }
  for (const file of files) compile(file, path.join(draft, 'dist'));
  for (const script of SCRIPTS) {
    execFileSync(process.execPath, [path.join(ROOT, script), path.join(draft, 'dist')]);
  }
  try {
    fs.renameSync(draft, home);
  } catch {
    // Another worker was faster.
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return main;
}

function compile(file: string, out: string): void {
  const from = path.join(ROOT, 'src', file);
  const to = path.join(out, file.replace(SOURCE, '.js'));
  fs.mkdirSync(path.dirname(to), { recursive: true });
  if (!SOURCE.test(file)) {
    fs.copyFileSync(from, to);
    return;
  }
  const { outputText } = ts.transpileModule(fs.readFileSync(from, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  fs.writeFileSync(to, outputText);
}
