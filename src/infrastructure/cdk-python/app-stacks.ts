import type { Sources } from '../../python/program/sources.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Stack } from '../model/resource.ts';
import { type AppFiles, relativePath } from './app-files.ts';
import type { Construct } from './constructs.ts';
import { Draft } from './draft.ts';
import { resourceOf } from './draft-resource.ts';
import { fillFromArguments } from './fill.ts';
import type { Library } from './library.ts';
import { partsOf } from './library-parts.ts';
import { madeValue } from './made-values.ts';
import { applyEffect, fillMade, ownersOf } from './method-effects.ts';
import { namesOf } from './naming.ts';
import { type Typed, typesOf } from './resource-types.ts';
import { placeOf } from './site.ts';
import { addTags } from './tags.ts';
import type { Walk } from './walk.ts';
import { walkApp } from './walk-app.ts';
import type { World } from './world.ts';

/** The stacks of an app: one for each file that makes constructs, so that a name in a file is a key. */
export function stacksOf(
  app: AppFiles,
  sources: Sources,
  library: Library,
  kindOf: (type: string) => string | null,
): Stack[] {
  const walk = walkApp(app, sources);
  const { constructs, actions } = walk;
  const typed = typesOf(constructs, actions, library);
  const own = constructs.all.filter((construct) => typed.types.has(construct));
  const names = namesOf(own);
  const worldOf = worldsOf(app, walk, library, names, typed);
  const drafts = draftsOf(own, names, typed, worldOf);
  for (const action of actions) {
    const [owner] = ownersOf(constructs, action.receiver);
    const draft = owner && drafts.get(owner);
    if (owner !== undefined && draft !== undefined) applyEffect(worldOf(owner), draft, action);
  }
  addTags(constructs, actions, drafts, worldOf);
  return [...Map.groupBy(drafts.values(), ({ construct }) => fileOf(construct))].map(([file, inFile]): Stack => {
    const resources = new Map(inFile.map((draft) => [draft.id, resourceOf(draft, constructs, kindOf)]));
    const place = inFile[0]?.place;
    const isCut = walk.stopped && place !== undefined;
    const faults = isCut ? [{ place, message: 'the app is larger than what is followed' }] : [];
    return { file, format: 'cdk-python', resources, faults };
  });
}

/** The drafts of what constructs become, each with those of its parts behind it. */
function draftsOf(
  own: readonly Construct[],
  names: ReadonlyMap<Construct, string>,
  { types, made }: Typed,
  worldOf: (construct: Construct) => World,
): Map<Construct, Draft> {
  const drafts = new Map<Construct, Draft>();
  for (const construct of own) {
    const world = worldOf(construct);
    const draft = new Draft(construct, names.get(construct) ?? '', types.get(construct) ?? '', placeOf(construct.made));
    const action = made.get(construct);
    if (action === undefined) fillFromArguments(world, draft);
    else fillMade(world, draft, action);
    drafts.set(construct, draft);
    for (const { path, type, fill } of partsOf(construct)) {
      const part = { ...construct, key: `${construct.key}/${path}`, id: `${construct.id}/${path}` };
      const partDraft = new Draft(part, `${draft.id}/${path}`, type, draft.place);
      fill(world, partDraft, draft.id);
      drafts.set(part, partDraft);
    }
  }
  return drafts;
}

function fileOf(construct: Construct): string {
  return placeOf(construct.made).file;
}

/** The world of the file in which a construct is made. */
function worldsOf(
  app: AppFiles,
  walk: Walk,
  library: Library,
  names: ReadonlyMap<Construct, string>,
  { types }: Typed,
): (construct: Construct) => World {
  const worlds = new Map<string, World>();
  return (construct) => {
    const file = fileOf(construct);
    let world = worlds.get(file);
    if (world === undefined) worlds.set(file, (world = worldFor(file, app, walk, library, names, types)));
    return world;
  };
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
    calledOn: ({ call }) => walk.calledOn.get(call.key) ?? [],
    assignedTo: ({ call }) => walk.assignedTo.get(call.key) ?? [],
    context: (name) => (Object.hasOwn(app.context, name) ? app.context[name] : undefined),
    path(written, rooted = false) {
      const path = joinPath(rooted ? '.' : app.folder, written);
      return path === undefined ? undefined : relativePath(folderOf(file), path);
    },
  };
}
