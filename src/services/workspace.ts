import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Modules } from '../python/modules.ts';
import type { Repository } from '../repository/repository.ts';
import type { ImageBuild } from './discover/image.ts';

/** What the readers found in one repository: everything that services are joined from. */
export interface Workspace {
  readonly repository: Repository;
  readonly catalogue: Catalogue;
  readonly stacks: readonly Stack[];
  readonly manifests: readonly Manifest[];
  readonly images: readonly ImageBuild[];
  readonly modules: Modules;
}
