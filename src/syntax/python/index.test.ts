import { describe, expect, it } from 'vitest';
import {
  assignedValue,
  callee,
  children,
  definitionName,
  dottedText,
  firstAlias,
  firstArgument,
  firstClassArgument,
  functionParameters,
  functionReturns,
  importedModule,
  importLevel,
  Kind,
  keywordArgument,
  NONE,
  type Node,
  ParameterKind,
  parameterDefault,
  parameterKind,
  parameterName,
  parseModule,
  stringValue,
  type Tree,
} from './index.ts';

const parse = (text: string): Tree => parseModule(new TextEncoder().encode(text));

const first = (tree: Tree, kind: Kind): Node => {
  for (let node = 1 as Node; node < tree.count; node++) if (tree.kind(node) === kind) return node;
  return NONE;
};

describe('access to the parts of a construct', () => {
  it('gives the parts of a function', () => {
    const tree = parse('@d\nasync def f(a, /, b=1, *c, d, **e) -> int: pass\n');
    const definition = first(tree, Kind.FunctionDefinition);
    expect(tree.nameText(definitionName(tree, definition))).toBe('f');
    expect(tree.text(functionReturns(tree, definition))).toBe('int');
    const parameters = children(tree, functionParameters(tree, definition));
    expect(parameters.map((parameter) => tree.text(parameterName(tree, parameter)))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(parameters.map((parameter) => parameterKind(tree, parameter))).toEqual([
      ParameterKind.PositionalOnly,
      ParameterKind.PositionalOrKeyword,
      ParameterKind.VarPositional,
      ParameterKind.KeywordOnly,
      ParameterKind.VarKeyword,
    ]);
    expect(tree.text(parameterDefault(tree, parameters[1]!))).toBe('1');
    expect(parameterDefault(tree, parameters[0]!)).toBe(NONE);
  });

  it('gives the parts of a call', () => {
    const tree = parse("boto3.client('s3', *a, region=r, **k)\n");
    const call = first(tree, Kind.Call);
    expect(tree.text(callee(tree, call))).toBe('boto3.client');
    expect(stringValue(tree, firstArgument(tree, call))).toBe('s3');
    expect(tree.text(keywordArgument(tree, call, tree.names.idOf('region')))).toBe('r');
    expect(keywordArgument(tree, call, tree.names.idOf('zone'))).toBe(NONE);
  });

  it.each([
    ['from ..a.b import c as d', 2, 'a.b'],
    ['from . import c', 1, ''],
    ['from ... import c', 3, ''],
    ['from a import *', 0, 'a'],
  ])('gives the module of %s', (text, level, module) => {
    const tree = parse(text);
    const statement = first(tree, Kind.ImportFrom);
    expect(importLevel(tree, statement)).toBe(level);
    expect(dottedText(tree, importedModule(tree, statement))).toBe(module);
    expect(tree.kind(firstAlias(tree, statement))).toBe(Kind.Alias);
  });

  it('gives the bases of a class and the value of an assignment', () => {
    const tree = parse('class A(B, metaclass=C): x = y = 3\n');
    expect(tree.text(firstClassArgument(tree, first(tree, Kind.ClassDefinition)))).toBe('B');
    expect(tree.text(assignedValue(tree, first(tree, Kind.Assignment)))).toBe('3');
  });

  it('counts lines and columns as editors do', () => {
    const tree = parse("x = 1\r\ny = '😀é'; z\n");
    expect(tree.lineColumn(tree.source.lastIndexOf('z'.charCodeAt(0)))).toEqual({ line: 2, column: 12 });
  });
});
