// https://www.serverless.com/framework/docs/providers/aws/guide/resources#aws-cloudformation-resource-reference
import { asMapping, asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import type { Declared } from './service-file.ts';

/** What Serverless makes beside each function, by what it appends to the function's name. */
const endings =
  /^(LambdaFunction|LambdaFunctionUrl|LogGroup|LambdaVersion\w*|LambdaPermission\w*|IamRoleLambdaExecution|EventSourceMapping\w*|EventsRule\w*|ProvConcLambdaAlias|LambdaEvConf)$/;

/** An API that stands once in a stack, the event that leads to it, and where its settings stand. */
interface SharedApi {
  readonly id: string;
  readonly event: string;
  readonly settings: readonly string[];
}

const sharedApis: readonly SharedApi[] = [
  { id: 'ApiGatewayRestApi', event: 'http', settings: ['provider', 'apiGateway'] },
  { id: 'HttpApi', event: 'httpApi', settings: ['provider', 'httpApi'] },
  { id: 'WebsocketsApi', event: 'websocket', settings: ['provider', 'websocket'] },
];

/** What a configuration declares by name. */
export interface Parts {
  readonly functions: readonly Declared[];
  readonly layers: readonly Declared[];
  readonly stateMachines: readonly Declared[];
  /** serverless-apigateway-service-proxy makes a REST API without any function. */
  readonly proxies: boolean;
}

/** The resource from which Serverless makes one of a generated name (`HelloLambdaFunction`), and what it is of it. */
export function generatedFrom(
  parts: Parts,
  name: string,
): { readonly resource: string; readonly attribute: string | null } | undefined {
  if (/^(IamRoleLambdaExecution|ServerlessDeploymentBucket)$/.test(name)) return { resource: name, attribute: null };
  const api = apisOf(parts).find(({ id }) => name.startsWith(id.replace('RestApi', '')));
  if (api !== undefined) return { resource: api.id, attribute: name === api.id ? null : name };
  for (const declared of parts.functions) {
    const prefix = normalized(declared.name);
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (endings.test(rest)) return { resource: declared.name, attribute: rest === 'LambdaFunction' ? null : rest };
  }
  const other =
    parts.layers.find((declared) => name === `${normalized(declared.name)}LambdaLayer`) ??
    parts.stateMachines.find((declared) => machineNames(declared).includes(name));
  return other === undefined ? undefined : { resource: other.name, attribute: null };
}

/** The APIs that the events of functions lead to. */
export function apisOf({ functions, proxies }: Parts): SharedApi[] {
  return sharedApis.filter(({ id, event }) => (proxies && id === 'ApiGatewayRestApi') || usesEvent(functions, event));
}

function usesEvent(functions: readonly Declared[], event: string): boolean {
  return functions.some(({ node }) =>
    asSequence(at(node, 'events'))?.items.some((item) => {
      const names = asMapping(item)?.entries.map(keyOf) ?? [item.kind === 'scalar' ? item.text : undefined];
      return names.includes(event);
    }),
  );
}

/** The logical ids that serverless-step-functions may give: by `id`, by `name`, or by the key. */
function machineNames({ name, node }: Declared): string[] {
  const id = textOf(at(node, 'id'));
  const named = textOf(at(node, 'name'))?.replaceAll(/[^0-9A-Za-z]/g, '');
  return [id, named, `${normalized(name)}StepFunctionsStateMachine`].flatMap((found) => found ?? []);
}

/** A function's name as Serverless writes it in logical ids. */
function normalized(name: string): string {
  const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
