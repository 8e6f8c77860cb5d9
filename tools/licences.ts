import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Its folder, relative to the root. */
  readonly folder: string;
}

/** The packages that a bundle's input files come from, sorted by folder. */
export function bundledPackages(root: string, inputs: readonly string[]): BundledPackage[] {
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    return { name: name ?? folder, version: version ?? '', licence: license ?? 'none stated', folder };
  });
}

/** Licences under which bundled code may be shipped. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']);

/** The packages whose licence is not among those that we ship: nothing under GPL or AGPL, and nothing unknown. */
export function refusedPackages(packages: readonly BundledPackage[]): BundledPackage[] {
  return packages.filter(({ licence }) => !allowed.has(licence));
}

/** The licence of each bundled package, as its authors wrote it. */
export function licenceTexts(root: string, packages: readonly BundledPackage[]): string {
  return packages
    .map(({ name, version, licence, folder }) => {
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text =
        file !== undefined && existsSync(join(root, folder, file))
          ? readFileSync(join(root, folder, file), 'utf8').trim()
          : '';
      return `${name} ${version} (${licence})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
