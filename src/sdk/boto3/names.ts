import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import { iterators } from './collection.ts';

/** Names by which an operation can be performed and that no service or resource model has. */
const others = [...iterators, 'pages', 'paginate', 'wait', 'load', 'reload'];

/**
 * Tells, for a name, whether an operation can be performed by it. What comes of an API takes keyword arguments alone
 * (botocore's client raises TypeError for others), so that a name of one word, which is everybody's, is none with
 * `positional` ones: `row.get('x')`. A call of several words that would fail so is worth a look all the same.
 */
export function operationNames(models: Boto3Models): (name: string, positional: boolean) => boolean {
  const known = new Map<string, boolean>();
  let added: Set<string> | undefined;
  return (name, positional) => {
    added ??= new Set([...others, ...customNames(models)]);
    if (positional && !name.includes('_')) return added.has(name);
    let answer = known.get(name);
    if (answer === undefined) {
      answer = added.has(name) || models.servicesWith(name).length > 0 || models.isResourceName(name);
      known.set(name, answer);
    }
    return answer;
  };
}

/** True if an operation of this name gives a response: that of a client, or an action other than those that give a resource. */
export function isResponding(name: string, models: Boto3Models): boolean {
  if (!models.isResourceName(name)) return models.servicesWith(name).length > 0;
  return name.includes('_') && !/^(?:get|create)_/.test(name);
}

function customNames(models: Boto3Models): string[] {
  return models.customizations.flatMap((fact) => {
    switch (fact.kind) {
      case 'transfer':
        return fact.forms.map(({ method }) => method);
      case 'batch-writer':
        return [fact.method, ...Object.keys(fact.methods)];
      case 'resource-action':
        return [fact.method];
      case 'client-method':
        return fact.performs === 'nothing' ? [] : [fact.method];
    }
  });
}
