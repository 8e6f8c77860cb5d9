import type { Catalogue } from '../catalogue/catalogue.ts';
import { kindsOf } from '../infrastructure/model/kinds.ts';
import { readInfrastructure } from '../infrastructure/readers.ts';
import { readManifests } from '../manifests/index.ts';
import { openModules, type Remember } from '../python/modules.ts';
import type { Parse } from '../python/program/parse-once.ts';
import type { Unreadable } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import type { Onlooker } from '../repository/survey.ts';
import type { ImageBuild } from '../services/discover/image.ts';
import { isDockerfile, isDockerfileTemplate, readImage } from '../services/discover/read-image.ts';
import type { Workspace } from '../services/workspace.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { type Cache, cacheKey } from './cache.ts';

/** Changes with what a module's facts are, so that a cache never serves those of an older reader. */
const moduleReader = 'module-facts-1';

/** Everything that the readers found, before services are joined from it. */
export interface Gathered {
  readonly workspace: Workspace;
  /** Data files that fixes can edit. */
  readonly editable: ReadonlyMap<string, EditableFile>;
  /** What could not be read so far; modules are read on demand and add to `workspace.modules.faults`. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads a repository's infrastructure code, manifests and Dockerfiles. Python modules wait until a service reaches them;
 * `parse` may keep their trees. `others` see the files as they are looked at.
 */
export async function gather(
  repository: Repository,
  catalogue: Catalogue,
  cache: Cache,
  parse?: Parse,
  others: readonly Onlooker[] = [],
): Promise<Gathered> {
  const manifests = readManifests(repository);
  const images = await readImages(repository);
  const remember: Remember = (bytes, read) => {
    const key = cacheKey(moduleReader, bytes);
    const known = cache.get<ReturnType<typeof read>>(key);
    if (known !== undefined) return known;
    const facts = read(bytes);
    cache.set(key, facts);
    return facts;
  };
  const modules = openModules(repository, remember, parse);
  const infrastructure = await readInfrastructure({ repository, kindOf: kindsOf(catalogue) }, [
    modules.onlooker,
    ...others,
  ]);
  const faults = manifests.flatMap((manifest) =>
    manifest.faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
  );
  return {
    workspace: { repository, catalogue, stacks: infrastructure.stacks, manifests, images: images.builds, modules },
    editable: infrastructure.editable,
    unreadable: [...infrastructure.unreadable, ...faults, ...images.unreadable],
  };
}

async function readImages(repository: Repository): Promise<{ builds: ImageBuild[]; unreadable: Unreadable[] }> {
  const files = repository.files.filter(isDockerfile);
  const builds: ImageBuild[] = [];
  const unreadable: Unreadable[] = [];
  if (files.length === 0) return { builds, unreadable };
  const { parseDockerfile } = await import('../syntax/dockerfile/index.ts');
  for (const file of files) {
    const content = repository.readText(file);
    if (!content.ok) {
      unreadable.push({ file, line: 1, reason: content.message });
      continue;
    }
    if (isDockerfileTemplate(content.text)) continue;
    const dockerfile = parseDockerfile(content.text);
    const [fault] = dockerfile.faults;
    if (fault !== undefined)
      unreadable.push({ file, line: dockerfile.lines.position(fault.start).line, reason: fault.message });
    const image = readImage(file, dockerfile, repository);
    if (image !== undefined) builds.push(image);
  }
  return { builds, unreadable };
}
