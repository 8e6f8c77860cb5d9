// Which dependency files a deployment installs from, by its own rule.
// CDK: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-lambda-python-alpha-readme.html: those of the entry; of an asset none.
//   What the app itself declares is for those who run the app.
// Serverless: https://www.serverless.com/plugins/serverless-python-requirements
import { readText } from '../../infrastructure/model/reading.ts';
import { valueAt } from '../../infrastructure/model/resource.ts';
import type { Unit } from '../discover/unit.ts';

/** Where dependency files count: in the code's own folder, also in folders above, or nowhere. */
export type InstallsFrom = 'folder' | 'above' | 'nowhere';

/** Where the dependency files of a unit that is deployed as an archive count; `above` for all other units. */
export function installsFrom(unit: Unit): InstallsFrom {
  const { definition, artifact, cloud } = unit;
  if (definition === null || artifact !== 'zip' || cloud !== 'aws') return 'above';
  const { format } = definition.stack;
  if (format === 'cdk-python') return 'folder';
  if (format === 'serverless') return hasInstaller(unit) ? 'above' : 'nowhere';
  return 'above'; // by commands that are not read, if by none that are
}

/** Plugins of Serverless that install what Python needs. */
const installers = /python|requirements|wsgi/i;

function hasInstaller({ definition }: Unit): boolean {
  const listed = definition === null ? undefined : valueAt(definition.resource.metadata, 'plugins');
  const plugins = listed?.kind === 'map' ? valueAt(listed, 'modules') : listed;
  if (plugins === undefined) return false;
  return plugins.kind !== 'list' || plugins.items.some((item) => installers.test(readText(item).text));
}
