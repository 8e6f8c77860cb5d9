import { bundle } from './bundle.ts';
import { bundledPackages, refusedPackages } from './licences.ts';

/** The packages in the bundle that may not be shipped, as sentences. */
export async function licenceProblems(root: string): Promise<string[]> {
  const { metafile } = await bundle(root, false);
  const packages = bundledPackages(root, Object.keys(metafile.inputs));
  if (packages.length === 0) return ['no package was found in the bundle: the check does not see what it should'];
  return refusedPackages(packages).map(
    ({ name, version, licence }) => `${name} ${version} is under ${licence}, which we do not ship`,
  );
}
