import type { ManifestFormat } from './manifest.ts';

const byName: Readonly<Record<string, ManifestFormat>> = {
  'pyproject.toml': 'pyproject',
  'uv.lock': 'uv-lock',
  'poetry.lock': 'poetry-lock',
  'pdm.lock': 'pdm-lock',
  pipfile: 'pipfile',
  'pipfile.lock': 'pipfile-lock',
  'setup.cfg': 'setup-cfg',
  'setup.py': 'setup-py',
  'runtime.txt': 'runtime-txt',
  '.python-version': 'python-version',
  '.tool-versions': 'tool-versions',
};
const patterns: readonly (readonly [RegExp, ManifestFormat])[] = [
  [/^pylock(?:\.[^.]+)?\.toml$/, 'pylock'],
  [/^(?:conda|(?:conda[-_.]?)?(?:environment|env))(?:[-_.][\w.-]+)?\.ya?ml$/, 'conda-environment'],
  [/^[\w.-]*requirements?(?:[-_.][\w.-]+)?\.(?:txt|in|pip)$/, 'requirements'],
  [/^requirements(?:[-_.][\w.-]+)?\.lock$/, 'requirements'],
  [/^[\w.-]*constraints?(?:[-_.][\w.-]+)?\.(?:txt|in|pip)$/, 'requirements'],
  [/^requirements[\w.-]*\.(?:txt|in|pip)$/, 'requirements'],
];
const inFolder = /(?:^|\/)(?:requirements|constraints)\/(?:[^/]+\/)*[^/]+\.(?:txt|in|pip)$/;

/** The format that a file's name stands for; undefined where it is no manifest's. What is in it may still say otherwise. */
export function isManifest(path: string): ManifestFormat | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const exact = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (exact !== undefined) return exact;
  if (/\.(?:rst|md)\.txt$/.test(name)) return undefined; // sources that Sphinx copies
  const found = patterns.find(([pattern]) => pattern.test(name))?.[1];
  return found ?? (inFolder.test(path.toLowerCase()) ? 'requirements' : undefined);
}
