import type { Dependency, Manifest } from '../../manifests/index.ts';
import { maskCredentials } from '../mask.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy dependencies`. docs/json.md describes it.

export interface DeclaredDependency {
  readonly name: string;
  readonly specifier: string;
  readonly extras: readonly string[];
  readonly marker: string | null;
  readonly group: string | null;
  readonly source: Dependency['source'];
  /** Where it comes from if not from an index, credentials masked; else null. */
  readonly url: string | null;
  readonly pinned: boolean;
  readonly hashes: number;
  readonly line: number;
}

export interface DeclaringManifest {
  readonly file: string;
  readonly format: Manifest['format'];
  readonly role: Manifest['role'];
  readonly project: string | null;
  readonly python: string | null;
  readonly dependencies: readonly DeclaredDependency[];
}

export interface DependenciesDocument {
  readonly schemaVersion: 1;
  readonly manifests: readonly DeclaringManifest[];
  readonly unreadable: readonly Unreadable[];
}

/** What manifests declare, as a document: manifests by path, dependencies by line, faults as unreadable. */
export function dependenciesDocument(manifests: readonly Manifest[]): DependenciesDocument {
  return {
    schemaVersion: 1,
    manifests: manifests.map(({ file, format, role, project, python, dependencies }) => ({
      file,
      format,
      role,
      project,
      python: python?.specifier ?? null,
      dependencies: dependencies.map(declared),
    })),
    unreadable: manifests.flatMap(({ faults }) =>
      faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
    ),
  };
}

function declared({
  name,
  specifier,
  extras,
  marker,
  group,
  source,
  url,
  pinned,
  hashes,
  place,
}: Dependency): DeclaredDependency {
  return {
    name,
    specifier,
    extras,
    marker,
    group,
    source,
    url: url === null ? null : maskCredentials(url),
    pinned,
    hashes,
    line: place.line,
  };
}
