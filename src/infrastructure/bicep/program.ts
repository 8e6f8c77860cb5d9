import {
  type BicepFile,
  type Expression,
  type ObjectExpression,
  parseBicep,
  plainText,
  type Resource as ResourceStatement,
  type Statement,
} from '../../syntax/bicep/index.ts';
import type { Declaration, ImportDeclaration, ParameterDeclaration, Program } from '../azure/program.ts';

const deepestNesting = 10;

/** Reads a Bicep file into what it declares. Never fails: faults are in the program. */
export function programOfBicep(file: string, text: string): Program {
  const { lines, statements, faults } = parseBicep(text);
  const named = <T extends Statement['kind'], V>(kind: T, make: (statement: Extract<Statement, { kind: T }>) => V) =>
    new Map(
      statements.flatMap((statement): [string, V][] =>
        isKind(statement, kind) && 'name' in statement ? [[statement.name, make(statement)]] : [],
      ),
    );
  return {
    file,
    language: 'bicep',
    text,
    lines,
    parameters: named('parameter', parameterOf),
    variables: named('variable-statement', (statement) => statement.value),
    functions: named('function', ({ parameters, value }) => ({
      parameters: parameters.map(({ name }) => name),
      body: value,
    })),
    declarations: declarationsOf(statements),
    outputs: named('output', (statement) => statement.value),
    imports: statements.flatMap((statement) => (statement.kind === 'import' ? importOf(statement) : [])),
    faults,
  };
}

function isKind<T extends Statement['kind']>(
  statement: Statement,
  kind: T,
): statement is Extract<Statement, { kind: T }> {
  return statement.kind === kind;
}

function parameterOf(statement: Extract<Statement, { kind: 'parameter' }>): ParameterDeclaration {
  const { start, end, value, type } = statement;
  return { start, end, fallback: value, nullable: type?.kind === 'nullable-type' };
}

function importOf(statement: Extract<Statement, { kind: 'import' }>): ImportDeclaration[] {
  const path = plainText(statement.path);
  if (path === undefined) return [];
  const names = statement.names.map(({ name, alias }) => ({ name, alias: alias ?? name }));
  return [{ path, names: statement.wildcard === null ? names : [{ name: null, alias: statement.wildcard }] }];
}

function declarationsOf(statements: BicepFile['statements']): Declaration[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'resource') return resourcesOf(statement, null, '');
    if (statement.kind !== 'module') return [];
    const path = statement.path === null ? undefined : plainText(statement.path);
    if (path === undefined) return [];
    const module = { kind: 'path', ...pathAndVersion(path) } as const;
    const { start, end, name: label, nameSpan: labelSpan } = statement;
    return [
      { start, end, label, labelSpan, type: null, module, existing: false, parent: null, ...shapeOf(statement.body) },
    ];
  });
}

/** A resource and those that are nested in it, whose types go on from its own. */
function resourcesOf(
  statement: ResourceStatement,
  parent: Declaration | null,
  prefix: string,
  depth: number = 0,
): Declaration[] {
  const written = (statement.type === null ? undefined : plainText(statement.type))?.split('@', 1)[0];
  if (written === undefined || depth > deepestNesting) return [];
  const own: Declaration = {
    start: statement.start,
    end: statement.end,
    label: `${prefix}${statement.name}`,
    labelSpan: statement.nameSpan,
    type: parent === null ? written : `${parent.type}/${written.slice(written.lastIndexOf('/') + 1)}`,
    module: null,
    existing: statement.existing,
    parent: parent?.label ?? null,
    ...shapeOf(statement.body),
  };
  const nested = objectIn(own.body)?.resources ?? [];
  return [own, ...nested.flatMap((one) => resourcesOf(one, own, `${own.label}::`, depth + 1))];
}

/** The loop and the condition around a body. */
function shapeOf(node: Expression): Pick<Declaration, 'body' | 'loop' | 'condition'> {
  let body = node;
  let loop: Declaration['loop'] = null;
  let condition: Expression | null = null;
  for (let hops = 0; hops < 4; hops++) {
    if (body.kind === 'for') {
      loop ??= body;
      ({ body } = body);
    } else if (body.kind === 'if') {
      condition ??= body.condition;
      ({ body } = body);
    } else if (body.kind === 'parentheses') body = body.inner;
  }
  return { body, loop, condition };
}

function objectIn(node: Expression): ObjectExpression | undefined {
  return node.kind === 'object' ? node : undefined;
}

/** `br/public:avm/res/web/site:0.1.0` is a path and a version. */
function pathAndVersion(path: string): { path: string; version: string | null } {
  const found = /^((?:br|ts)[:/].*):([^:/]+)$/.exec(path);
  return { path: found?.[1] ?? path, version: found?.[2] ?? null };
}
