import type { Evidence } from '../../evidence/evidence.ts';
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

/** A place at which code asks for data. */
export interface DataWanted {
  readonly evidence: Evidence;
  /** It asks a service of a cloud for it, not a server that somebody runs. */
  readonly ofCloud: boolean;
}

/** Libraries that keep files, and no records. */
const ofFiles = /storage|^s3fs|^smart_open/;

/** The first place at which the code of a service asks for something that keeps data; for a database alone, if only these are asked for. */
export function dataWanted(standing: Standing, onlyDatabases: boolean): DataWanted | undefined {
  const driver = standing.libraries('database')[0];
  if (driver !== undefined) return { evidence: driver.evidence, ofCloud: false };
  const stored = standing.libraries('storage').find(({ path }) => !onlyDatabases || !ofFiles.test(path));
  if (stored !== undefined) return { evidence: stored.evidence, ofCloud: !/^(redis|valkey)\b/.test(stored.path) };
  const called = standing
    .calls(['boto3', 'aioboto3', 'aiobotocore'], ['client(', 'resource('])
    .find(({ path, positional: [name] }) => {
      if (!/(^|\.)(client|resource)$/.test(path) || typeof name !== 'string') return false;
      const isDatabase = Object.hasOwn(stores, name) ? stores[name] : undefined;
      return isDatabase !== undefined && (isDatabase || !onlyDatabases);
    });
  return called && { evidence: called.evidence, ofCloud: true };
}
