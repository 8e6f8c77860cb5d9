import type { Dependency } from '../manifests/manifest.ts';
import type { Repository } from '../repository/repository.ts';

const header = /^\s*\[{1,2}\s*([A-Za-z][\w."\s-]*)\]{1,2}\s*(?:#.*)?$/;
const ofGroups =
  /^(?:dependency-groups|tool\.poetry\.group\..+|tool\.poetry\.dev-dependencies|tool\.pdm\.dev-dependencies|tool\.uv)$/;

/**
 * Tells what stands in a dependency group of a `pyproject.toml`, which no package brings along, from what stands in an
 * extra.
 */
export function groupLines(repository: Repository): (dependency: Dependency) => boolean {
  const sections = new Map<string, string[]>();
  return ({ group, place: { file, line } }) => {
    if (group === null || !file.endsWith('pyproject.toml')) return false;
    const known = sections.get(file) ?? sectionsOf(repository, file);
    sections.set(file, known);
    return ofGroups.test(known[line - 1] ?? '');
  };
}

/** The table to which each line of a TOML file belongs. */
function sectionsOf(repository: Repository, file: string): string[] {
  const content = repository.readText(file);
  let section = '';
  return (content.ok ? content.text.split(/\r?\n/) : []).map(
    (row) => (section = header.exec(row)?.[1]?.trim() ?? section),
  );
}
