// https://github.com/GoogleCloudPlatform/functions-framework-python
import { evidence } from '../../../evidence/evidence.ts';
import { baseName, folderOf } from '../../../repository/paths.ts';
import { frameworks } from '../../entry-points/frameworks.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { decoratedFunctions } from './decorated-functions.ts';

const decorators = new Set(
  frameworks.filter(({ name }) => name === 'functions-framework').flatMap((one) => one.decorators ?? []),
);

/** The file in which the platform looks for functions. */
const mainFile = 'main.py';

/** One claim for each function that is decorated for Google's functions framework, in `main.py` of its folder. */
export function functionsFrameworkClaims({ repository, modules }: Workspace): Claim[] {
  return repository.files
    .filter((file) => baseName(file) === mainFile && modules.scan(file).has('functions_framework'))
    .flatMap((file) =>
      decoratedFunctions(file, repository).flatMap((one): Claim[] => {
        const own = one.decorators.some(({ path }) => decorators.has(path) || /^(http|cloud_event|typed)$/.test(path));
        if (!own) return [];
        return [
          {
            file,
            label: one.name,
            name: null,
            rank: 'function',
            cloud: 'gcp',
            compute: 'function',
            place: one.definition,
            definition: null,
            folder: folderOf(file),
            handler: evidence(one.definition, one.name),
            runtime: { platform: null, id: null, python: null, evidence: [] },
            starts: [{ file, attribute: one.name, evidence: one.definition }],
          },
        ];
      }),
    );
}
