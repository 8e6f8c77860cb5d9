import { basesOf } from '../python/evaluate/classes/bases.ts';
import { selfStores } from '../python/evaluate/classes/self-stores.ts';
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { Module } from '../python/program/module.ts';
import { functionValue, instance } from '../python/values/make.ts';
import { members } from '../python/values/union.ts';
import type { ClassValue, Value } from '../python/values/value.ts';

const deepest = 3;

/**
 * The names of a module by which others can get at an object of an SDK: variables that hold one, functions that give one,
 * classes whose objects hold one. Modules that mention none of these cannot perform an operation by way of this one.
 */
export function carriersOf(e: Evaluator, module: Module, isSdk: (provider: string) => boolean): string[] {
  const search = new CarrierSearch(e, isSdk);
  const { tree, scopes } = module;
  const found: string[] = [];
  for (const [name, bindings] of scopes.module.bindings) {
    const text = tree.names.text(name);
    if (bindings.every(({ kind }) => kind === 'import')) continue;
    if (search.carries(e.moduleMember(module, text), 0)) found.push(text);
  }
  return found;
}

class CarrierSearch {
  private readonly e: Evaluator;
  private readonly isSdk: (provider: string) => boolean;
  private readonly known = new Map<string, boolean>();

  constructor(e: Evaluator, isSdk: (provider: string) => boolean) {
    this.e = e;
    this.isSdk = isSdk;
  }

  carries(value: Value, depth: number): boolean {
    return members(value).some((member) => {
      const known = this.known.get(member.key);
      if (known !== undefined) return known;
      this.known.set(member.key, false);
      const found = this.carriesOne(member, depth);
      this.known.set(member.key, found);
      return found;
    });
  }

  private carriesOne(value: Value, depth: number): boolean {
    if (depth > deepest) return false;
    switch (value.kind) {
      case 'object':
        return this.isSdk(value.provider);
      case 'function':
        return this.carries(this.e.result(functionValue(value.module, value.node, null), null), depth + 1);
      case 'method':
        return this.carries(value.function, depth);
      case 'class':
        return this.classCarries(value, depth);
      case 'instance':
        return this.classCarries(value.class, depth);
      case 'sequence':
        return value.elements().some((element) => this.carries(element, depth + 1));
      case 'mapping': {
        const rest = value.rest();
        const held = value.keys().map((key) => value.get(key));
        return [...held, rest].some((one) => one !== undefined && this.carries(one, depth + 1));
      }
      default:
        return false;
    }
  }

  private classCarries(of: ClassValue, depth: number): boolean {
    const { tree, scopes } = of.module;
    const any = instance(of, null);
    const names = new Set([...selfStores(of).keys(), ...scopes.of(of.node).bindings.keys()]);
    for (const name of names) {
      const value = this.e.instanceAttribute(any, tree.names.text(name));
      if (this.carries(value, depth + 1)) return true;
    }
    return basesOf(this.e, of).some((base) => this.carries(base, depth + 1));
  }
}
