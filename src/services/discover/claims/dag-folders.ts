// https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-dag-folder.html, https://docs.cloud.google.com/composer/docs/composer-3/manage-dags
import { readText } from '../../../infrastructure/model/reading.ts';
import { baseName, folderOf } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

/** Managed environments of Airflow, and where each names the folder of its DAGs in a bucket. */
const environments: Readonly<Record<string, { readonly folder: readonly string[]; readonly name: readonly string[] }>> =
  {
    'AWS::MWAA::Environment': { folder: ['DagS3Path'], name: ['Name'] },
    aws_mwaa_environment: { folder: ['dag_s3_path'], name: ['name'] },
    google_composer_environment: { folder: [], name: ['name'] },
  };

/** One claim for each managed environment of Airflow whose DAGs the repository holds. */
export function dagClaims({ stacks, repository }: Workspace): Claim[] {
  return stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource): Claim[] => {
      const shape = environments[resource.type];
      if (shape === undefined) return [];
      const [stated] = shape.folder.length === 0 ? [] : valuesAt(resource.properties, ...shape.folder);
      const named = stated === undefined ? 'dags' : baseName(readText(stated).text.replace(/\/$/, ''));
      const folder = dagFolder([named, 'dags'], repository);
      if (folder === undefined) return [];
      const runtime = { platform: null, id: null, python: null, evidence: [] };
      return [
        { ...resourceClaim(resource, stack, 'data-pipeline', shape.name), folder, runtime, environment: 'Airflow' },
      ];
    }),
  );
}

/** The one folder of such a name that holds Python. */
function dagFolder(names: readonly string[], { files }: Repository): string | undefined {
  const folders = new Set(files.filter((file) => file.endsWith('.py')).map(folderOf));
  for (const name of names) {
    const found = [...folders].filter((folder) => baseName(folder) === name);
    if (found.length === 1) return found[0];
  }
  return undefined;
}
