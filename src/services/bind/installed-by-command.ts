// https://pip.pypa.io/en/stable/cli/pip_install/: what is installed for a unit by commands beside its dependency files:
// bundling of the CDK, build scripts, makefiles, pipelines.
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { type Manifest, normaliseName } from '../../manifests/index.ts';
import { baseName, folderOf, foldersUp, joinPath } from '../../repository/paths.ts';
import type { Unit } from '../discover/unit.ts';
import type { Workspace } from '../workspace.ts';

/** Files that may hold commands which build something. */
const mayBuild =
  /\.(sh|bash|zsh|ps1|bat|cmd|mk|ya?ml|toml|tf|js|mjs|ts)$|(^|\/)([\w.-]*Dockerfile[\w.-]*|Containerfile|Makefile|Justfile|Taskfile|Jenkinsfile|package\.json)$/i;
/** Folders of such files beside the code. */
const buildFolder =
  /^(\.github|\.circleci|workflows|scripts?|bin|ci|build|deploy|deployment|tools|infra|infrastructure)$/i;
const largest = 1_000_000;
const mostFiles = 200;

const installer =
  /\b(?:pip[\d.]*|uv|poetry|pipenv|pdm|conda|mamba)["',\s]+(?:-[\w-]+["',\s]+)*(?:pip["',\s]+)?(?:install|add|wheel|download)\b/g;
/** The rest of a command: its line, and those that it goes on in, as text of a shell or as parts of a list or a string. */
const restOfCommand = /(?:[\\"',][ \t]*\r?\n|[^\n&|;])*/y;

/**
 * A command that installs one of some distributions, in the file that defines a unit or in one that builds something near its
 * code; null for none. It may build this unit or another.
 */
export function installedByCommand(
  distributions: ReadonlySet<string>,
  unit: Unit,
  { repository, manifests }: Workspace,
): Evidence | null {
  for (const file of filesNear(unit, repository.files).slice(0, mostFiles)) {
    const content = repository.readText(file);
    if (!content.ok || content.text.length > largest) continue;
    for (const match of content.text.matchAll(installer)) {
      restOfCommand.lastIndex = match.index;
      const command = restOfCommand.exec(content.text)?.[0] ?? '';
      if (!installs(command, folderOf(file), distributions, manifests)) continue;
      const line = content.text.slice(0, match.index).split('\n').length;
      const shown = command.split('\n', 1)[0]?.trim() ?? command;
      return evidence({ file, line, column: 1, endLine: line, endColumn: 1 }, shown, 'guessed');
    }
  }
  return null;
}

function filesNear({ definition, code, definedIn }: Unit, files: readonly string[]): string[] {
  const own = definition === null ? [] : [definition.stack.file, definition.resource.place.file];
  const homes = new Set(
    [folderOf(definedIn.file), ...(code.kind === 'folder' ? [code.folder] : [])].flatMap((folder) => foldersUp(folder)),
  );
  const isNear = (folder: string): boolean =>
    homes.has(folder) || (folder !== '.' && buildFolder.test(baseName(folder)) && isNear(folderOf(folder)));
  const known = new Set(files);
  return [...new Set(own.filter((file) => known.has(file)))].concat(
    files.filter((file) => mayBuild.test(file) && !own.includes(file) && isNear(folderOf(file))),
  );
}

/** By name, or by a file of `-r` that names one: beside the command, at the root, or wherever its folder and name are. */
function installs(
  command: string,
  folder: string,
  distributions: ReadonlySet<string>,
  manifests: readonly Manifest[],
): boolean {
  return command.split(/[\s"',[\]=<>~!]+/).some((word) => {
    if (distributions.has(normaliseName(word))) return true;
    if (!/[\w-]\.(txt|in)$/.test(word)) return false;
    const path = word.replace(/^(\.{0,2}\/)+/, '');
    const isNamed = (file: string): boolean =>
      file === path || file === joinPath(folder, word) || (path.includes('/') && file.endsWith(`/${path}`));
    return manifests.some(
      ({ file, dependencies }) => isNamed(file) && dependencies.some(({ name }) => distributions.has(name)),
    );
  });
}
