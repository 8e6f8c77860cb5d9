import type { Cloud } from '../../evidence/vocabulary.ts';
import type { DataTree } from '../../syntax/data-tree.ts';
import { asMapping, at, textOf } from '../../syntax/navigate.ts';
import type { NoteReference } from '../cloudformation/evaluation.ts';
import { withGlobals } from '../cloudformation/globals.ts';
import { tagsOf } from '../cloudformation/tags.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { MapEntry, MapValue } from '../model/value.ts';
import { apisOf } from './generated-names.ts';
import { type Declared, type Located, type OpenFile, ServiceFile } from './service-file.ts';

/** What of the provider's settings every function takes, if it does not say otherwise. */
const inherited = new Set([
  'architecture',
  'environment',
  'ephemeralStorageSize',
  'kmsKeyArn',
  'layers',
  'logRetentionInDays',
  'memorySize',
  'role',
  'runtime',
  'runtimeManagement',
  'tags',
  'timeout',
  'vpc',
]);

const clouds: Readonly<Record<string, Cloud>> = { aws: 'aws', azure: 'azure', google: 'gcp', kubeless: 'kubernetes' };

/** Sections of named things, each of a type of its own; those of common plugins among them. */
const sections: readonly { readonly path: readonly string[]; readonly type: string; readonly kind: string }[] = [
  { path: ['functions'], type: 'serverless:function', kind: 'function' },
  { path: ['layers'], type: 'serverless:layer', kind: 'layer' },
  { path: ['stepFunctions', 'stateMachines'], type: 'serverless:state-machine', kind: 'workflow' },
  { path: ['stepFunctions', 'activities'], type: 'serverless:activity', kind: 'workflow' },
  { path: ['constructs'], type: 'serverless:construct', kind: 'construct' },
];

/**
 * The stack of a serverless.yml: its functions, layers and state machines in Serverless' own words (what the provider's
 * settings give them joined in), and the CloudFormation under `resources`. Metadata of the former holds the settings
 * beside them (`provider`, `package`, `custom`, `plugins`). Where somebody wants to be told of references, everything is
 * evaluated at once.
 */
export function readService(
  file: string,
  tree: DataTree,
  openFile: OpenFile,
  kindOf: (type: string) => string | null,
  noted?: NoteReference,
): Stack {
  const service = new ServiceFile(file, tree, openFile, noted);
  const found = new Map<string, Resource>();
  const faults: { place: Resource['place']; message: string }[] = [];
  const blocks = service.blocks(service.at('resources'));
  service.declare(blocks);
  const provider = service.at('provider');
  const cloud = clouds[textOf(at(provider?.node, 'name')) ?? textOf(provider?.node) ?? ''] ?? 'other';
  const add = (resource: Resource): void => {
    found.set(found.has(resource.id) ? resource.path.join('.') : resource.id, resource);
  };
  for (const { path, type, kind } of sections) {
    for (const declared of service.declared(service.at(...path))) {
      const shown = asMapping(declared.node) !== undefined;
      if (!shown)
        faults.push({
          place: declared.key,
          message: `${declared.name} of ${path.join('.')} is not read`,
        });
      add(own(service, declared, { cloud, type, kind }));
    }
  }
  for (const resource of shared(service, cloud)) add(resource);
  for (const block of blocks) {
    for (const declared of service.below(block, 'Resources')) {
      const type = textOf(at(declared.node, 'Type'));
      if (type !== undefined) add(cloudFormation(service, declared, type, kindOf(type)));
    }
  }
  const places = tree.faults.filter(({ code }) => code !== 'duplicate-key');
  const [root] = tree.documents;
  if (noted !== undefined && root !== undefined) service.evaluator.value(root);
  faults.push(...places.map((fault) => ({ place: service.evaluator.place(fault), message: fault.message })));
  return { file, format: 'serverless', resources: found, faults };
}

interface Sort {
  readonly cloud: Cloud;
  readonly type: string;
  readonly kind: string | null;
}

/** A thing in Serverless' own words. */
function own(service: ServiceFile, declared: Declared, sort: Sort): Resource {
  const { name, node, path, key, place } = declared;
  let properties: MapValue | undefined;
  const resource: Resource = {
    ...sort,
    id: name,
    condition: textOf(at(node, 'condition')) ?? null,
    path,
    key,
    place,
    get properties() {
      properties ??= withGlobals(mapOf(declared), sort.type === 'serverless:function' ? defaults(service) : undefined);
      return properties;
    },
    get tags() {
      return tagMapOf(resource.properties);
    },
    get metadata() {
      return settings(service, place);
    },
  };
  return resource;
}

function cloudFormation(service: ServiceFile, declared: Declared, type: string, kind: string | null): Resource {
  const { name, node, evaluator, path, key, place } = declared;
  const part = (section: string): MapValue => {
    const below = at(node, section);
    return below === undefined ? empty(place) : mapOf({ node: below, evaluator, path: [] });
  };
  let properties: MapValue | undefined;
  const resource: Resource = {
    id: name,
    cloud: 'aws',
    type,
    kind,
    condition: textOf(at(node, 'Condition')) ?? null,
    path: [...path, 'Properties'],
    key,
    place,
    get properties() {
      properties ??= part('Properties');
      return properties;
    },
    get tags() {
      const stackTags = service.at('provider', 'stackTags');
      const tags = tagsOf(type, resource.properties);
      if (stackTags === undefined) return tags;
      return tags === null ? mapOf(stackTags) : withGlobals(tags, mapOf(stackTags));
    },
    get metadata() {
      return part('Metadata');
    },
  };
  return resource;
}

/** What Serverless makes once for a stack: APIs by their events, the role that functions share, the bucket of artifacts. */
function shared(service: ServiceFile, cloud: Cloud): Resource[] {
  const provider = service.at('provider');
  if (cloud !== 'aws' || (service.parts().functions.length === 0 && !service.parts().proxies) || provider === undefined)
    return [];
  const made = (id: string, type: string, kind: string, at_: Located | undefined): Resource => {
    const located = at_ ?? { ...provider, path: ['provider'] };
    const place = located.evaluator.place(located.node);
    const properties = at_ === undefined ? empty(place) : mapOf(at_);
    const nothing = empty(place);
    return {
      id,
      cloud,
      type,
      kind,
      condition: null,
      path: located.path,
      key: place,
      place,
      properties,
      tags: null,
      metadata: nothing,
    };
  };
  const role = service.at('provider', 'iam', 'role') ?? service.at('provider');
  return [
    ...apisOf(service.parts()).map(({ id, settings: path }) => made(id, 'serverless:api', 'api', service.at(...path))),
    made('IamRoleLambdaExecution', 'serverless:role', 'role', role),
    made(
      'ServerlessDeploymentBucket',
      'serverless:deployment-bucket',
      'bucket',
      service.at('provider', 'deploymentBucket'),
    ),
  ];
}

/** The provider's settings that functions take. */
function defaults(service: ServiceFile): MapValue | undefined {
  const provider = service.at('provider');
  if (provider === undefined) return undefined;
  const value = mapOf(provider);
  const entries = [...value.entries].filter(([name]) => inherited.has(name));
  return { ...value, entries: new Map(entries) };
}

function settings(service: ServiceFile, place: Resource['place']): MapValue {
  const entries = new Map<string, MapEntry>();
  for (const name of ['service', 'provider', 'package', 'custom', 'plugins', 'frameworkVersion']) {
    const located = service.at(name);
    if (located === undefined) continue;
    entries.set(name, { key: located.evaluator.place(located.node), value: located.evaluator.value(located.node) });
  }
  return { kind: 'map', entries, open: null, place };
}

function tagMapOf(properties: MapValue): MapValue | null {
  const tags = properties.entries.get('tags')?.value;
  return tags?.kind === 'map' ? tags : null;
}

function mapOf({ node, evaluator }: Located): MapValue {
  const value = evaluator.value(node);
  if (value.kind === 'map') return value;
  return { ...empty(value.place), open: value.kind === 'unknown' ? value : null };
}

function empty(place: Resource['place']): MapValue {
  return { kind: 'map', entries: new Map(), open: null, place };
}
