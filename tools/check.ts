// Everything that CI holds the tree against, in one run: format, types, lint, generated files, unused code, licences, sizes.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oversizedFiles } from './file-sizes.ts';
import { licenceProblems } from './licence-check.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
}

function command(name: string, program: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => resolve({ name, ok: false, output: error.message }));
    child.on('close', (code) => resolve({ name, ok: code === 0, output }));
  });
}

function problems(name: string, found: readonly string[]): Outcome {
  return { name, ok: found.length === 0, output: found.join('\n') };
}

const outcomes = await Promise.all([
  command('format (biome)', 'biome', 'ci', '--colors=off', '--diagnostic-level=error', '.'),
  command('types (tsc)', 'tsc'),
  command('lint and import rules (oxlint)', 'oxlint', '--deny-warnings'),
  command('generated files', process.execPath, 'tools/generate.ts', '--check'),
  command('unused code (knip)', 'knip', '--no-progress'),
  licenceProblems(root).then((found) => problems('licences of what is shipped', found)),
  Promise.resolve(problems('sizes of source files', oversizedFiles(root))),
]);
for (const { name, ok, output } of outcomes) {
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (!ok) console.log(output.trim());
}
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
