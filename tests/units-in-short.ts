import { discoverUnits } from '../src/services/discover/discover.ts';
import { workspaceOf } from './join-services.ts';
import type { Files } from './judge-files.ts';

/** The units of a small repository in short: its id, where its code is, what starts, and what else speaks of it. */
export async function unitsInShort(files: Files): Promise<object[]> {
  const units = await discoverUnits(await workspaceOf(files));
  return units.map(({ id, cloud, compute, code, runtime, handler, starts, also, image, name }) => ({
    id,
    name,
    cloud,
    compute,
    code: code.kind === 'folder' ? code.folder : code.kind,
    python: runtime.python,
    handler: handler?.text ?? null,
    starts: starts.map(({ file, attribute }) => `${file}:${attribute ?? ''}`),
    image: image?.file ?? null,
    also: [...new Set(also.map(({ file }) => file))],
  }));
}
