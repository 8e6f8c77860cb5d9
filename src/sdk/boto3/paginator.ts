// https://docs.aws.amazon.com/boto3/latest/guide/paginators.html
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import { botoObject, type Client, methodOf, opaque, type Paginator } from './objects.ts';
import { keywordsOf, listOf, onlyServiceWith, performs } from './operation.ts';

/** The paginator of a client's operation. */
export function paginatorOf(client: Client, operation: string | null): Paginator {
  return { kind: 'paginator', client, operation };
}

/** Paginators perform their operation when `paginate` is called; what that gives are pages, which are responses. */
export const paginator: Behaviour<Paginator> = {
  attribute: (data, name) => (name === 'paginate' ? methodOf(data, name) : opaque),
  call: () => opaque,
  operations: (data, { arguments: call }, models) =>
    paginates(data, 'uses', keywordsOf(call, 'PaginationConfig'), models),
  unresolved: (data, { arguments: call }, models) =>
    paginates(data, 'uses', keywordsOf(call), models).length === 0 ? 'dynamic-value' : undefined,
};

/** The operation of a paginator; none if its name or service is not known. */
export function paginates(
  data: Paginator,
  role: 'prepares' | 'uses',
  passed: ReadonlyMap<string, Value>,
  models: Boto3Models,
): readonly Operation[] {
  const { operation, client } = data;
  if (operation === null) return [];
  const service = client.service ?? onlyServiceWith(operation, models) ?? null;
  const performed = { operation, through: `paginator:${operation}`, arguments: passed };
  const found = performs({ ...client, service }, performed, models);
  return listOf(found && { ...found, [role]: botoObject(data).key });
}
