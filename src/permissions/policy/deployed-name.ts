import { property, type Resource, valueAt } from '../../infrastructure/model/resource.ts';
import { writtenText } from '../declared/resource-text.ts';

/** Variables of Serverless of which the fallback was not kept. */
const openVariable = /\$\{(?!AWS::|sls:|aws:)[^{}]*:[^{}]*\}/g;

/**
 * The name under which a function is deployed by CloudFormation, in the words of its template, `*` for what cannot be told;
 * null where CloudFormation makes one, and for what is no such function.
 */
export function deployedName(resource: Resource): string | null {
  switch (resource.type) {
    case 'AWS::Serverless::Function':
    case 'AWS::Lambda::Function':
      return statedName(resource, 'FunctionName');
    case 'serverless:function':
      return statedName(resource, 'name') ?? usualName(resource);
    default:
      return null;
  }
}

function statedName(resource: Resource, key: string): string | null {
  const stated = property(resource, key);
  return stated === undefined ? null : writtenText(stated).text.replaceAll(openVariable, '*');
}

/** https://www.serverless.com/framework/docs/providers/aws/guide/functions: a function is named as its stack, and by its key. */
function usualName({ id, metadata }: Resource): string {
  return valueAt(metadata, 'provider', 'stackName') === undefined ? `\${AWS::StackName}-${id}` : `*-${id}`;
}
