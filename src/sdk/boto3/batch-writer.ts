// https://docs.aws.amazon.com/boto3/latest/guide/dynamodb.html#batch-writing
import type { Boto3BatchWriter } from '../../catalogue/boto3/customization.ts';
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import { own } from '../../catalogue/boto3/service-model.ts';
import type { Operation } from '../../python/model-provider.ts';
import type { Behaviour } from './behaviour.ts';
import { type BatchWriter, botoObject, methodOf, opaque, type Resource } from './objects.ts';
import { listOf, performs } from './operation.ts';

/** A batch writer keeps what is put, and sends it when it has enough or is left. */
export const batchWriter: Behaviour<BatchWriter> = {
  attribute: (data, name, models) => (writes(data.table, name, models) ? methodOf(data, name) : opaque),
  call: () => opaque,
  operations: (data, { name }, models) => (writes(data.table, name, models) ? flushes(data.table, 'uses', models) : []),
};

/** What is known of a method that gives a batch writer; undefined if it gives none. */
export function batchWriterFact(
  { client, type }: Resource,
  method: string,
  models: Boto3Models,
): Boto3BatchWriter | undefined {
  return factOf(client.service, type, models).find((fact) => fact.method === method);
}

function factOf(service: string | null, type: string, models: Boto3Models): Boto3BatchWriter[] {
  const facts = models.customizations.filter((fact) => fact.kind === 'batch-writer');
  return facts.filter((fact) => fact.service === service && fact.resource === type);
}

function writes({ client, type }: Resource, method: string, models: Boto3Models): boolean {
  return factOf(client.service, type, models).some((fact) => own(fact.methods, method) !== undefined);
}

/**
 * The request that a batch writer makes. It names its table as `TableName`, although the request has the table's name as a
 * key of `RequestItems`: names that are not constant cannot be keys.
 */
export function flushes(table: Resource, role: 'prepares' | 'uses', models: Boto3Models): readonly Operation[] {
  return factOf(table.client.service, table.type, models).flatMap(
    ({ operation, method, identifier: [name, identifier] }) => {
      const value = table.identifiers.get(identifier);
      const passed = new Map(value === undefined ? [] : [[name, value]]);
      const performed = { operation, through: `resource:${table.type}.${method}`, arguments: passed };
      const found = performs(table.client, performed, models);
      return listOf(found && { ...found, [role]: botoObject({ kind: 'batch-writer', table }).key });
    },
  );
}
