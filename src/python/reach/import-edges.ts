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

/** A dotted path that a block imports: a module, or a name in one. */
interface Imported {
  readonly path: string;
  readonly block: Block;
}

/** Which blocks import a module, among the modules of a program. */
export class ImportEdges {
  private readonly program: Program;
  private readonly imported = new Map<Module, readonly Imported[]>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The blocks of some files that import a module, or something in it. */
  into(module: Module, files: readonly string[]): Block[] {
    const last = module.name.slice(module.name.lastIndexOf('.') + 1);
    const found: Block[] = [];
    for (const file of files) {
      const from = this.program.moduleOf(file);
      if (from === undefined) continue;
      for (const { path, block } of this.importedBy(from)) if (this.names(path, last, module)) found.push(block);
    }
    return found;
  }

  /** True if a path leads through a module, whose name ends so. */
  private names(path: string, last: string, module: Module): boolean {
    for (let at = path.indexOf(last); at >= 0; at = path.indexOf(last, at + 1)) {
      const end = at + last.length;
      const isPart = (at === 0 || path[at - 1] === '.') && (end === path.length || path[end] === '.');
      if (isPart && this.program.module(path.slice(0, end)) === module) return true;
    }
    return false;
  }

  private importedBy(module: Module): readonly Imported[] {
    let found = this.imported.get(module);
    if (found === undefined) this.imported.set(module, (found = importsOf(this.program, module)));
    return found;
  }
}

function importsOf(program: Program, module: Module): Imported[] {
  const { tree } = module;
  const found: Imported[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.Import && kind !== Kind.ImportFrom) continue;
    const block = blockAround(module, node);
    for (const path of pathsOf(program, module, node)) found.push({ path, block });
  }
  return found;
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
