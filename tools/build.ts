// Builds dist/: the command line and the library as bundles, the catalogue's data, the licences of what is bundled; with
// --types, and when a package is made, also the declarations.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { bundledPackages, licenceTexts } from './licences.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');

rmSync(out, { recursive: true, force: true });
const { metafile } = await bundle(root, true);
cpSync(join(root, 'src/catalogue/data'), join(out, 'data'), { recursive: true });
writeFileSync(
  join(out, 'third-party-licences.txt'),
  licenceTexts(root, bundledPackages(root, Object.keys(metafile.inputs))),
);
const packing = ['pack', 'publish'].includes(process.env['npm_command'] ?? '');
if (packing || process.argv.includes('--types')) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
