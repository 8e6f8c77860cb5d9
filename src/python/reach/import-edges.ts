// https://docs.python.org/3/reference/import.html: importing a module runs its body, and those of the packages around it.
import {
  aliasTarget,
  dottedText,
  firstAlias,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
} from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import { type Block, blockAround } from './block.ts';

/** Which blocks import a module, among the modules of a program that are open. */
export class ImportEdges {
  private readonly program: Program;
  private readonly edges = new Map<Module, Block[]>();
  private indexed = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** The blocks that import a module. */
  into(module: Module): readonly Block[] {
    const { opened } = this.program;
    for (const one of opened.slice(this.indexed)) this.index(one);
    this.indexed = opened.length;
    return this.edges.get(module) ?? [];
  }

  private index(module: Module): void {
    const { tree } = module;
    for (let node = 1 as Node; node < tree.count; node++) {
      const kind = tree.kind(node);
      if (kind !== Kind.Import && kind !== Kind.ImportFrom) continue;
      for (const imported of importedModules(this.program, module, node)) {
        const block = blockAround(module, node);
        const blocks = this.edges.get(imported);
        if (blocks === undefined) this.edges.set(imported, [block]);
        else blocks.push(block);
      }
    }
  }
}

function importedModules(program: Program, module: Module, statement: Node): Module[] {
  const names = new Set<string>();
  for (const path of pathsOf(program, module, statement)) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length++) names.add(parts.slice(0, length).join('.'));
  }
  return [...names].map((name) => program.module(name)).filter((one) => one !== undefined);
}

function pathsOf(program: Program, module: Module, statement: Node): string[] {
  const { tree } = module;
  const paths: string[] = [];
  const from = tree.kind(statement) === Kind.ImportFrom;
  const named = from ? importedModule(tree, statement) : NONE;
  const base = from
    ? program.absoluteName(module, importLevel(tree, statement), named === NONE ? '' : dottedText(tree, named))
    : undefined;
  if (from && base === undefined) return paths;
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = dottedText(tree, aliasTarget(tree, alias));
    paths.push(base === undefined ? target : `${base}.${target}`);
  }
  return paths;
}
