// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import { covers as globCovers, overlaps } from './glob.ts';
import { shapeOf, statedName, writtenName } from './resource-arns.ts';

/** Whether one pattern covers another: certainly, perhaps (something in them is not known), or certainly not. */
export type Match = 'yes' | 'maybe' | 'no';

/** What stands for a value of the deployment in a pattern: no ARN has these letters. */
const open = '\uE001';
const close = '\uE002';
/** Marks the name of a resource that the platform makes up: it is no other resource's. */
const made = '\uE003';
const colon = '\uE004';

/** Turns resources in the words of a template into patterns that can be compared: all ways to name a resource become one. */
export function patternOf(text: string, stack: Stack | null, depth = 0): string {
  if (text === '*') return text;
  const whole = /^\$\{([^{}]+)\}/.exec(text);
  const arn = whole?.[1] === undefined ? undefined : arnOf(whole[1], stack, depth);
  const rest = arn === undefined || whole === null ? text : text.slice(whole[0].length);
  const written = rest.replaceAll(/\$\{([^{}]+)\}/g, (_match, inside: string) => nameFor(inside, stack, depth));
  const joined = (arn ?? '') + written;
  return joined.replaceAll('parameter//', 'parameter/').replace(/(:log-group:.*):\*:\*$/, '$1:*');
}

const deepest = 5;

/** The ARN that a reference stands for at the beginning of a resource; undefined if it is a name. */
function arnOf(inside: string, stack: Stack | null, depth: number): string | undefined {
  const { resource, attribute } = resourceIn(inside, stack);
  if (resource === undefined) return undefined;
  const shape = shapeOf(resource);
  const isWhole = attribute === null || attribute === 'id';
  const isArn = isWhole ? shape === undefined || shape.refIsArn === true : /arn$/i.test(attribute);
  if (!isArn) return undefined;
  if (shape === undefined || depth > deepest) return token(`${made}${resource.id}`);
  const stated = statedName(resource, shape);
  const name = stated === undefined ? madeName(resource, stack) : patternOf(stated, stack, depth + 1);
  const stream = /^(?:StreamArn|stream_arn|LatestStreamArn)$/.test(attribute ?? '') ? '/stream/*' : '';
  return `arn:*:${shape.before}${name}${shape.after ?? ''}${stream}`;
}

/** The name that a reference stands for inside of an ARN. */
function nameFor(inside: string, stack: Stack | null, depth: number): string {
  const { resource } = resourceIn(inside, stack);
  if (resource === undefined) return token(inside);
  const shape = shapeOf(resource);
  const stated = shape === undefined || depth > deepest ? undefined : writtenName(resource, shape);
  return stated === undefined ? madeName(resource, stack) : patternOf(stated, stack, depth + 1);
}

/**
 * The name that is made up for a resource; CloudFormation puts the stack's and its own before what nobody knows. A name that
 * is stated by what cannot be read may be any.
 */
function madeName(resource: Resource, stack: Stack | null): string {
  const { id, type } = resource;
  const shape = shapeOf(resource);
  const isStated = shape !== undefined && property(resource, shape.name) !== undefined;
  if (isStated) return token(id);
  const unknown = token(`${made}${id}`);
  const isFunction = stack?.format === 'cloudformation' && /^AWS::(?:Lambda|Serverless)::Function$/.test(type);
  return isFunction ? `${token('AWS::StackName')}-${id}-${unknown}` : unknown;
}

function resourceIn(
  inside: string,
  stack: Stack | null,
): { resource: ReturnType<Stack['resources']['get']>; attribute: string | null } {
  const whole = stack?.resources.get(inside);
  if (whole !== undefined) return { resource: whole, attribute: null };
  const dot = inside.lastIndexOf('.');
  const resource = dot < 0 ? undefined : stack?.resources.get(inside.slice(0, dot));
  return { resource, attribute: resource === undefined ? null : inside.slice(dot + 1) };
}

function token(name: string): string {
  return `${open}${name.replaceAll(':', colon)}${close}`;
}

/** True for a pattern that leaves open which resource of its type is meant. */
export function isWide(pattern: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('arn:')) return false;
  const [, , service, , , ...resource] = pattern.split(':');
  return (service === 's3' ? /^\*/ : /^(?:[\w-]+[/:])?\*/).test(resource.join(':'));
}

/** Whether what is granted by a pattern covers what is needed. Region, account and partition count only where both are stated. */
export function coversArn(granted: string, needed: string): Match {
  if (granted === '*' || granted === needed) return 'yes';
  const [a, b] = [split(granted), split(needed)];
  if (a === undefined || b === undefined) return coversOpaque(granted, needed);
  if (a.service !== b.service && !/[*?\uE001]/.test(a.service + b.service)) return 'no';
  if (!fits(a.partition, b.partition) || !fits(a.region, b.region) || !fits(a.account, b.account)) return 'no';
  if (globCovers(a.resource, b.resource)) return 'yes';
  return overlaps(a.resource, b.resource) ? 'maybe' : 'no';
}

interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** An ARN's parts; one that is cut short goes on with anything. */
function split(pattern: string): Arn | undefined {
  if (!pattern.startsWith('arn:')) return undefined;
  const [, partition = '*', service = '*', region = '*', account = '*', ...resource] = pattern.split(':');
  return { partition, service, region, account, resource: resource.length === 0 ? '*' : resource.join(':') };
}

/** Partitions, regions and accounts fit unless both are stated and differ. */
function fits(granted: string, needed: string): boolean {
  return granted === needed || granted === '' || needed === '' || /[*?\uE001]/.test(granted + needed);
}

/** Something of the two is no ARN: a value of the deployment, or the ARN of a type that is not known. */
function coversOpaque(granted: string, needed: string): Match {
  if (globCovers(granted, needed)) return 'yes';
  const bothMade = granted.startsWith(open + made) && needed.startsWith(open + made);
  return bothMade && !overlaps(granted, needed) ? 'no' : 'maybe';
}
