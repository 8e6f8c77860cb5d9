// https://docs.aws.amazon.com/boto3/latest/guide/paginators.html
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import { guessedByArguments } from './by-arguments.ts';
import { botoObject, type Client, methodOf, opaque, type Paginator } from './objects.ts';
import { keywordsOf, listOf, onlyServiceWith, type Performed, performs } from './operation.ts';

/** The paginator of a client's operation. */
export function paginatorOf(client: Client, operation: string | null): Paginator {
  return { kind: 'paginator', client, operation };
}

/** Paginators perform their operation when `paginate` is called; what that gives are pages, which are responses. */
export const paginator: Behaviour<Paginator> = {
  attribute: (data, name) => (name === 'paginate' ? methodOf(data, name) : opaque),
  call: () => opaque,
  operations(data, { arguments: call }, models) {
    const passed = keywordsOf(call, 'PaginationConfig');
    const found = paginates(data, 'uses', passed, models);
    if (found.length > 0 || data.operation === null) return found;
    return listOf(guessedByArguments(data.client, performedBy(data.operation, passed), call, models));
  },
  unresolved(data, call, models) {
    return paginator.operations?.(data, call, models).length === 0 ? 'dynamic-value' : undefined;
  },
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
  const found = performs({ ...client, service }, performedBy(operation, passed), models);
  return listOf(found && { ...found, [role]: botoObject(data).key });
}

function performedBy(operation: string, passed: ReadonlyMap<string, Value>): Performed {
  return { operation, through: `paginator:${operation}`, arguments: passed };
}
