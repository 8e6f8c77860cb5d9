import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { Node } from '../../syntax/python/index.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Module } from '../program/module.ts';
import { boundedKey } from './key.ts';
import type {
  ClassValue,
  Constant,
  Environment,
  External,
  FunctionValue,
  Instance,
  Method,
  ModelObject,
  ModuleValue,
  Unknown,
  Value,
} from './value.ts';

/** A string, number, boolean or None. */
export function constant(value: Constant['value'], bytes = false): Constant {
  const prefix = bytes ? 'b' : typeof value === 'string' ? 's' : '';
  return { kind: 'constant', key: `${prefix}:${value}`, value, bytes };
}

/** Python's None. */
export const none: Constant = constant(null);

/** True if the value is None and nothing else. */
export function isNone(value: Value): boolean {
  return value.kind === 'constant' && value.value === null;
}

/** The string that a value is, undefined if it is no constant string. */
export function stringOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'object') return stringOf(value.plain);
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}

const unknowns = new Map<UnknownReason, Unknown>();

/** A value that is not known. */
export function unknown(reason: UnknownReason): Unknown {
  let found = unknowns.get(reason);
  if (found === undefined) unknowns.set(reason, (found = { kind: 'unknown', key: `?${reason}`, reason }));
  return found;
}

/** An environment variable with what the code takes where it is unset. */
export function environment(name: string, fallback: Value | null): Environment {
  return { kind: 'environment', key: boundedKey(`$${name}|${fallback?.key ?? ''}`), name, fallback };
}

const longestPath = 300;

/** Something of a module outside of the program; a path that grows without bound becomes unknown. */
export function external(path: string): External | Unknown {
  return path.length > longestPath ? unknown('external-code') : { kind: 'external', key: `@${path}`, path };
}

/** An object of a provider. `key` tells it from the provider's other objects. */
export function object(provider: string, key: string, data: unknown): ModelObject {
  return { kind: 'object', key: boundedKey(`${provider}!${key}`), provider, data };
}

/** A module as a value. */
export function moduleValue(module: Module): ModuleValue {
  return { kind: 'module', key: `m${module.index}`, module };
}

/** A key of a place in a frame. */
export function placeKey(module: Module, node: Node, frame: Frame | null): string {
  return frame === null ? `${module.index}.${node}` : `${module.index}.${node}/${frame.key}`;
}

/** A function or lambda as made in a frame. */
export function functionValue(module: Module, node: Node, frame: Frame | null): FunctionValue {
  return { kind: 'function', key: boundedKey(`f${placeKey(module, node, frame)}`), module, node, frame };
}

/** A class as made in a frame. */
export function classValue(module: Module, node: Node, frame: Frame | null): ClassValue {
  return { kind: 'class', key: boundedKey(`c${placeKey(module, node, frame)}`), module, node, frame };
}

/** An object of a class: of one construction, or any. */
export function instance(of: ClassValue, construction: Frame | null): Instance {
  return { kind: 'instance', key: boundedKey(`i${of.key}/${construction?.key ?? ''}`), class: of, construction };
}

/** A function got from `receiver`. */
export function method(receiver: Value, of: FunctionValue): Method {
  return { kind: 'method', key: boundedKey(`b${of.key}<${receiver.key}>`), receiver, function: of };
}
