// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
import type { AccessLevel } from '../../catalogue/iam/iam.ts';

const words: readonly (readonly [AccessLevel, string])[] = [
  ['list', 'List'],
  ['read', 'Read'],
  ['write', 'Write'],
  ['tagging', 'Tag'],
  ['permissions', 'Permit'],
];

const longestName = 40;

/** Names statements so that a person sees what they are for, each once: `DynamodbReadWriteOrders`. */
export class StatementNames {
  readonly #taken = new Set<string>();

  /** The name of a statement by the service's prefix, what its actions do, and its resources. */
  of(prefix: string, levels: ReadonlySet<AccessLevel>, resources: readonly string[]): string {
    const does = words.flatMap(([level, word]) => (levels.has(level) ? [word] : [])).join('');
    const name = `${pascal(prefix)}${does}${thingsOf(resources)}`;
    let unique = name;
    for (let count = 2; this.#taken.has(unique); count++) unique = `${name}${count}`;
    this.#taken.add(unique);
    return unique;
  }
}

/** The one thing that the resources are about; empty where they are about any. */
function thingsOf(resources: readonly string[]): string {
  const [first, ...others] = new Set(resources.map(thingOf));
  if (first === undefined) return '';
  return others.length === 0 ? first : `${first}AndOthers`;
}

/** Segments of ARNs that are no name: parts of the names that the platform gives to groups of logs. */
const commonplaces = new Set(['aws', 'lambda', 'ecs']);

/** `Orders` of `${Orders.Arn}/index/*`, `${aws_sqs_queue.orders.arn}`, `arn:…:sqs:…:orders` and `arn:…:table/orders`. */
function thingOf(resource: string): string {
  const named = resource.replaceAll(/\$\{([^{}]*)\}/g, (_, inside: string) => nameIn(inside));
  const [, , , , , ...rest] = named.startsWith('arn:') ? named.split(':') : ['', '', '', '', '', named];
  const segments = rest
    .join('/')
    .split('/')
    .filter((segment) => /[A-Za-z0-9]/.test(segment) && !commonplaces.has(segment));
  const isTyped = segments.length > 1 && named.startsWith('arn:') && !named.includes(':s3:::');
  return pascal((isTyped ? segments[1] : segments[0]) ?? '').slice(0, longestName);
}

/** The resource's own name in a reference: `Orders` of `Orders.Arn`, `orders` of `aws_sqs_queue.orders.arn`. */
function nameIn(reference: string): string {
  if (reference.startsWith('AWS::')) return '';
  const steps = reference.replaceAll(/\[[^\]]*\]/g, '').split('.');
  return (steps.length > 2 ? steps.at(-2) : steps[0]) ?? '';
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
