import type { Evidence } from '../../evidence/evidence.ts';
import { importOf } from './libraries.ts';
import type { Standing } from './standing.ts';

/** Services of AWS by which data is kept, as boto3 names them (others of them manage what keeps it); `true` for those that are databases. */
const stores: Readonly<Record<string, boolean>> = {
  s3: false,
  dynamodb: true,
  'rds-data': true,
  'redshift-data': true,
  timestream: true,
  'timestream-query': true,
  'timestream-write': true,
  neptunedata: true,
  s3vectors: true,
};

/** The first place at which the code of a service asks for something that keeps data; of a database alone, if only these are asked for. */
export function dataWanted(standing: Standing, onlyDatabases: boolean): Evidence | undefined {
  const imports = standing.imports();
  const library = importOf('database', imports) ?? importOf('storage', imports);
  const isDatabase = library !== undefined && !/storage|s3fs|smart_open/.test(library.path);
  if (library !== undefined && (isDatabase || !onlyDatabases)) return library.evidence;
  return standing
    .calls(['boto3', 'aioboto3', 'aiobotocore'], ['client(', 'resource('])
    .find(({ path, positional: [name] }) => {
      if (!/(^|\.)(client|resource)$/.test(path) || typeof name !== 'string') return false;
      const store = stores[name];
      return store !== undefined && (store || !onlyDatabases);
    })?.evidence;
}
