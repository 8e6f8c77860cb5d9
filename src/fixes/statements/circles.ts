// https://repost.aws/knowledge-center/cloudformation-circular-dependency-cfn

import { ownName } from '../../permissions/policy/own-name.ts';
import { partsOfResource } from '../../permissions/policy/placeholders.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import type { DataNode, DataTree, PathStep } from '../../syntax/data-tree.ts';
import { asMapping, at, keyOf, textOf } from '../../syntax/navigate.ts';
import { resourceText } from './resource-text.ts';

/**
 * Statements for a policy at a path of a template, without references by which the policy's resource would wait for what
 * waits for it: a function goes by its name then, or the one that is made for it. Undefined where something else would.
 */
export function withoutCircles(
  tree: DataTree,
  path: readonly PathStep[],
  wanted: readonly WantedStatement[],
): readonly WantedStatement[] | undefined {
  const section = path.indexOf('Resources');
  const owner = path[section + 1];
  const resources = at(tree.documents[0], ...path.slice(0, section + 1));
  const waits = section >= 0 && resources !== undefined ? new Dependencies(resources) : undefined;
  const found = wanted.map(({ actions, resources: all }) => {
    const texts = all.map((one) => {
      const named = byServerlessNames(one, tree);
      return named !== undefined && typeof owner === 'string' && waits !== undefined
        ? freed(named, owner, waits)
        : named;
    });
    return texts.includes(undefined) ? undefined : { actions, resources: texts.flatMap((text) => text ?? []) };
  });
  return found.includes(undefined) ? undefined : found.flatMap((one) => one ?? []);
}

/** What a deployment always knows; of other variables of Serverless the fallback was not kept. */
const wholeVariable = /^(?:AWS::\w+|sls:(?:stage|instanceId)|aws:(?:region|accountId))$/;

/**
 * A resource with the functions of a serverless.yml by their names: its keys are no logical ids, and the functions wait for
 * the role. Undefined where a name cannot be told. https://www.serverless.com/framework/docs/providers/aws/guide/functions
 */
function byServerlessNames(resource: string, { documents: [root] }: DataTree): string | undefined {
  if (at(root, 'provider') === undefined || at(root, 'service') === undefined) return resource;
  let text = resource;
  for (const part of partsOfResource(resource)) {
    if (!('placeholder' in part) || wholeVariable.test(part.placeholder)) continue;
    if (part.placeholder.includes(':')) return undefined;
    const id = part.placeholder.split('.')[0] ?? '';
    const definition = at(root, 'functions', id);
    if (definition === undefined) {
      if (at(root, 'functions')?.kind !== 'mapping') return undefined;
      continue;
    }
    const stated = at(definition, 'name');
    const isUsual = stated === undefined && at(root, 'provider', 'stackName') === undefined;
    const name = isUsual ? `\${AWS::StackName}-${id}` : stated && resourceText(stated);
    if (name === undefined) return undefined;
    text = ownName(text, id, name);
  }
  return text;
}

/** A resource with functions by their names where a reference would close a circle. */
function freed(resource: string, owner: string, waits: Dependencies): string | undefined {
  let text = resource;
  for (const part of partsOfResource(resource)) {
    if (!('placeholder' in part)) continue;
    const id = part.placeholder.split('.')[0] ?? '';
    if (!waits.reach(id, owner)) continue;
    const name = waits.functionName(id);
    if (name === undefined) return undefined;
    text = ownName(text, id, name);
  }
  return text;
}

/** Which resources of a template wait for which: all that they mention. */
class Dependencies {
  readonly #resources: ReadonlyMap<string, DataNode>;
  readonly #mentions = new Map<string, ReadonlySet<string>>();

  constructor(section: DataNode) {
    const entries = asMapping(section)?.entries ?? [];
    this.#resources = new Map(entries.map((entry) => [keyOf(entry) ?? '', entry.value]));
  }

  /** True if a resource is another one, or waits for it. */
  reach(from: string, to: string): boolean {
    const seen = new Set([from]);
    for (const id of seen) {
      if (id === to) return true;
      for (const next of this.#of(id)) seen.add(next);
    }
    return false;
  }

  /** The name that a function states, or that CloudFormation makes for it; undefined for what is no function. */
  functionName(id: string): string | undefined {
    const node = this.#resources.get(id);
    if (!/^AWS::(Serverless|Lambda)::Function$/.test(textOf(at(node, 'Type')) ?? '')) return undefined;
    const stated = at(node, 'Properties', 'FunctionName');
    if (stated === undefined) return `\${AWS::StackName}-${id}-*`;
    const text = resourceText(stated);
    return text === undefined || mentionsIn(stated).size > 0 ? undefined : text;
  }

  #of(id: string): ReadonlySet<string> {
    const known = this.#mentions.get(id);
    if (known !== undefined) return known;
    const node = this.#resources.get(id);
    const found = node === undefined ? new Set<string>() : new Set([...mentionsIn(node), ...this.#listeners(id)]);
    this.#mentions.set(id, found);
    return found;
  }

  /** SAM lets a bucket tell functions of its objects: it waits for those that listen. */
  *#listeners(id: string): Iterable<string> {
    for (const [name, node] of this.#resources) {
      for (const { value } of asMapping(at(node, 'Properties', 'Events'))?.entries ?? []) {
        const bucket = at(value, 'Properties', 'Bucket');
        if (textOf(at(value, 'Type')) === 'S3' && bucket !== undefined && mentionsIn(bucket).has(id)) yield name;
      }
    }
  }
}

/** The names that a node refers to, by Ref, GetAtt, Sub and DependsOn. */
function mentionsIn(node: DataNode): Set<string> {
  const found = new Set<string>();
  const open = [node];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const part of partsOfResource(resourceText(one) ?? '')) {
      if ('placeholder' in part) found.add(part.placeholder.split('.')[0] ?? '');
    }
    if (one.kind === 'sequence') open.push(...one.items);
    if (one.kind !== 'mapping') continue;
    open.push(...one.entries.map(({ value }) => value));
    for (const entry of one.entries) {
      if (keyOf(entry) !== 'DependsOn') continue;
      const names = entry.value.kind === 'sequence' ? entry.value.items : [entry.value];
      for (const name of names) found.add(textOf(name) ?? '');
    }
  }
  return found;
}
