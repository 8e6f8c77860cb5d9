import { openScopes } from '../../src/python/scopes/open-scopes.ts';
import type { Scope, Scopes } from '../../src/python/scopes/scopes.ts';
import {
  definitionName,
  Kind,
  type Node,
  parseModule,
  processNames,
  type Tree,
} from '../../src/syntax/python/index.ts';

/** A scope as oracle.py describes it. */
export interface Table {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly name: string;
  readonly line: number;
  /** Where each name lives that is used or bound. */
  readonly homes: Readonly<Record<string, 'here' | 'function' | 'module'>>;
  readonly children: readonly Table[];
}

/** What our scopes of a module say otherwise than Python's, and how many names were compared. */
export function compareScopes(bytes: Uint8Array, table: Table): { differences: string[]; names: number } {
  const tree = parseModule(bytes);
  const comparison = new Comparison(tree, openScopes(tree));
  comparison.compare(table, comparison.scopes.module);
  return comparison;
}

class Comparison {
  readonly differences: string[] = [];
  names = 0;
  readonly scopes: Scopes;
  private readonly tree: Tree;
  private readonly children = new Map<Scope, Scope[]>();

  constructor(tree: Tree, scopes: Scopes) {
    this.tree = tree;
    this.scopes = scopes;
    for (let node = 1 as Node; node < tree.count; node++) {
      if (!opens(tree.kind(node))) continue;
      const around = scopes.at(node);
      this.children.set(around, [...(this.children.get(around) ?? []), scopes.of(node)]);
    }
  }

  compare(table: Table, scope: Scope): void {
    for (const [name, home] of Object.entries(table.homes)) {
      this.names++;
      const found = this.homeOf(scope, name);
      if (found !== home) this.differences.push(`${table.kind} ${table.line}: ${name} lives ${home}, not ${found}`);
    }
    for (const name of ownNames(scope)) {
      this.names++;
      if (table.homes[name] !== 'here') this.differences.push(`${table.kind} ${table.line} does not bind ${name}`);
    }
    const ours = Map.groupBy(this.children.get(scope) ?? [], (child) => this.keyOf(child));
    for (const [key, tables] of Map.groupBy(table.children, keyOfTable)) {
      const candidates = [...(ours.get(key) ?? [])];
      if (candidates.length !== tables.length)
        this.differences.push(`${tables.length} × ${key}, not ${candidates.length}`);
      for (const child of tables) this.compareOneOf(child, candidates);
    }
  }

  /** Several scopes of a kind on a line are told apart by the names that they bind. */
  private compareOneOf(table: Table, candidates: Scope[]): void {
    const bound = Object.keys(table.homes).filter((name) => table.homes[name] === 'here');
    const index = candidates.findIndex((scope) => ownNames(scope).sort().join() === bound.sort().join());
    const [scope] = candidates.splice(Math.max(index, 0), 1);
    if (scope !== undefined) this.compare(table, scope);
  }

  private homeOf(scope: Scope, name: string): 'here' | 'function' | 'module' {
    const found = this.scopes.find(scope, processNames.idOf(name));
    if (found === scope) return 'here';
    return found === undefined || found.kind === 'module' ? 'module' : 'function';
  }

  private keyOf({ kind, node }: Scope): string {
    const { tree } = this;
    const { line } = tree.lineColumn(tree.start(node));
    if (kind === 'comprehension') return `comprehension ${line}`;
    const name = tree.kind(node) === Kind.Lambda ? 'lambda' : tree.nameText(definitionName(tree, node));
    return `${kind} ${name} ${line}`;
  }
}

function keyOfTable({ kind, name, line }: Table): string {
  return kind === 'comprehension' ? `comprehension ${line}` : `${kind} ${name} ${line}`;
}

/** The names that a scope binds itself, without those of which the compiler makes others. */
function ownNames(scope: Scope): string[] {
  const own = [...scope.bindings].filter(([, all]) => all.some(({ from }) => from === scope));
  return own.map(([name]) => processNames.text(name)).filter((name) => !name.includes('__'));
}

function opens(kind: Kind): boolean {
  const isDefinition = kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition || kind === Kind.Lambda;
  return isDefinition || (kind >= Kind.ListComprehension && kind <= Kind.GeneratorExpression);
}
