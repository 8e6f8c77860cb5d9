// https://www.serverless.com/framework/docs/providers/aws/guide/resources#aws-cloudformation-resource-reference
import { asMapping, asSequence, at, keyOf } from '../../syntax/navigate.ts';
import type { Declared } from './service-file.ts';

/** What Serverless makes beside each function, by what it appends to the function's name. */
const endings =
  /^(LambdaFunction|LambdaFunctionUrl|LogGroup|LambdaVersion\w*|LambdaPermission\w*|IamRoleLambdaExecution|EventSourceMapping\w*|EventsRule\w*|ProvConcLambdaAlias|LambdaEvConf)$/;

/** What stands once in a stack, and the events of functions that lead to it. */
export const sharedResources = [
  { id: 'ApiGatewayRestApi', events: ['http'], settings: ['provider', 'apiGateway'], kind: 'api' },
  { id: 'HttpApi', events: ['httpApi'], settings: ['provider', 'httpApi'], kind: 'api' },
  { id: 'WebsocketsApi', events: ['websocket'], settings: ['provider', 'websocket'], kind: 'api' },
] as const;

/** The resource from which Serverless makes one of a generated name (`HelloLambdaFunction`), and what it is of it. */
export function generatedNames(
  functions: readonly Declared[],
  layers: readonly Declared[],
  name: string,
): { readonly resource: string; readonly attribute: string | null } | undefined {
  if (/^(IamRoleLambdaExecution|ServerlessDeploymentBucket)$/.test(name)) return { resource: name, attribute: null };
  const api = sharedResources.find(({ id }) => name === id || name.startsWith(id) || name.startsWith('ApiGateway'));
  if (api !== undefined && usesEvent(functions, api.events)) {
    return { resource: api.id, attribute: name === api.id ? null : name };
  }
  for (const declared of functions) {
    const prefix = normalized(declared.name);
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (endings.test(rest)) return { resource: declared.name, attribute: rest === 'LambdaFunction' ? null : rest };
  }
  const layer = layers.find((declared) => name === `${normalized(declared.name)}LambdaLayer`);
  return layer === undefined ? undefined : { resource: layer.name, attribute: null };
}

/** True if one of the functions has such an event. */
export function usesEvent(functions: readonly Declared[], events: readonly string[]): boolean {
  return functions.some(({ node }) =>
    asSequence(at(node, 'events'))?.items.some((item) => {
      const names = asMapping(item)?.entries.map(keyOf) ?? [item.kind === 'scalar' ? item.text : undefined];
      return names.some((name) => name !== undefined && events.includes(name));
    }),
  );
}

/** A function's name as Serverless writes it in logical ids. */
function normalized(name: string): string {
  const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
