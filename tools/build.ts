// Builds dist/: the command line and the library as bundles, the catalogue's data, the licences of what is bundled.
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
