// https://pip.pypa.io/en/stable/cli/pip_install/: what RUN lines install.
import type { Place } from '../../evidence/place.ts';
import { type Dependency, isPinned, type Manifest, normaliseName, parseRequirement } from '../../manifests/index.ts';
import { baseName, folderOf } from '../../repository/paths.ts';
import type { Dockerfile, Word } from '../../syntax/dockerfile/index.ts';
import type { CopiedCode } from './copied-sources.ts';
import type { Installs } from './image.ts';
import { resolveInImage } from './image-path.ts';
import type { Step } from './image-stages.ts';
import { type Installation, installationOf } from './install-command.ts';
import { commandsOf } from './shell-commands.ts';

/** What the RUN lines among steps install for Python; null where they install nothing. */
export function pipInstalls(
  file: string,
  dockerfile: Dockerfile,
  steps: readonly Step[],
  locate: CopiedCode['locate'],
): Installs | null {
  const place = ({ start, end }: { start: number; end: number }): Place => ({
    file,
    ...dockerfile.lines.range(start, end),
  });
  const dependencies: Dependency[] = [];
  const files = new Map<string, 'declaration' | 'constraint'>();
  const projects = new Set<string>();
  const faults: { place: Place; message: string }[] = [];
  const found = installationsOf(dockerfile, steps);
  for (const { installation, command, workdir } of found) {
    const [first] = command;
    const shown = command.map(({ text }) => text).join(' ');
    if (installation.unread && first !== undefined) {
      faults.push({ place: place(first), message: `\`${shown.slice(0, 80)}\` may install more than is named there` });
    }
    for (const word of installation.named) {
      const dependency = dependencyOf(word, place(word));
      if (dependency !== undefined) dependencies.push(dependency);
      else faults.push({ place: place(word), message: `${word.text.slice(0, 80)} is no requirement that can be read` });
    }
    for (const { word, role } of installation.files) {
      const path = locateFile(word.text, workdir, locate);
      if (path !== undefined) files.set(path, files.get(path) === 'declaration' ? 'declaration' : role);
      else if (role === 'declaration')
        faults.push({
          place: place(word),
          message: `${word.text.slice(0, 80)}, which the image installs, is not in the repository`,
        });
    }
    for (const { text } of installation.projects) {
      const path = text.includes('$') ? undefined : locate(text, workdir);
      projects.add(path ?? '.');
    }
  }
  if (found.length === 0) return null;
  const manifest: Manifest = {
    file,
    format: 'requirements',
    role: 'declaration',
    project: null,
    python: null,
    dependencies,
    includes: [...files.keys()],
    options: [],
    faults,
  };
  return { manifest, files, projects: [...projects].map((path) => (/\.\w+$/.test(path) ? folderOf(path) : path)) };
}

/** A file of `-r` or `-c`; where only its folder hangs on a variable, by its name. */
function locateFile(path: string, workdir: string, locate: CopiedCode['locate']): string | undefined {
  if (!path.includes('$')) return locate(path, workdir);
  const name = baseName(path);
  return name.includes('$') ? undefined : locate(name, workdir);
}

/** Each command that installs something, with the folder that it runs in. */
function installationsOf(
  dockerfile: Dockerfile,
  steps: readonly Step[],
): { installation: Installation; command: readonly Word[]; workdir: string }[] {
  return steps.flatMap(({ instruction, workdir: start }) => {
    if (instruction.keyword !== 'RUN') return [];
    let workdir = start;
    return commandsOf(instruction, dockerfile).flatMap((command) => {
      const [head, folder] = command;
      if (head?.text === 'cd' && folder !== undefined) workdir = resolveInImage(workdir, folder.text);
      const installation = installationOf(command);
      return installation === undefined ? [] : [{ installation, command, workdir }];
    });
  });
}

/** A requirement as pip takes it, or as `poetry add` does (`boto3@^1.34`). */
function dependencyOf({ text }: Word, place: Place): Dependency | undefined {
  const poetry = /^([\w.-]+(?:\[[^\]]*\])?)@([^:/]+)$/.exec(text);
  const version = poetry?.[2] ?? '';
  const { requirement } = parseRequirement(
    poetry === null ? text : `${poetry[1]}${/^\d+(\.\d+)+$/.test(version) ? `==${version}` : ''}`,
  );
  if (requirement === null) return undefined;
  const { specifier, extras, marker, url } = requirement;
  return {
    name: normaliseName(requirement.name),
    specifier,
    extras,
    marker: marker?.text ?? null,
    group: null,
    source: url === null ? 'index' : /^\w+\+/.test(url) ? 'vcs' : 'url',
    url,
    pinned: url === null && isPinned(specifier),
    hashes: 0,
    place,
  };
}
