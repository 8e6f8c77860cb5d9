import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Dependency, Manifest } from '../../manifests/manifest.ts';
import { baseName, folderOf } from '../../repository/paths.ts';
import type { Importer } from './import-sighting.ts';

/** A distribution that a manifest asks for by name. */
export interface Declaration {
  readonly distribution: string;
  readonly specifier: string;
  /** It is asked for by whoever works on the code, not by the code. */
  readonly development: boolean;
  /** The extra or group in which it stands; null for what is always installed. */
  readonly group: string | null;
  /** A tool wrote it down as something that others bring along, so it says nothing of what is wanted. */
  readonly resolved: boolean;
  readonly evidence: Evidence;
}

/** Groups and sections that are installed where people work. */
const developmentGroup =
  /^(?:build-system|setup-requires|tests?-require)$|(?:^|[-_.])(?:ci|dev|dev-dependencies|develop|development|docs?|documentation|lint|linting|format|qa|quality|release|test|tests|testing|typing|types|mypy|pre-commit|build)(?:$|[-_.\d])/;

/** Files of requirements that are installed where people work, by their names. */
const developmentFile =
  /(?:^|[-_./])(?:ci|dev|develop|development|docs?|lint|linting|qa|release|tests?|testing|typing|build|tools?|local)(?:[-_.][^/]*)?\.(?:txt|in|ya?ml)$/i;

/** Requirements of the tests themselves; other manifests below them belong to projects that tests work on. */
const testRequirements =
  /(?:^|[/_-])(?:tests?|testing)(?:\/(?:integ\w*|unit|e2e|functional|acceptance|smoke|system|load|perf\w*))?(?:\/requirements)?\/[^/]+\.(?:txt|in)$/i;

/** So many files of requirements in one folder are what tests work on, not what they need. */
const mostOfTests = 12;

/**
 * What the manifests of a project declare, without locks, constraints and the project itself. `isCompiled` tells
 * requirements that a tool wrote, `isOfGroup` what stands in a dependency group rather than in an extra.
 */
export function declarationsOf(
  manifests: readonly Manifest[],
  importerOf: (file: string) => Importer | null,
  isCompiled: (manifest: Manifest) => boolean,
  isOfGroup: (dependency: Dependency) => boolean,
): Declaration[] {
  const projects = new Set(manifests.map(({ project }) => project));
  const inFolder = Map.groupBy(manifests, ({ file }) => folderOf(file));
  return manifests.flatMap((manifest) => {
    const whose = importerOf(manifest.file);
    if (manifest.role !== 'declaration' || whose === null) return [];
    if (whose === 'test' && !testRequirements.test(manifest.file)) return [];
    if (whose === 'test' && (inFolder.get(folderOf(manifest.file))?.length ?? 0) > mostOfTests) return [];
    const resolved = isCompiled(manifest);
    const aside =
      whose === 'test' || (manifest.format === 'requirements' && developmentFile.test(baseName(manifest.file)));
    return manifest.dependencies
      .filter(({ name }) => name !== '' && !projects.has(name))
      .map((dependency) => declaration(dependency, aside || isAside(dependency, isOfGroup), resolved));
  });
}

/** Dependency groups are for whoever works on the code, unless they are named after what runs. */
function isAside(dependency: Dependency, isOfGroup: (dependency: Dependency) => boolean): boolean {
  const { group } = dependency;
  return group !== null && (developmentGroup.test(group) || (isOfGroup(dependency) && !ofRuntime.test(group)));
}

const ofRuntime =
  /(?:^|[-_.])(?:prod|production|main|app|api|server|service|web|worker|runtime|deploy|deployment)(?:$|[-_.\d])/;

function declaration(
  { name, specifier, group, place }: Dependency,
  development: boolean,
  resolved: boolean,
): Declaration {
  return {
    distribution: name,
    specifier,
    development,
    group,
    resolved,
    evidence: evidence(place, `${name}${specifier}`),
  };
}
