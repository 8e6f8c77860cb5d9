import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BundledPackage, bundledPackages, licenceTexts, refusedPackages } from './licences.ts';

const root = join(import.meta.dirname, '..');
const under = (licence: string): BundledPackage => ({ name: 'x', version: '1.0.0', licence, folder: 'node_modules/x' });

test('what is under GPL, AGPL or nothing is refused', () => {
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0', 'none stated', 'LGPL-2.1', 'MPL-2.0']) {
    expect(refusedPackages([under(licence)])).toHaveLength(1);
  }
  expect(refusedPackages([under('MIT'), under('Apache-2.0')])).toEqual([]);
});

test('packages are told from the files of a bundle, each once, with the text of its licence', () => {
  const inputs = [
    'src/a.ts',
    'node_modules/commander/lib/a.js',
    'node_modules/commander/b.js',
    'node_modules/@renovatebot/pep440/lib/index.js',
  ];
  const packages = bundledPackages(root, inputs);
  expect(packages.map(({ name }) => name)).toEqual(['@renovatebot/pep440', 'commander']);
  expect(licenceTexts(root, packages)).toMatch(/commander [\d.]+ \(MIT\)\n\n\(The MIT License\)/);
});
