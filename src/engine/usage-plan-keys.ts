// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
import { lazy } from '../evidence/lazy.ts';
import { readText } from '../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import { firstAt } from '../services/bind/values-at.ts';
import type { UsagePlanKey } from '../steps/facts.ts';

/** Where each type of resource writes the value of a key. */
const keyValues: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::ApiKey': 'Value',
  aws_api_gateway_api_key: 'value',
};

/** Where each type of API says who gives it the key of a request. */
const keySources: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['ApiKeySourceType', 'Body.x-amazon-apigateway-api-key-source'],
  'AWS::Serverless::Api': ['ApiKeySourceType', 'DefinitionBody.x-amazon-apigateway-api-key-source'],
  aws_api_gateway_rest_api: ['api_key_source'],
};

/** The keys by which APIs count requests against usage plans, by their texts. */
export function usagePlanKeys(stacks: readonly Stack[]): (text: string) => UsagePlanKey | null {
  const all = lazy(() => new Map(stacks.flatMap(keysOf)));
  return (text) => all().get(text) ?? null;
}

function keysOf({ resources }: Stack): [string, UsagePlanKey][] {
  const all = [...resources.values()];
  const keys = all.flatMap((resource): [string, UsagePlanKey][] => {
    const text = textAt(resource, keyValues[resource.type]);
    return text === undefined ? [] : [[text, { place: resource.key, name: resource.id, fromAuthorizer: false }]];
  });
  if (keys.length === 0 || !all.some(isKeyedByAuthorizer)) return keys;
  return keys.map(([text, key]) => [text, { ...key, fromAuthorizer: true }]);
}

function isKeyedByAuthorizer(resource: Resource): boolean {
  return (keySources[resource.type] ?? []).some((path) => textAt(resource, path) === 'AUTHORIZER');
}

function textAt(resource: Resource, path: string | undefined): string | undefined {
  const value = path === undefined ? undefined : firstAt(resource, path);
  const read = value === undefined ? undefined : readText(value);
  return read?.known === true ? read.value : undefined;
}
