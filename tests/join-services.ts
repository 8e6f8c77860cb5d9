import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { memoryCache } from '../src/engine/cache.ts';
import { gather } from '../src/engine/gather.ts';
import { memoryRepository } from '../src/repository/memory.ts';
import { discoverUnits } from '../src/services/discover/discover.ts';
import { joinServices } from '../src/services/join-all.ts';
import type { Service } from '../src/services/service.ts';
import type { Workspace } from '../src/services/workspace.ts';
import type { Files } from './judge-files.ts';

/** What the readers find in a small repository. */
export async function workspaceOf(files: Files): Promise<Workspace> {
  const { workspace } = await gather(memoryRepository(files), openCatalogue(), memoryCache());
  return workspace;
}

/** The services of a small repository, those among tests and samples too. */
export async function servicesOf(files: Files): Promise<Service[]> {
  const workspace = await workspaceOf(files);
  return joinServices(await discoverUnits(workspace), workspace);
}
