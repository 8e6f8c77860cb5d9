import type { Comment, SyntaxFault } from '../data-tree.ts';
import type { Lines } from '../lines.ts';

// Offsets are UTF-16 units into `BicepFile.text`, `end` exclusive.

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A Bicep file or parameters file, read. */
export interface BicepFile {
  readonly text: string;
  readonly lines: Lines;
  readonly statements: readonly Statement[];
  /** Directives such as `#disable-next-line` among them. */
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** `@description('…')`, `@sys.minLength(3)` */
export interface Decorator extends Span {
  /** With its namespace: `sys.minLength`. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

interface StatementBase extends Span {
  readonly decorators: readonly Decorator[];
}

interface NamedStatement extends StatementBase {
  readonly name: string;
  readonly nameSpan: Span;
}

/** `targetScope = 'subscription'` */
export interface TargetScope extends StatementBase {
  readonly kind: 'target-scope';
  readonly value: Expression;
}

/** `metadata name = value` */
export interface Metadata extends NamedStatement {
  readonly kind: 'metadata';
  readonly value: Expression;
}

/** `param name type = value`; a parameters file has no type, a template not always a value. */
export interface Parameter extends NamedStatement {
  readonly kind: 'parameter';
  readonly type: TypeExpression | null;
  readonly value: Expression | null;
}

/** `var name = value` */
export interface VariableStatement extends NamedStatement {
  readonly kind: 'variable-statement';
  readonly type: TypeExpression | null;
  readonly value: Expression;
}

/** `type name = type` */
export interface TypeStatement extends NamedStatement {
  readonly kind: 'type';
  readonly value: TypeExpression;
}

/** `func name(parameter type) type => value` */
export interface FunctionStatement extends NamedStatement {
  readonly kind: 'function';
  readonly parameters: readonly { readonly name: string; readonly type: TypeExpression }[];
  readonly returns: TypeExpression;
  readonly value: Expression;
}

/** `resource name 'type@version' existing = body`; `body` is an object, an `if` or a `for`. */
export interface Resource extends NamedStatement {
  readonly kind: 'resource';
  readonly type: StringExpression | null;
  readonly existing: boolean;
  readonly body: Expression;
}

/** `module name 'path' = body`; `test` has the same shape. */
export interface Module extends NamedStatement {
  readonly kind: 'module' | 'test';
  readonly path: StringExpression | null;
  readonly body: Expression;
}

/** `output name type = value` */
export interface Output extends NamedStatement {
  readonly kind: 'output';
  readonly type: TypeExpression;
  readonly value: Expression;
}

/** `assert name = value` */
export interface Assert extends NamedStatement {
  readonly kind: 'assert';
  readonly value: Expression;
}

/** `import { a, b as c } from 'path'`, `import * as d from 'path'` (`names` is then empty). */
export interface Import extends StatementBase {
  readonly kind: 'import';
  readonly names: readonly { readonly name: string; readonly alias: string | null }[];
  readonly wildcard: string | null;
  readonly path: StringExpression;
}

/** `extension name with { … } as alias` and `extensionConfig alias with { … }`; a name in quotes is its text. */
export interface Extension extends StatementBase {
  readonly kind: 'extension' | 'extension-config';
  readonly name: string;
  readonly config: Expression | null;
  readonly alias: string | null;
}

/** `using 'path'`, `using none`, `extends 'path'` */
export interface Using extends StatementBase {
  readonly kind: 'using' | 'extends';
  readonly path: StringExpression | null;
  readonly config: Expression | null;
}

export type Statement =
  | TargetScope
  | Metadata
  | Parameter
  | VariableStatement
  | TypeStatement
  | FunctionStatement
  | Resource
  | Module
  | Output
  | Assert
  | Import
  | Extension
  | Using;

export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
  readonly text: string;
}

/** A text: `'a ${b}'`, `'''…'''` or `$'''…'''`. */
export interface StringExpression extends Span {
  readonly kind: 'string';
  readonly multiline: boolean;
  readonly parts: readonly StringPart[];
}

/** Text with its escapes decoded, or an interpolation. */
export type StringPart =
  | ({ readonly kind: 'text'; readonly text: string } & Span)
  | ({ readonly kind: 'interpolation'; readonly expression: Expression } & Span);

/** A name alone: a parameter, variable, resource, module … */
export interface Variable extends Span {
  readonly kind: 'variable';
  readonly name: string;
}

/** `object.name`, `object.?name` */
export interface Property extends Span {
  readonly kind: 'property';
  readonly object: Expression;
  readonly name: string;
  readonly safe: boolean;
}

/** `object[index]`, `object[?index]`, `object[^1]` */
export interface Index extends Span {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
  readonly safe: boolean;
  readonly fromEnd: boolean;
}

/** `resource::nested` */
export interface Nested extends Span {
  readonly kind: 'nested';
  readonly object: Expression;
  readonly name: string;
}

/** `name(…)` (`object` is null) or `object.name(…)` */
export interface Call extends Span {
  readonly kind: 'call';
  readonly object: Expression | null;
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Expression[];
}

export interface ArrayExpression extends Span {
  readonly kind: 'array';
  readonly items: readonly Expression[];
}

/** `...value` in an array or object */
export interface Spread extends Span {
  readonly kind: 'spread';
  readonly value: Expression;
}

/** `{ key: value }`, with the resources nested in it and what is spread into it. */
export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
  readonly resources: readonly Resource[];
  readonly spreads: readonly Spread[];
}

/** `name` is null for a key with interpolation. */
export interface ObjectEntry extends Span {
  readonly name: string | null;
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for (item, index) in collection: body]` */
export interface ForExpression extends Span {
  readonly kind: 'for';
  readonly item: string;
  readonly index: string | null;
  readonly collection: Expression;
  readonly body: Expression;
}

/** `if (condition) { … }` of a resource or module */
export interface IfExpression extends Span {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: Expression;
}

export interface Ternary extends Span {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `-a`, `+a`, `!a`, and `a!` (operator `!!`: not null) */
export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: '-' | '+' | '!' | '!!';
  readonly operand: Expression;
}

export interface Parentheses extends Span {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** `(a, b) => body` */
export interface Lambda extends Span {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** What could not be read; a fault stands in it. */
export interface Broken extends Span {
  readonly kind: 'broken';
}

export type Expression =
  | Literal
  | StringExpression
  | Variable
  | Property
  | Index
  | Nested
  | Call
  | ArrayExpression
  | Spread
  | ObjectExpression
  | ForExpression
  | IfExpression
  | Ternary
  | Binary
  | Unary
  | Parentheses
  | Lambda
  | Broken;

/** A type. `parts` are the types in it, in the order written. */
export type TypeExpression =
  | ({ readonly kind: 'named-type'; readonly name: string; readonly arguments: readonly TypeExpression[] } & Span)
  | ({
      readonly kind: 'literal-type';
      readonly value: Literal | StringExpression;
      readonly operator: string | null;
    } & Span)
  | ({ readonly kind: 'resource-type'; readonly type: StringExpression | null } & Span)
  | ({ readonly kind: 'object-type'; readonly entries: readonly TypeEntry[] } & Span)
  | ({ readonly kind: 'tuple-type'; readonly items: readonly TupleItem[] } & Span)
  | ({
      readonly kind: 'array-type' | 'nullable-type' | 'not-null-type' | 'parentheses-type';
      readonly of: TypeExpression;
    } & Span)
  | ({ readonly kind: 'union-type'; readonly members: readonly TypeExpression[] } & Span)
  /** `type.name`, `type[0]`, `type[*]`, `type.*`: `part` is the name, the number or `*`. */
  | ({
      readonly kind: 'part-type';
      readonly of: TypeExpression;
      readonly part: string;
      readonly arguments: readonly TypeExpression[];
    } & Span)
  | Broken;

/** A property of an object type; `name` is `*` for all other properties, and null for a key with interpolation. */
export interface TypeEntry extends Span {
  readonly decorators: readonly Decorator[];
  readonly name: string | null;
  readonly type: TypeExpression;
}

export interface TupleItem extends Span {
  readonly decorators: readonly Decorator[];
  readonly type: TypeExpression;
}
