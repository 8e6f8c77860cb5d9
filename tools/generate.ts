// Writes the files that are made from the checks and schemas; with --check, fails if any of them is out of date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registrySource } from './registry.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const onlyCheck = process.argv.includes('--check');
const stale: string[] = [];

function current(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

function emit(file: string, text: string): void {
  if (current(file) === text) return;
  stale.push(file);
  if (onlyCheck) return;
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Removes generated files that nothing makes any more. */
function prune(folder: string, kept: readonly string[]): void {
  for (const name of readdirSync(join(root, folder))) {
    if (kept.includes(name)) continue;
    stale.push(`${folder}/${name}`);
    if (!onlyCheck) rmSync(join(root, folder, name));
  }
}

emit('src/steps/registry.ts', registrySource(join(root, 'src/steps')));
const { catalogueDaySource } = await import('./catalogue-day.ts');
emit('src/catalogue/catalogue-day.ts', catalogueDaySource());
const { checkPages } = await import('./pages.ts');
const pages = checkPages();
for (const [name, text] of pages) emit(`docs/checks/${name}`, text);
prune(
  'docs/checks',
  pages.map(([name]) => name),
);
const { roadPage, skillsPage } = await import('./skill-pages.ts');
emit('docs/road.md', roadPage());
emit('docs/skills.md', skillsPage());
const { schemas } = await import('./schemas.ts');
const documents = schemas();
for (const [name, text] of documents) emit(`schemas/${name}`, text);
prune(
  'schemas',
  documents.map(([name]) => name),
);

const { readmeWithExample } = await import('./readme.ts');
emit('README.md', await readmeWithExample(root, current('README.md') ?? ''));

if (onlyCheck && stale.length > 0) {
  console.error(`out of date: ${stale.join(', ')}. Run npm run generate.`);
  process.exitCode = 1;
} else console.log(stale.length === 0 ? 'generated files are up to date' : `wrote ${stale.join(', ')}`);
