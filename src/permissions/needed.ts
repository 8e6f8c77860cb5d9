import { type ArnTemplate, fillArn } from '../catalogue/iam/arn-template.ts';
import type { Iam } from '../catalogue/iam/iam.ts';
import type { ActionNeed, ParameterCondition } from '../catalogue/iam/operation-row.ts';
import type { PlatformRole } from '../catalogue/iam/platform-needs.ts';
import { type Evidence, evidence } from '../evidence/evidence.ts';
import { byCodeUnits, byPlace } from '../evidence/order.ts';
import type { UnknownReason } from '../evidence/vocabulary.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import type { Identity } from '../python/model-provider.ts';
import type { ReachedCall } from '../sdk/calls-by-entry.ts';
import { type Binding, type BoundValue, isKnown } from './bound-value.ts';
import type { PlatformUse } from './platform/platform-use.ts';
import { Request } from './request.ts';
import { canServe } from './serves.ts';

/** A permission that calls need. */
export interface Permission {
  /** `s3:GetObject`. */
  readonly action: string;
  /**
   * ARNs with pseudo-parameters, a resource of the tree as `${Id.Arn}`; a name that is not known as `*` within the ARN of its
   * kind; `*` alone where nothing is known, or where the action takes no resource.
   */
  readonly resources: readonly string[];
  /** Why resources are wider than one thing, by resource and parameter. */
  readonly wildcards: readonly Wildcard[];
  readonly certainty: 'resolved' | 'guessed';
  /** The calls, by place. */
  readonly because: readonly Evidence[];
}

/** Why a resource has `*` in it. */
export interface Wildcard {
  /** One of the resources of the permission. */
  readonly resource: string;
  /** Why the parameter is not known; `not-given` if the request leaves it out; `no-resource` if the action takes none. */
  readonly why: UnknownReason | 'not-given' | 'no-resource';
  /** The parameter of the request that would tell it, by its path; null if none does. */
  readonly parameter: string | null;
}

/** What calls need in one name. */
export interface Needs {
  /** What a call is refused without. */
  readonly needed: readonly Permission[];
  /** What some calls want besides. */
  readonly also: readonly Permission[];
}

/** What the platform needs under one role: which kind of role, and the id of the resource that has it. */
export interface PlatformGroup {
  readonly role: PlatformRole;
  readonly holder: string;
  readonly needs: Needs;
}

/** What the calls of a service need: in its own name, and in those of other identities that it speaks with. */
export interface ServiceNeeds extends Needs {
  readonly others: readonly { readonly identity: Identity; readonly needs: Needs }[];
  /** What the platform needs under roles beside the service's own: the execution role of a task, that of a state machine. */
  readonly platform: readonly PlatformGroup[];
  /** Operations of which the catalogue knows nothing. */
  readonly unknown: readonly ReachedCall[];
}

/**
 * Derives the permissions that calls need from the operations that they perform and the arguments that they pass, and
 * those that the platform uses in the service's name.
 */
export function neededPermissions(
  calls: readonly ReachedCall[],
  iam: Iam,
  binding: Binding,
  uses: readonly PlatformUse[] = [],
): ServiceNeeds {
  const { stack } = binding;
  const groups = new Map<string, { identity: Identity; collector: Collector }>();
  const own = new Collector(iam, stack);
  const unknown: ReachedCall[] = [];
  for (const call of calls) {
    const { identity, service, api, arguments: given } = call.operation;
    const needs = api === null ? undefined : iam.operation(service, api);
    if (needs === undefined) {
      unknown.push(call);
      continue;
    }
    const request = new Request(given, binding);
    const collector = identity.kind === 'service' ? own : ofIdentity(groups, identity, () => new Collector(iam, stack));
    const reason = { ...reasonOf(call), guessed: call.operation.certainty !== 'resolved' };
    const isSure = call.operation.sometimes !== true;
    for (const need of needs.needs) collector.add({ ...need, needed: need.needed && isSure }, request, reason);
  }
  const beside = new Map<string, Omit<PlatformGroup, 'needs'> & { readonly collector: Collector }>();
  for (const { needs, evidence: where, holder, ...use } of uses) {
    const { role } = needs;
    const key = `${role} ${holder}`;
    if (holder !== null && !beside.has(key)) beside.set(key, { role, holder, collector: new Collector(iam, stack) });
    const collector = beside.get(key)?.collector ?? own;
    for (const need of needs.needs) collector.add(need, configured(use.values), { evidence: where, guessed: false });
  }
  const others = [...groups.values()].map(({ identity, collector }) => ({ identity, needs: collector.needs() }));
  const platform = [...beside.values()].map(({ collector, ...group }) => ({ ...group, needs: collector.needs() }));
  return { ...own.needs(), others, platform, unknown };
}

function ofIdentity(
  groups: Map<string, { identity: Identity; collector: Collector }>,
  identity: Identity,
  open: () => Collector,
): Collector {
  const key = identity.kind === 'assumed-role' ? `role ${identity.role.key}` : identity.kind;
  let group = groups.get(key);
  if (group === undefined) groups.set(key, (group = { identity, collector: open() }));
  return group.collector;
}

/** What is known of a request: of a call's, or of what is configured. */
interface Given {
  alternatives(path: string): readonly (BoundValue | null)[];
  holds(condition: ParameterCondition): boolean | undefined;
}

/** Why something is needed. */
interface Reason {
  readonly evidence: Evidence;
  readonly guessed: boolean;
}

function reasonOf({ place, operation }: ReachedCall): { evidence: Evidence } {
  return { evidence: evidence(place, operation.operation) };
}

/** What is configured is all that is given. */
function configured(values: PlatformUse['values']): Given {
  return {
    alternatives: (path) => values.get(path) ?? [null],
    holds: ({ path, is }) => (is === 'given' ? values.has(path) : is === 'absent' ? !values.has(path) : undefined),
  };
}

interface Collected {
  readonly resources: Set<string>;
  readonly wildcards: Map<string, Wildcard>;
  certainty: 'resolved' | 'guessed';
  readonly because: Map<string, Evidence>;
}

class Collector {
  private readonly iam: Iam;
  private readonly stack: Stack | null;
  private readonly needed = new Map<string, Collected>();
  private readonly also = new Map<string, Collected>();

  constructor(iam: Iam, stack: Stack | null) {
    this.iam = iam;
    this.stack = stack;
  }

  add(need: ActionNeed, request: Given, reason: Reason): void {
    const held = new Set(need.when.map((condition) => request.holds(condition)));
    if (held.has(false)) return;
    const isSure = need.needed && !held.has(undefined);
    const resources = resourcesOf(need, request, this.iam, this.stack);
    if (resources === undefined) return;
    const table = isSure ? this.needed : this.also;
    const { guessed } = reason;
    const key = `${need.action}${guessed ? '?' : ''}`;
    let found = table.get(key);
    if (found === undefined) {
      const certainty = guessed ? 'guessed' : 'resolved';
      found = { resources: new Set(), wildcards: new Map(), certainty, because: new Map() };
      table.set(key, found);
    }
    for (const { arn, wildcards } of resources) {
      found.resources.add(arn);
      for (const one of wildcards) found.wildcards.set(`${one.resource} ${one.parameter}`, one);
    }
    const { file, line, column } = reason.evidence;
    found.because.set(`${file}:${line}:${column}`, reason.evidence);
  }

  needs(): Needs {
    const sure = new Set(this.needed.keys());
    const also = [...this.also].filter(([key]) => !sure.has(key));
    return { needed: permissions([...this.needed]), also: permissions(also) };
  }
}

function permissions(collected: readonly (readonly [string, Collected])[]): Permission[] {
  return collected
    .map(([key, { resources, wildcards, certainty, because }]) => ({
      action: key.replace(/\?$/, ''),
      resources: resources.has('*') ? ['*'] : [...resources].sort(byCodeUnits),
      wildcards: [...wildcards.values()]
        .filter(({ resource }) => resource === '*' || !resources.has('*'))
        .sort((a, b) => byCodeUnits(a.resource, b.resource) || byCodeUnits(a.parameter ?? '', b.parameter ?? '')),
      certainty,
      because: [...because.values()].sort(byPlace),
    }))
    .sort((a, b) => byCodeUnits(a.action, b.action) || byCodeUnits(a.certainty, b.certainty));
}

/** Combinations of alternatives beyond which a resource counts as unknown. */
const mostCombinations = 24;

/** A resource, and why it is wider than one thing. */
interface Meant {
  readonly arn: string;
  readonly wildcards: readonly Wildcard[];
}

/**
 * The resources on which a need must be granted: `*` if the action takes none; undefined if none of the templates is meant by
 * this request.
 */
function resourcesOf(
  { action, resources }: ActionNeed,
  request: Given,
  iam: Iam,
  stack: Stack | null,
): readonly Meant[] | undefined {
  if (resources.length === 0)
    return [{ arn: '*', wildcards: [{ resource: '*', why: 'no-resource', parameter: null }] }];
  const known = iam.action(action);
  const meant = resources.flatMap((template) =>
    fillAll(template, request).map((one) => (canServe(one.arn, known, stack) ? one : ofAnotherKind(template))),
  );
  return meant.length === 0 ? undefined : meant.flatMap((one) => (isUnknown(one) ? ofKind(one, action, iam) : [one]));
}

/** True where a parameter would tell the whole ARN, and it is not known. */
function isUnknown({ arn, wildcards }: Meant): boolean {
  return arn === '*' && wildcards.some(({ parameter }) => parameter !== null);
}

/** What a parameter of the wrong kind says of the resource: nothing. */
function ofAnotherKind({ parts }: ArnTemplate): Meant {
  const [path = null] = parts.flatMap((part) => (typeof part === 'string' ? [] : part.paths));
  return { arn: '*', wildcards: [{ resource: '*', why: 'conflicting-evidence', parameter: path }] };
}

/** Any resource of the kind that an action is for, wherever it is: an ARN that is not known is one of that kind. */
function ofKind({ wildcards }: Meant, action: string, iam: Iam): Meant[] {
  const [type, ...others] = iam.action(action)?.resources ?? [];
  const formats = type === undefined || others.length > 0 ? [] : type.formats;
  const arns = formats.map((format) => format.replaceAll(/\$\{(?!AWS::Partition\})[^}]*\}/g, '*'));
  const kinds = arns.length === 0 || arns.some((arn) => anything.test(arn)) ? ['*'] : arns;
  return kinds.map((arn) => ({ arn, wildcards: wildcards.map((one) => ({ ...one, resource: arn })) }));
}

type Row = ReadonlyMap<string, BoundValue | null>;

/** A template with each combination of the alternatives of its parameters. */
function fillAll(template: ArnTemplate, request: Given): Meant[] {
  const paths = new Set(template.parts.flatMap((part) => (typeof part === 'string' ? [] : part.paths)));
  let rows: Row[] = [new Map()];
  for (const path of paths) {
    const alternatives = request.alternatives(path);
    const isTooMany = rows.length * alternatives.length > mostCombinations;
    const bounded = isTooMany ? [{ unknown: 'bound-reached' } as const] : alternatives;
    rows = rows.flatMap((row) => bounded.map((alternative) => new Map(row).set(path, alternative)));
  }
  return rows.flatMap((row) => filledBy(template, row));
}

function filledBy(template: ArnTemplate, row: Row): Meant[] {
  const filled = fillArn(template, (path) => {
    const value = row.get(path);
    return value === null || value === undefined || isKnown(value) ? value : undefined;
  });
  if (filled === undefined) return [];
  const arn = anything.test(filled.arn) ? '*' : filled.arn;
  const wildcards = filled.unknown.map((parameter) => {
    const value = row.get(parameter);
    const why = value === null || value === undefined ? 'not-given' : isKnown(value) ? 'dynamic-value' : value.unknown;
    return { resource: arn, why, parameter } as const;
  });
  const isAny = arn === '*' && wildcards.length === 0;
  return [{ arn, wildcards: isAny ? [{ resource: arn, why: 'not-given', parameter: null }] : wildcards }];
}

/** An ARN that does not even say which kind of thing it is of: any object of any bucket. */
const anything = /^(?:[^:]*:){5}[*/:]*$/;
