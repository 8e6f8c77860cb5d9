import { Evaluator } from '../../python/evaluate/evaluator.ts';
import { languageProvider } from '../../python/evaluate/language-object.ts';
import { Importers } from '../../python/program/importers.ts';
import type { Module } from '../../python/program/module.ts';
import { openProgram } from '../../python/program/open-program.ts';
import type { Sources } from '../../python/program/sources.ts';
import { standardLibrary } from '../../python/standard-library/index.ts';
import { folderOf, foldersUp } from '../../repository/paths.ts';
import { children, definitionName, Kind, type Node } from '../../syntax/python/index.ts';
import type { AppFiles } from './app-files.ts';
import { cdkProvider } from './terms.ts';
import { Walk } from './walk.ts';

/** The app, walked from the file that starts it; what that does not reach is walked for itself. */
export function walkApp(app: AppFiles, sources: Sources): Walk {
  const { folder, script, files, python } = app;
  const roots = [...(script === null ? [] : [folderOf(script)]), ...foldersUp(folder)];
  const program = openProgram(sources, roots);
  const importers = new Importers(program, sources, python);
  const e = new Evaluator(program, [languageProvider, ...standardLibrary, cdkProvider], importers);
  const walk = new Walk(e);
  const start = script === null ? undefined : program.moduleOf(script);
  if (start !== undefined) walk.module(start);
  const modules = files.flatMap((file) => program.moduleOf(file) ?? []);
  if (start === undefined) for (const module of modules) walk.module(module);
  for (const module of modules) for (const definition of definitionsOf(module)) walk.definition(module, ...definition);
  return walk;
}

/** Functions at the top level of a module, and the `__init__` of each class with that class. */
function definitionsOf({ tree }: Module): [Node, Node][] {
  const found: [Node, Node][] = [];
  for (const node of children(tree, tree.root)) {
    if (tree.kind(node) === Kind.FunctionDefinition) found.push([node, node]);
    if (tree.kind(node) !== Kind.ClassDefinition) continue;
    for (const inner of children(tree, node).flatMap((part) =>
      tree.kind(part) === Kind.Block ? children(tree, part) : [],
    )) {
      const isInit =
        tree.kind(inner) === Kind.FunctionDefinition && tree.nameText(definitionName(tree, inner)) === '__init__';
      if (isInit) found.push([node, inner]);
    }
  }
  return found;
}
