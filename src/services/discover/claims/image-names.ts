import { baseName, folderOf, foldersUp, isBelow } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { isApart } from '../apart.ts';
import { isDockerfile } from '../read-image.ts';

/** What an image is built from: a Dockerfile, or a folder that a build pack takes. */
export type BuildSource = { readonly dockerfile: string } | { readonly folder: string };

/** An image that a file of the repository says to be built from something in it. */
export interface NamedBuild {
  readonly image: string;
  readonly from: BuildSource;
}

/** What in the repository an image is built from. */
export interface ImageNames {
  /** `scope` is the folder of whoever names it. Undefined where it is another's image or cannot be told. */
  find(text: string, scope: string): BuildSource | undefined;
  /** True if a file of the repository says what builds the image: no guess is needed. */
  isTold(text: string): boolean;
}

const hole = '\0';

/** Looks images up by what builds them, then by the folder of a Dockerfile, then by there being one Dockerfile only. */
export function imageNames(repository: Repository, builds: readonly NamedBuild[]): ImageNames {
  const byName = Map.groupBy(builds, ({ image }) => lastPart(image));
  const dockerfiles = repository.files.filter((file) => isDockerfile(file) && !isApart(file));
  const byFolder = Map.groupBy(dockerfiles, (file) => plain(baseName(folderOf(file))));
  return {
    isTold: (text) => byName.has(lastPart(text)),
    find(text, scope) {
      const part = lastPart(text);
      const known = part.replaceAll(hole, '') === '' ? [] : (byName.get(part) ?? []);
      if (known.length > 0)
        return nearest(
          known.map(({ from }) => from),
          scope,
        );
      const literal = plain(part.replaceAll(hole, ''));
      const guessed = literal.length > 1 ? (byFolder.get(literal) ?? []) : [];
      const main = guessed.filter((file) => /^(docker|container)file$/i.test(baseName(file)));
      const found = main.length > 0 ? main : guessed;
      if (found.length > 0)
        return nearest(
          found.map((dockerfile) => ({ dockerfile })),
          scope,
        );
      const only = isOwn(text) ? onlyBeside(scope, dockerfiles) : undefined;
      return only === undefined ? undefined : { dockerfile: only };
    },
  };
}

/** The last part of an image's name without tag; what only a run knows is one sign. */
function lastPart(text: string): string {
  const written = text
    .slice(0, 1000)
    .replaceAll(/\$\{\w+:?-([^{}$]*)\}/g, '$1')
    .replaceAll(
      /\$\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|\$\w+|\{\{[^{}]*\}\}|<[^<>]*>|[A-Z]+_[A-Z_]+|\uE000+/g,
      hole,
    );
  const name = written.slice(written.lastIndexOf('/') + 1).replace(/@.*$/s, '');
  return name.replace(/:.*$/s, '').toLowerCase();
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** True for an image of a registry that somebody has of their own, or whose name a deployment decides. */
function isOwn(text: string): boolean {
  return /\$\{|\$\w|\{\{|\.dkr\.ecr\.|\.azurecr\.io|^$/.test(text);
}

function nearest(sources: readonly BuildSource[], scope: string): BuildSource | undefined {
  const above = foldersUp(scope);
  const pathOf = (source: BuildSource): string => ('folder' in source ? source.folder : source.dockerfile);
  const score = (source: BuildSource): number => above.findIndex((folder) => isBelow(pathOf(source), folder));
  return [...sources].sort((a, b) => score(a) - score(b) || pathOf(a).length - pathOf(b).length)[0];
}

/** The one Dockerfile of the nearest folder above that has any below it. */
function onlyBeside(scope: string, dockerfiles: readonly string[]): string | undefined {
  for (const folder of foldersUp(scope)) {
    const found = dockerfiles.filter((file) => isBelow(file, folder));
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
