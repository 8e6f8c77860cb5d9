import { filesBelow } from '../../../repository/files-below.ts';
import { baseName, folderOf, foldersUp, isBelow } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { isApart } from '../apart.ts';
import { isDockerfile } from '../read-image.ts';

/** What an image is built from: a Dockerfile, or a folder that a build pack takes. */
export type BuildSource =
  | { readonly dockerfile: string; readonly context?: string | undefined }
  | { readonly folder: string };

/** An image that a file of the repository says to be built from something in it. */
export interface NamedBuild {
  readonly image: string;
  readonly from: BuildSource;
}

/** What in the repository an image is built from. */
export interface ImageNames {
  /**
   * `scope` is the folder of whoever names it, `hints` are names of what runs it, for an image that a parameter names alone.
   * Undefined where it is another's image or cannot be told.
   */
  find(text: string, scope: string, hints?: readonly string[]): BuildSource | undefined;
  /** True if a file of the repository says what builds the image: no guess is needed. */
  isTold(text: string): boolean;
}

const hole = '\0';

/** Looks images up by what builds them, then by the folder of a Dockerfile, then by there being one Dockerfile only. */
export function imageNames(repository: Repository, builds: readonly NamedBuild[]): ImageNames {
  const byName = Map.groupBy(builds, ({ image }) => lastPart(image));
  const dockerfiles = repository.files.filter((file) => isDockerfile(file) && !isApart(file));
  const byFolder = Map.groupBy(dockerfiles, (file) => plain(baseName(folderOf(file))));
  const told = (text: string): NamedBuild[] => {
    const part = lastPart(text);
    const registry = registryOf(text);
    if (part.replaceAll(hole, '') === '') return [];
    return (byName.get(part) ?? []).filter(({ image }) => mayBeOne(registry, registryOf(image)));
  };
  return {
    isTold: (text) => told(text).length > 0,
    find(text, scope, hints = []) {
      const known = told(text);
      if (known.length > 0)
        return nearest(
          known.map(({ from }) => from),
          scope,
        );
      const literal = plain(lastPart(text).replaceAll(hole, ''));
      const wanted = literal === '' && isOwn(text) ? [...hints, parameterIn(text)].map(plain) : [literal];
      const folder = wanted.find((one) => one.length > 1 && !isForeign(text) && byFolder.has(one));
      const guessed = folder === undefined ? [] : (byFolder.get(folder) ?? []);
      const near = guessed.filter((file) => isNear(file, scope));
      const main = near.filter((file) => /^(docker|container)file$/i.test(baseName(file)));
      const found = main.length > 0 ? main : near;
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

/** What a parameter for an image is named after: `api` of `${var.api_image}`. */
function parameterIn(text: string): string {
  const [, name = ''] = /^\$\{(?:var\.|local\.)?(\w+)\}$/.exec(text) ?? [];
  return name.replace(/(_?container)?_?image(_?(name|uri|url|repo(sitory)?))?$/i, '');
}

/** True for a Dockerfile of the same project: below a folder of both, or not deep in a repository that is one project. */
function isNear(file: string, scope: string): boolean {
  return file.split('/').length <= 3 || scope.split('/')[0] === file.split('/')[0];
}

/** Registries of clouds, whose images are somebody's own: one is named for the other when a project moves. */
const ownRegistry = /(^|\.)(gcr\.io|pkg\.dev|azurecr\.io|amazonaws\.com)$/;

/** Which registry an image's name means: a host, `own` for a cloud's or one that is not known, `hub` for none; null for a bare name. */
function registryOf(text: string): string | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const host = text.slice(0, slash);
  if (/[$<{]/.test(host) || ownRegistry.test(host.replace(/:.*$/, ''))) return 'own';
  return /[.:]|^localhost$/.test(host) ? host : 'hub';
}

/** True if two names that end alike may mean one image: a bare one is somebody's own, or built under that very name. */
function mayBeOne(mention: string | null, build: string | null): boolean {
  return mention === build || (build === null && mention === 'own');
}

/** Official images and registries of public ones: what is named there nobody builds in a folder of that name. */
function isForeign(text: string): boolean {
  const official =
    /^(docker\.io\/)?(library\/)?(python|pypy|node|golang|ruby|php|rust|openjdk|postgres|mysql|mariadb|mongo|redis|memcached|nginx|httpd|caddy|traefik|rabbitmq|elasticsearch|kibana|grafana|prometheus|busybox|alpine|ubuntu|debian|bash)([:@]|$)/;
  return (
    official.test(text) ||
    /^(nvcr\.io|registry\.k8s\.io|k8s\.gcr\.io|mcr\.microsoft\.com|quay\.io|public\.ecr\.aws)\//.test(text)
  );
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
    const found = filesBelow(dockerfiles, folder);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}
