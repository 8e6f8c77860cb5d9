import type { Place } from '../../evidence/place.ts';
import type { Resource } from '../model/resource.ts';
import type { Declarations } from './declarations.ts';
import type { Evaluator } from './evaluator.ts';
import type { Module, ModulePosition } from './module.ts';
import type { VariableSource } from './variables.ts';

/** What the modules of one stack share. */
export interface StackState {
  readonly evaluator: Evaluator;
  /** The folder of the root module: paths are relative to it. */
  readonly folder: string;
  /** What a folder declares; undefined where it holds no Terraform code. */
  declarationsOf(folder: string): Declarations | undefined;
  /** How many module blocks of the repository call a folder. */
  callersOf(folder: string): number;
  kindOf(type: string): string | null;
  fault(place: Place, message: string): void;
  /** Counts a module or a resource; false where the stack has too many. */
  admit(): boolean;
  add(resource: Resource): void;
  /** Makes an instance of a module. */
  open(declarations: Declarations, position: ModulePosition, variables: VariableSource): Module;
}

/** More modules and resources than this make no stack that anybody deploys. */
export const mostInStack = 5_000;
