// https://docs.cloud.google.com/appengine/docs/standard/reference/app-yaml
import { evidence } from '../../../evidence/evidence.ts';
import { folderOf } from '../../../repository/paths.ts';
import { at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import type { Unit } from '../unit.ts';
import type { Claim } from './claim.ts';
import { readDataFile, wordsOf } from './data-file.ts';

/** `app.yaml`, and the names that its documentation gives to those of other services. */
const appEngineFiles = /(^|\/)(app|[\w.-]+[-_.]app|app[-_.][\w.-]+)\.ya?ml$/i;

/** What the second generation starts where nothing is said: https://docs.cloud.google.com/appengine/docs/standard/python3/runtime */
const usualCommand = ['gunicorn', 'main:app'];

/** One claim for each App Engine service whose runtime is Python. */
export async function appEngineClaims({ repository }: Workspace): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of repository.files.filter((one) => appEngineFiles.test(one))) {
    const data = await readDataFile(file, repository);
    const stated = at(data?.root, 'runtime');
    const runtime = textOf(stated) ?? '';
    if (data === undefined || stated === undefined || !/^(python\d*|custom)$/.test(runtime)) continue;
    const folder = folderOf(file);
    const dockerfile = folder === '.' ? 'Dockerfile' : `${folder}/Dockerfile`;
    const service = at(data.root, 'service') ?? at(data.root, 'module');
    claims.push({
      file,
      label: textOf(service) ?? 'default',
      name: textOf(service) ?? null,
      rank: 'platform',
      cloud: 'gcp',
      compute: 'container',
      // The first generation brings Google's own modules along.
      ...(runtime === 'python27' && { environment: 'App Engine' }),
      place: data.place(service ?? stated),
      definition: null,
      folder: runtime === 'custom' ? undefined : folder,
      dockerfile: runtime === 'custom' ? dockerfile : undefined,
      runtime:
        runtime === 'custom'
          ? undefined
          : runtimeOf(
              runtime,
              evidence(data.place(stated), runtime),
              textOf(at(data.root, 'runtime_config', 'runtime_version')),
            ),
      command: wordsOf(at(data.root, 'entrypoint')) ?? (/^python3\d+$/.test(runtime) ? usualCommand : undefined),
    });
  }
  return claims;
}

/** `python312` is 3.12; `python` of the flexible environment has its version besides. */
function runtimeOf(
  id: string,
  shown: Unit['runtime']['evidence'][number],
  version: string | undefined,
): Unit['runtime'] {
  const digits = /^python(\d)(\d+)$/.exec(id);
  return {
    platform: null,
    id: null,
    python: digits === null ? (version ?? null) : `${digits[1]}.${digits[2]}`,
    evidence: [shown],
  };
}
