import type { Place } from '../evidence/place.ts';

/** Where a dependency comes from. */
export type DependencySource = 'index' | 'url' | 'vcs' | 'path' | 'workspace';

/** One distribution that a manifest asks for. */
export interface Dependency {
  /** Normalised by PEP 503: lower case, runs of `-_.` as one `-`. Empty where a path or URL stands there without a name. */
  readonly name: string;
  /** The version specifier as PEP 440 writes it (`>=1.2,<2`; Poetry's `^1.2` is translated); empty where any will do. */
  readonly specifier: string;
  readonly extras: readonly string[];
  /** The environment marker of PEP 508 as written, or null. */
  readonly marker: string | null;
  /** The extra, dependency group or section it belongs to; null for what is always installed. */
  readonly group: string | null;
  readonly source: DependencySource;
  /** The URL, address of a repository or path as written, where `source` is not `index`; else null. */
  readonly url: string | null;
  /** True if exactly one version satisfies it: `==1.2.3` (no wildcard), `===`, a lock's entry, or a URL with a hash or commit. */
  readonly pinned: boolean;
  /** How many hashes stand beside it. */
  readonly hashes: number;
  readonly place: Place;
}

/** What one file declares. */
export interface Manifest {
  readonly file: string;
  readonly format: ManifestFormat;
  /** `declaration`: what is asked for; `lock`: what was resolved; `constraint`: versions for whatever is asked for elsewhere. */
  readonly role: 'declaration' | 'lock' | 'constraint';
  /** The project's name, normalised, where the file gives one. */
  readonly project: string | null;
  /** The Python that it asks for, as a specifier or version (`>=3.11`, `3.12`), with its place; null where it says nothing. */
  readonly python: { readonly specifier: string; readonly place: Place } | null;
  readonly dependencies: readonly Dependency[];
  /** Files that it reads besides (`-r`, `-c`, a lock of the same project), relative to the root. */
  readonly includes: readonly string[];
  /** How it is installed, in the order written: indexes, and what pip's options say. */
  readonly options: readonly ManifestOption[];
  /** Parts that could not be read: the rest stands. */
  readonly faults: readonly ManifestFault[];
}

/**
 * A setting of the installer, named as pip names its option: `index-url`, `extra-index-url`, `find-links`, `no-index`,
 * `trusted-host`, `require-hashes`, `requirement`, `constraint` … The sources of Pipenv, Poetry, PDM and uv are written
 * as `index-url` and `extra-index-url` too, and uv's workspace as `workspace-member` and `workspace-exclude` (globs);
 * what limits or replaces versions there as `constraint-dependency`, `override-dependency`, `build-constraint-dependency`.
 */
export interface ManifestOption {
  readonly name: string;
  /** As written (it may hold a password: mask it in reports); null for an option that takes none. */
  readonly value: string | null;
  readonly place: Place;
}

/** A part of a manifest that could not be read. */
export interface ManifestFault {
  readonly place: Place;
  readonly message: string;
}

/** Every format that is read, one folder each. */
export const manifestFormats = [
  'requirements',
  'pyproject',
  'uv-lock',
  'poetry-lock',
  'pdm-lock',
  'pylock',
  'pipfile',
  'pipfile-lock',
  'setup-cfg',
  'setup-py',
  'conda-environment',
  'runtime-txt',
  'python-version',
  'tool-versions',
] as const;
export type ManifestFormat = (typeof manifestFormats)[number];
