// Runs the pytest tests of the examples, each in a virtual environment of its own below node_modules/.cache.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const python = windows ? 'python' : 'python3';

function run(program: string, args: readonly string[], folder: string): boolean {
  return spawnSync(program, args, { cwd: folder, stdio: 'inherit' }).status === 0;
}

/** Installs what an example deploys and its dev group, and runs its tests; false if either fails. */
function test(example: string): boolean {
  const folder = join(root, 'examples', example);
  const environment = join(root, 'node_modules', '.cache', 'examples', example);
  mkdirSync(environment, { recursive: true });
  const interpreter = join(environment, windows ? 'Scripts' : 'bin', windows ? 'python.exe' : 'python');
  const pip = (...args: string[]): boolean =>
    run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...args], folder);
  const requirements = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'requirements.txt')
    .flatMap((file) => ['--requirement', file]);
  return (
    (existsSync(interpreter) || run(python, ['-m', 'venv', environment], folder)) &&
    pip('--upgrade', 'pip') && // dependency groups need pip 25.1
    pip('--group', 'dev', ...requirements) &&
    run(interpreter, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], folder)
  );
}

if (spawnSync(python, ['--version']).status !== 0) {
  console.log(`skipped: the examples' tests need ${python}, which is not there`);
} else {
  const examples = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, 'examples', name, 'tests')),
  );
  if (examples.length === 0) throw new Error('no example with tests was found');
  process.exitCode = examples.every(test) ? 0 : 1;
}
