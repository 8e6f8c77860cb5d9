import type { Expression } from '../../syntax/bicep/index.ts';
import type { Value } from '../model/value.ts';
import type { FunctionDeclaration, Program } from './program.ts';

/** What names mean at one place of a template. */
export interface Scope {
  /** The template in which the expressions stand. */
  readonly program: Program;
  /** What was evaluated here already. */
  readonly memo: Map<Expression, Value>;
  /** What a name stands for; `space` narrows it where parameters, variables and resources have namespaces of their own (ARM). */
  symbol(name: string, space?: 'parameter' | 'variable' | 'resource'): Value | undefined;
  /** A user-defined function with the scope of its body. */
  functionOf(name: string): { readonly declaration: FunctionDeclaration; readonly scope: Scope } | undefined;
  /** The resource of the stack that has a type and a name; undefined where there is none. */
  resource(type: string, name: Value): string | undefined;
  /** The resource of the stack that has a name, whatever its type; undefined where none or several do. */
  resourceNamed(name: Value): string | undefined;
  /** What a key that is a module stands for; undefined for a resource. */
  handle(key: string): Value | undefined;
}

/** A scope with more names: those of a loop, a lambda or a function. */
export function withLocals(scope: Scope, locals: ReadonlyMap<string, Value>): Scope {
  return {
    program: scope.program,
    memo: new Map(),
    symbol: (name, space) => locals.get(name) ?? scope.symbol(name, space),
    functionOf: (name) => scope.functionOf(name),
    resource: (type, name) => scope.resource(type, name),
    resourceNamed: (name) => scope.resourceNamed(name),
    handle: (key) => scope.handle(key),
  };
}
