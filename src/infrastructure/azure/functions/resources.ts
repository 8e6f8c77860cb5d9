// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource
import type { ReferenceValue, Value } from '../../model/value.ts';
import { joinedOf } from '../join.ts';
import { literalOf, settled, textIn, unknownOf } from '../plain.ts';
import { type AzureFunction, type FunctionCall, undetermined } from './call.ts';

/** Functions that name a resource: one that the stack declares becomes a reference to it. */
export const resourceFunctions: Readonly<Record<string, AzureFunction>> = {
  resourceId,
  subscriptionResourceId: resourceId,
  tenantResourceId: resourceId,
  extensionResourceId: (call) => {
    const [, ...values] = call.values();
    return identified(call, values);
  },
  reference: (call) => {
    const [target, , full] = call.values();
    const symbol = call.scope.symbol(textIn(target) ?? '', 'resource');
    if (symbol?.kind === 'map') return symbol;
    const found = target && referenceTo(call, target);
    if (found === undefined) return undetermined(call);
    const handle = found.attribute === null || found.attribute === 'id' ? call.scope.handle(found.resource) : undefined;
    return handle ?? { ...found, attribute: textIn(full) === 'Full' ? null : 'properties' };
  },
  ...Object.fromEntries(
    [
      'list',
      'listKeys',
      'listAccountSas',
      'listServiceSas',
      'listSecrets',
      'listCallbackUrl',
      'listAdminKeys',
      'listQueryKeys',
      'listConnectionStrings',
      'listClusterAdminCredential',
      'listCredentials',
    ].map((name) => [name, secret]),
  ),
};

function resourceId(call: FunctionCall): Value {
  return identified(call, call.values());
}

/** A subscription and a resource group may stand before the type; the parts of the name stand behind it. */
function identified(call: FunctionCall, values: readonly Value[]): Value {
  const index = values.findIndex((value) => /^[\w.]+\.[\w.]+\/[\w/.-]+$/.test(textIn(value) ?? ''));
  const type = textIn(values[index]);
  const names = values.slice(index + 1);
  if (type === undefined || names.length === 0) return undetermined(call);
  const own = names.map(settled).find((name) => name.kind === 'reference');
  if (names.length === 1 && own?.kind === 'reference' && /name$/i.test(own.attribute ?? '')) {
    return { ...own, attribute: 'id', place: call.place };
  }
  const found = call.scope.resource(type, joinedOf(nameParts(names, call), call.place));
  if (found !== undefined) return { kind: 'reference', resource: found, attribute: 'id', place: call.place };
  const scope = unknownOf('dynamic-value', 'the scope of the deployment', call.place);
  return joinedOf([scope, literalOf(`/providers/${type}/`, call.place), ...nameParts(names, call)], call.place);
}

function nameParts(names: readonly Value[], call: FunctionCall): Value[] {
  return names.flatMap((name, index) => (index === 0 ? [name] : [literalOf('/', call.place), name]));
}

function secret(call: FunctionCall): Value {
  const [target] = call.values();
  const found = target && referenceTo(call, target);
  return found === undefined ? undetermined(call) : { ...found, attribute: `${call.name}()` };
}

/** The resource that an id or a name stands for. */
function referenceTo(call: FunctionCall, target: Value): ReferenceValue | undefined {
  const found = settled(target);
  if (found.kind === 'reference') return { ...found, place: call.place };
  const symbol = call.scope.symbol(textIn(found) ?? '', 'resource');
  if (symbol?.kind === 'reference') return { ...symbol, place: call.place };
  const named = call.scope.resourceNamed(target);
  return named === undefined ? undefined : { kind: 'reference', resource: named, attribute: null, place: call.place };
}
