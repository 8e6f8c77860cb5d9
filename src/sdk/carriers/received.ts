// What a module passes to functions of others: `everything(client, 'list_users')` leads to the parameters of `everything`.
import type { Module } from '../../python/program/module.ts';
import { aliasTarget, callee, firstArgument, Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';
import { type Given, parameterAt } from './arguments.ts';
import type { CarrierSeeds, Level } from './carriers.ts';
import type { Taint } from './taint.ts';

/** The places of arguments, by number or name, at which functions of a name get objects of an SDK. */
export type Received = Map<string, Map<number | string, Level>>;

/** Keeps that a function or class of another module, by its name there, is passed an object. */
export function keepReceived(module: Module, { call, argument, keyword }: Given, level: Level, into: Received): void {
  const { tree } = module;
  const name = nameOfCalled(module, callee(tree, call));
  const place = keyword === NONE ? indexOf(tree, call, argument) : tree.nameText(keyword);
  if (name === undefined || place === undefined) return;
  let places = into.get(name);
  if (places === undefined) into.set(name, (places = new Map()));
  if (places.get(place) !== 'gives') places.set(place, level);
}

/** Marks the parameters of a module's functions that others pass objects to; false if there are none. */
export function seedParameters({ tree, scopes }: Module, { received }: CarrierSeeds, taint: Taint): boolean {
  let found = false;
  for (const [name, places] of received) {
    const id = tree.names.idOf(name);
    const classes = (scopes.module.bindings.get(id) ?? []).filter(({ kind }) => kind === 'class');
    const definitions = [...taint.nodes.functions(id), ...classes.map(({ node }) => node)];
    for (const [place, level] of definitions.length === 0 ? [] : places) {
      for (const parameter of definitions.map((one) => parameterAt(tree, one, place))) {
        if (parameter === NONE) continue;
        taint.receive(parameter, level);
        found = true;
      }
    }
  }
  return found;
}

/** The name that is called, as the module has it from which it is imported. */
function nameOfCalled({ tree, scopes }: Module, called: Node): string | undefined {
  if (tree.kind(called) === Kind.Attribute) return tree.nameText(called);
  if (tree.kind(called) !== Kind.Name) return undefined;
  const name = tree.name(called);
  const [binding] = scopes.find(scopes.at(called), name)?.bindings.get(name) ?? [];
  const isAlias = binding?.kind === 'import-from' && tree.kind(binding.target) === Kind.Alias;
  return tree.nameText(isAlias ? aliasTarget(tree, binding.target) : called);
}

/** The number of an argument; undefined behind a `*`. */
function indexOf(tree: Tree, call: Node, argument: Node): number | undefined {
  let index = 0;
  for (let one = firstArgument(tree, call); one !== argument; one = tree.nextSibling(one)) {
    if (one === NONE || tree.kind(one) === Kind.Starred) return undefined;
    index++;
  }
  return index;
}
