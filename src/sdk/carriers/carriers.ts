import type { Module } from '../../python/program/module.ts';
import type { NameId } from '../../syntax/python/index.ts';
import { seedImports } from './imports.ts';
import { type Received, seedParameters } from './received.ts';
import { Taint } from './taint.ts';

/**
 * How a name leads to an object of an SDK: `gives`, as a variable that holds one or a function that gives one; `holds`, as
 * a class or its objects, of which only some attributes do.
 */
export type Level = 'holds' | 'gives';

/** The names of a module that lead to objects of an SDK. */
export type Carriers = ReadonlyMap<string, Level>;

/** What is known of an SDK before a module is looked at. */
export interface CarrierSeeds {
  /** The first parts of the paths of the SDKs. */
  readonly packages: ReadonlySet<string>;
  /** The carriers of the modules that were looked at, by the absolute names of the modules. */
  readonly carriers: ReadonlyMap<string, Carriers>;
  /** The attributes that lead to objects in the modules that were looked at; those of this one are added. */
  readonly attributes: Map<NameId, Level>;
  /** What functions are passed by other modules that were looked at; what this one passes is added. */
  readonly received: Received;
  /** True if the SDK has an object of this path. */
  isObject(path: string): boolean;
  /** True if the last part of a path names a module of the program. */
  isOwn(path: string): boolean;
  /** The absolute name of a module named in `from`. */
  absoluteName(from: Module, level: number, name: string): string | undefined;
  /** True if a method of this name may perform an operation. */
  isOperation(name: string): boolean;
  /** True if what it gives is a response, and no object to call on. */
  isResponding(name: string): boolean;
}

/** What a module has to do with objects of an SDK. */
export interface Carrying {
  /** The names by which others may get at one. */
  readonly names: Carriers;
  /** True if an operation may be performed here on an object that the module has from an import. */
  readonly performs: boolean;
  /** True if such an object, or what holds one, is passed to a function of another module. */
  readonly passes: boolean;
}

/**
 * How a module leads to objects of an SDK, read from the text alone: from what it imports to where that is assigned, put,
 * returned or passed to. Too much rather than too little. Undefined if it imports neither an SDK nor a
 * carrier, and is passed none.
 */
export function carryingOf(module: Module, seeds: CarrierSeeds): Carrying | undefined {
  const taint = new Taint(module, seeds);
  const imports = seedImports(module, seeds, taint);
  const isPassed = seedParameters(module, seeds, taint);
  if (!imports && !isPassed) return undefined;
  taint.spread();
  return { names: taint.exported(), performs: taint.performs, passes: taint.passes };
}
