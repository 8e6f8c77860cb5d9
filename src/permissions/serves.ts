import type { IamAction } from '../catalogue/iam/iam.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import { shapeOf } from './difference/resource-arns.ts';

/**
 * False for an ARN of a type of resource that an action does not take, so that it cannot be what the call works on: that of
 * a function where an execution is stopped. True where that cannot be told.
 */
export function canServe(arn: string, action: IamAction | undefined, stack: Stack | null): boolean {
  const formats = action?.resources.flatMap((resource) => resource.formats) ?? [];
  const given = kindOf(typicalArn(arn, stack));
  if (given === undefined || formats.length === 0) return true;
  return formats.map(kindOf).some((one) => one === undefined || isAlike(one, given));
}

/** The ARN of a resource of the tree in the words of AWS; others as they are. */
function typicalArn(arn: string, stack: Stack | null): string {
  const [, id] = /^\$\{([^{}]+)\.[Aa]rn\}/.exec(arn) ?? [];
  const resource = id === undefined ? undefined : stack?.resources.get(id);
  const shape = resource && shapeOf(resource);
  return shape === undefined ? arn : `arn:*:${shape.before}*`;
}

/** What an ARN is of: a service, and the word that says which kind of its resources; '' where none does. */
interface Kind {
  readonly service: string;
  readonly word: string;
}

function kindOf(arn: string): Kind | undefined {
  const [start, , service = '', , , ...rest] = arn.replaceAll(/\$\{[^}]*\}/g, '*').split(':');
  if (start !== 'arn' || service === '' || service.includes('*')) return undefined;
  const [, word = ''] = /^([\w-]+)[:/]/.exec(rest.join(':')) ?? [];
  return { service, word };
}

/** Names may have slashes, so that a kind counts where both name one. */
function isAlike(a: Kind, b: Kind): boolean {
  return a.service === b.service && (a.word === '' || b.word === '' || a.word === b.word);
}
