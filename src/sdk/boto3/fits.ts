import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import { own } from '../../catalogue/boto3/service-model.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { rootType } from './resource-object.ts';

/** A way to understand a call by the names of its method and arguments. */
export interface Fit {
  readonly service: string;
  readonly operation: string;
  /** The resource type whose action it is; null for a client's method. */
  readonly type: string | null;
}

/** Services that are looked at for one method; `list_tags_for_resource` has hundreds, and no call of it can be told. */
const mostServices = 12;

/** The clients' methods that take these arguments; undefined if too many services have the method. */
export function clientFits(
  method: string,
  keywords: readonly string[],
  open: boolean,
  models: Boto3Models,
): readonly Fit[] | undefined {
  const services = models.servicesWith(method);
  if (services.length > mostServices) return undefined;
  return services
    .filter((service) => takes(service, method, keywords, [], open, models))
    .map((service) => ({ service, operation: method, type: null }));
}

/** The resources' actions that take these arguments. */
export function resourceFits(
  name: string,
  keywords: readonly string[],
  open: boolean,
  models: Boto3Models,
): readonly Fit[] {
  if (!models.isResourceName(name)) return [];
  const found: Fit[] = [];
  for (const { id: service, resources } of models.services()) {
    if (!resources) continue;
    for (const type of typesOf(service, models)) {
      const action = own(models.resource(service, type)?.actions, name);
      const filled = Object.keys(action?.parameters ?? {}).map((path) => path.split(/[.[]/)[0] ?? '');
      if (action === undefined || !takes(service, action.operation, keywords, filled, open, models)) continue;
      found.push({ service, operation: action.operation, type });
    }
  }
  return found;
}

function typesOf(service: string, models: Boto3Models): string[] {
  const below = Object.values(models.resource(service, rootType)?.subresources ?? {});
  return [rootType, ...new Set(below.map(({ type }) => type))];
}

/** True if an operation takes the arguments of a call, and needs no others. */
export function operationTakes(
  service: string,
  method: string,
  { keywords, open }: CallArguments,
  models: Boto3Models,
): boolean {
  return takes(service, method, keywords, [], open, models);
}

/** True if an operation takes these arguments, and needs no others but those filled in. */
function takes(
  service: string,
  method: string,
  keywords: readonly string[],
  filled: readonly string[],
  open: boolean,
  models: Boto3Models,
): boolean {
  const operation = models.model(service)?.operation(method);
  if (operation === undefined) return false;
  const isTaken = (name: string): boolean => operation.parameters.includes(name) && !filled.includes(name);
  if (!keywords.every(isTaken)) return false;
  return open || [...operation.required].every((name) => keywords.includes(name) || filled.includes(name));
}
