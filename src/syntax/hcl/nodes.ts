import type { Comment, SyntaxFault } from '../data-tree.ts';
import type { Lines } from '../lines.ts';

// Offsets are UTF-16 units into `HclFile.text`, `end` exclusive.

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An HCL file, read. */
export interface HclFile {
  readonly text: string;
  readonly lines: Lines;
  readonly body: Body;
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** The file, or what stands in the braces of a block: attributes and blocks in the order written. */
export interface Body extends Span {
  readonly items: readonly (Attribute | Block)[];
}

/** `name = value` */
export interface Attribute extends Span {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

/** `type "label" … { … }` */
export interface Block extends Span {
  readonly kind: 'block';
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly Label[];
  readonly body: Body;
}

/** A label of a block, quoted or bare; its span has the quotes. */
export interface Label extends Span {
  readonly text: string;
}

/** `12`, `true`, `null`; `text` as written. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
  readonly text: string;
}

/** A text in quotes or a here-document, with what is interpolated. */
export interface Template extends Span {
  readonly kind: 'template';
  readonly style: 'quoted' | 'heredoc' | 'json';
  readonly parts: readonly TemplatePart[];
}

/** Text between interpolations: escapes decoded, indentation of `<<-` and white space at `~` removed. */
export interface TemplateText extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** `${ … }` */
export interface Interpolation extends Span {
  readonly kind: 'interpolation';
  readonly expression: Expression;
}

/** `%{ if … } … %{ else } … %{ endif }` */
export interface TemplateIf extends Span {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
}

/** `%{ for key, value in collection } … %{ endfor }` */
export interface TemplateFor extends Span {
  readonly kind: 'for';
  readonly key: string | null;
  readonly value: string;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = TemplateText | Interpolation | TemplateIf | TemplateFor;

/** The first name of a reference: `var`, `aws_sqs_queue`, `each`. */
export interface Variable extends Span {
  readonly kind: 'variable';
  readonly name: string;
}

/** `object.name` */
export interface GetAttribute extends Span {
  readonly kind: 'attribute-of';
  readonly object: Expression;
  readonly name: string;
}

/** `object[index]`, or `object.0` as Terraform 0.11 had it. */
export interface Index extends Span {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

/** `source[*].name` or `source.*.name`; `each` is what is done with each item, from an `item` on. */
export interface Splat extends Span {
  readonly kind: 'splat';
  readonly source: Expression;
  readonly each: Expression;
}

/** What a splat goes over, one at a time: the root of its `each`. */
export interface Item extends Span {
  readonly kind: 'item';
}

/** `name(…)`; the name may have namespaces: `provider::aws::arn_parse`. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Expression[];
  /** The last argument is a list that `…` spreads. */
  readonly spread: boolean;
}

/** `[a, b]` */
export interface Tuple extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** `{ key = value }` */
export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

/** `name` is what the key is if it is a bare name or a text without interpolation; else the key is computed. */
export interface ObjectEntry {
  readonly name: string | null;
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for v in c : x if y]` (`key` is null) or `{for k, v in c : key => value… if y}`. */
export interface ForExpression extends Span {
  readonly kind: 'for-expression';
  readonly makes: 'tuple' | 'object';
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key: Expression | null;
  readonly value: Expression;
  readonly grouped: boolean;
  readonly condition: Expression | null;
}

/** `condition ? whenTrue : whenFalse` */
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export interface Parentheses extends Span {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** What could not be read; a fault stands in it. */
export interface Broken extends Span {
  readonly kind: 'broken';
}

export type Expression =
  | Literal
  | Template
  | Variable
  | GetAttribute
  | Index
  | Splat
  | Item
  | Call
  | Tuple
  | ObjectExpression
  | ForExpression
  | Conditional
  | Binary
  | Unary
  | Parentheses
  | Broken;
