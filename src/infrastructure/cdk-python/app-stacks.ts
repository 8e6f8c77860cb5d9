import { Evaluator } from '../../python/evaluate/evaluator.ts';
import { languageProvider } from '../../python/evaluate/language-object.ts';
import { Importers } from '../../python/program/importers.ts';
import type { Module } from '../../python/program/module.ts';
import { openProgram } from '../../python/program/open-program.ts';
import type { Sources } from '../../python/program/sources.ts';
import { standardLibrary } from '../../python/standard-library/index.ts';
import { stringOf } from '../../python/values/make.ts';
import { folderOf, foldersUp, joinPath } from '../../repository/paths.ts';
import { children, definitionName, Kind, type Node } from '../../syntax/python/index.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { MapValue } from '../model/value.ts';
import { type AppFiles, relativePath } from './app-files.ts';
import type { Action, Construct, Constructs } from './constructs.ts';
import { convert, mapAt, textAt } from './convert.ts';
import { Draft } from './draft.ts';
import { fillFromArguments } from './fill.ts';
import { classOf, importedBy } from './imported.ts';
import type { Library } from './library.ts';
import { partsOf } from './library-parts.ts';
import { madeValue } from './made-values.ts';
import { applyEffect, constructMade, fillMade, ownersOf, typeOfMade } from './method-effects.ts';
import { namesOf } from './naming.ts';
import { otherTypes, scopes } from './properties.ts';
import { placeOf } from './site.ts';
import { cdkProvider, termOf } from './terms.ts';
import { Walk } from './walk.ts';
import type { World } from './world.ts';

/** The stacks of an app: one for each file that makes constructs, so that a name in a file is a key. */
export function stacksOf(
  app: AppFiles,
  sources: Sources,
  library: Library,
  kindOf: (type: string) => string | null,
): Stack[] {
  const walk = walked(app, sources);
  const { constructs, actions } = walk;
  const types = new Map<Construct, string>();
  for (const construct of constructs.all) {
    const type = typeOf(construct, library);
    if (type !== undefined) types.set(construct, type);
  }
  const made = new Map<Construct, Action>();
  for (const action of actions) {
    const [owner] = ownersOf(constructs, action.receiver);
    const type = typeOfMade(action, owner && types.get(owner));
    if (type === undefined || constructs.has(action.result.key)) continue;
    const construct = constructMade(action);
    constructs.add(construct, action.result);
    types.set(construct, type);
    made.set(construct, action);
  }
  const own = constructs.all.filter((construct) => types.has(construct));
  const names = namesOf(own);
  const worlds = new Map<string, World>();
  const worldOf = (file: string): World => {
    let world = worlds.get(file);
    if (world === undefined) worlds.set(file, (world = worldFor(file, app, walk, library, names, types)));
    return world;
  };
  const drafts = new Map<Construct, Draft>();
  const parts: Construct[] = [];
  for (const construct of own) {
    const file = fileOf(construct);
    const draft = new Draft(construct, names.get(construct) ?? '', types.get(construct) ?? '', placeOf(construct.made));
    const action = made.get(construct);
    if (action === undefined) fillFromArguments(worldOf(file), draft);
    else fillMade(worldOf(file), draft, action);
    drafts.set(construct, draft);
    for (const part of partsOf(construct)) {
      const made: Construct = {
        ...construct,
        key: `${construct.key}/${part.path}`,
        id: `${construct.id}/${part.path}`,
      };
      const partDraft = new Draft(made, `${draft.id}/${part.path}`, part.type, draft.place);
      part.fill(worldOf(file), partDraft, draft.id);
      drafts.set(made, partDraft);
      parts.push(made);
    }
  }
  for (const action of actions) {
    for (const owner of ownersOf(constructs, action.receiver).slice(0, 1)) {
      const draft = drafts.get(owner);
      if (draft !== undefined) applyEffect(worldOf(fileOf(owner)), draft, action);
    }
  }
  addTags(walk, drafts, (construct) => worldOf(fileOf(construct)));
  const stacks: Stack[] = [];
  for (const [file, inFile] of Map.groupBy([...own, ...parts], fileOf)) {
    const resources = inFile.flatMap((construct) => {
      const draft = drafts.get(construct);
      return draft === undefined ? [] : [resourceOf(draft, walk, kindOf)];
    });
    const [first] = resources;
    const faults =
      walk.stopped && first !== undefined
        ? [{ place: first.place, message: 'the app is larger than what is followed' }]
        : [];
    stacks.push({ file, format: 'cdk-python', resources: new Map(resources.map((one) => [one.id, one])), faults });
  }
  return stacks;
}

/** The app, walked from the file that starts it; what that does not reach is walked for itself. */
function walked(app: AppFiles, sources: Sources): Walk {
  const { folder, script, files, python } = app;
  const roots = [...(script === null ? [] : [folderOf(script)]), ...foldersUp(folder)];
  const program = openProgram(sources, roots);
  const importers = new Importers(program, sources, python);
  const e = new Evaluator(program, [languageProvider, ...standardLibrary, cdkProvider], importers);
  const walk = new Walk(e);
  const start = script === null ? undefined : program.moduleOf(script);
  if (start !== undefined) walk.module(start);
  const modules = files.flatMap((file) => program.moduleOf(file) ?? []);
  if (start === undefined) for (const module of modules) walk.module(module);
  for (const module of modules) for (const definition of definitionsOf(module)) walk.definition(module, ...definition);
  return walk;
}

/** Functions at the top level of a module, and the `__init__` of each class with that class. */
function definitionsOf({ tree }: Module): [Node, Node][] {
  const found: [Node, Node][] = [];
  for (const node of children(tree, tree.root)) {
    if (tree.kind(node) === Kind.FunctionDefinition) found.push([node, node]);
    if (tree.kind(node) !== Kind.ClassDefinition) continue;
    for (const inner of children(tree, node).flatMap((part) =>
      tree.kind(part) === Kind.Block ? children(tree, part) : [],
    )) {
      const isInit =
        tree.kind(inner) === Kind.FunctionDefinition && tree.nameText(definitionName(tree, inner)) === '__init__';
      if (isInit) found.push([node, inner]);
    }
  }
  return found;
}

function fileOf(construct: Construct): string {
  return placeOf(construct.made).file;
}

const noResources =
  /Property$|^Cfn(?:Output|Parameter|Condition|Mapping|Rule|Include)$|_targets\.|_integrations\.|_subscriptions\.|_destinations\.|_event_sources\.|_actions\.|_authorizers\.|_tasks\.|^aws_stepfunctions\.(?!StateMachine|Activity|Cfn)/;

/** The type of what a construct becomes; of one of a library that is not known its path. */
function typeOf({ path, id, call }: Construct, library: Library): string | undefined {
  if (noResources.test(path)) return undefined;
  const of = classOf(path);
  const known = otherTypes[of] ?? library.resource(of)?.type;
  if (known !== undefined) return id !== null || call.keywords.includes('id') || call.count > 1 ? known : undefined;
  if (scopes.has(path) || of !== path || id === null || call.count + call.keywords.length < 2) return undefined;
  return path.includes('.') ? `aws_cdk.${path}` : undefined;
}

function worldFor(
  file: string,
  app: AppFiles,
  walk: Walk,
  library: Library,
  names: ReadonlyMap<Construct, string>,
  types: ReadonlyMap<Construct, string>,
): World {
  return {
    e: walk.e,
    made: new Map(),
    valueOf: madeValue,
    library,
    constructs: walk.constructs,
    idOf(construct) {
      const name = names.get(construct);
      if (name === undefined) return undefined;
      const home = fileOf(construct);
      return home === file ? name : `${home}#${name}`;
    },
    typeOf: (construct) => types.get(construct),
    context: (name) => (Object.hasOwn(app.context, name) ? app.context[name] : undefined),
    path(written, rooted = false) {
      const path = joinPath(rooted ? '.' : app.folder, written);
      return path === undefined ? undefined : relativePath(folderOf(file), path);
    },
  };
}

/** `Tags.of(scope).add(key, value)` tags the scope and what is in it; so do a stack's `tags`. */
function addTags(walk: Walk, drafts: ReadonlyMap<Construct, Draft>, worldOf: (construct: Construct) => World): void {
  for (const { receiver, method, call, site } of walk.actions) {
    const term = termOf(receiver);
    if (method !== 'add' || term?.kind !== 'made' || term.path !== 'Tags.of') continue;
    const scope = term.call.positional(0) ?? term.call.keyword('scope');
    const key = stringOf(call.get(0, 'key'));
    const value = call.get(1, 'value');
    if (scope === undefined || key === undefined || value === undefined) continue;
    const tagged = new Set(walk.constructs.of(scope));
    for (const [construct, draft] of drafts) {
      if (!isIn(walk, construct, tagged)) continue;
      draft.tags.push({ key, value: () => convert(worldOf(construct), { value, site }) });
    }
  }
}

const deepestScope = 40;

function isIn(walk: Walk, construct: Construct, scopesWanted: ReadonlySet<Construct>): boolean {
  let current: Construct | undefined = construct;
  for (let depth = 0; current !== undefined && depth < deepestScope; depth++) {
    if (scopesWanted.has(current)) return true;
    current = current.scope === null ? undefined : walk.constructs.of(current.scope)[0];
  }
  return false;
}

/** The names of the scopes that a construct is in, and its own, as the library writes them into its templates. */
function pathOf(constructs: Constructs, construct: Construct): string {
  const parts: string[] = [];
  let current: Construct | undefined = construct;
  for (let depth = 0; current !== undefined && depth < deepestScope; depth++) {
    if (current.path !== 'App') parts.unshift(current.id ?? '?');
    current = current.scope === null ? undefined : constructs.of(current.scope)[0];
  }
  return parts.join('/');
}

function resourceOf(draft: Draft, walk: Walk, kindOf: (type: string) => string | null): Resource {
  const { id, type, place, construct } = draft;
  let tags: MapValue | null | undefined;
  return {
    id,
    cloud: 'aws',
    type,
    kind: kindOf(type),
    condition: construct.condition,
    ...(importedBy(construct.path) !== undefined && { existing: true }),
    place,
    key: place,
    path: [],
    get properties() {
      return draft.properties;
    },
    get tags() {
      tags ??=
        draft.tags.length === 0
          ? null
          : mapAt(construct.made, Object.fromEntries(draft.tags.map(({ key, value }) => [key, value()])));
      return tags;
    },
    get metadata() {
      const stated = [...draft.metadata].map(([name, value]) => [name, value()] as const);
      const path = textAt(construct.made, pathOf(walk.constructs, construct));
      return mapAt(construct.made, { ...Object.fromEntries(stated), 'aws:cdk:path': path });
    },
  };
}
