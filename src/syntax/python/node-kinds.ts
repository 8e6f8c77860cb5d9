// https://docs.python.org/3/library/ast.html#abstract-grammar

/**
 * Kinds of nodes, each with its children in source order (`?` may be missing, `*` any number of).
 * `access/` has a function for each part, so that callers need not count children.
 */
export const Kind = {
  /** Not a node: 0 is "no node". */
  None: 0,

  /** statement* */
  Module: 1,
  /** statement*, indented or on the line of the header */
  Block: 2,
  /** Decorator* (before the node's start, which is `def` or `async`) Name TypeParameters? Parameters returns? Block */
  FunctionDefinition: 3,
  /** Decorator* (before the node's start) Name TypeParameters? Arguments? Block */
  ClassDefinition: 4,
  /** expression */
  Decorator: 5,
  /** Parameter* */
  Parameters: 6,
  /** Name annotation? default? */
  Parameter: 7,
  /** TypeParameter+ */
  TypeParameters: 8,
  /** Name bound? default? */
  TypeParameter: 9,
  /** value? */
  Return: 10,
  /** target+ */
  Delete: 11,
  /** target+ value */
  Assignment: 12,
  /** target value */
  AugmentedAssignment: 13,
  /** target annotation value? */
  AnnotatedAssignment: 14,
  /** Name TypeParameters? value */
  TypeAlias: 15,
  /** target iterable Block Else? */
  For: 16,
  /** test Block Else? */
  While: 17,
  /** test Block Elif* Else? */
  If: 18,
  /** test Block */
  Elif: 19,
  /** Block */
  Else: 20,
  /** WithItem+ Block */
  With: 21,
  /** context target? */
  WithItem: 22,
  /** subject MatchCase+ */
  Match: 23,
  /** pattern guard? Block */
  MatchCase: 24,
  /** exception? cause? */
  Raise: 25,
  /** Block ExceptHandler* Else? Finally? */
  Try: 26,
  /** type? Name? Block */
  ExceptHandler: 27,
  /** Block */
  Finally: 28,
  /** test message? */
  Assert: 29,
  /** Alias+ */
  Import: 30,
  /** DottedName? Alias+ */
  ImportFrom: 31,
  /** DottedName (import) or Name (from … import; `*` too), Name? */
  Alias: 32,
  /** Name+ */
  DottedName: 33,
  /** Name+ */
  Global: 34,
  /** Name+ */
  Nonlocal: 35,
  /** expression */
  ExpressionStatement: 36,
  Pass: 37,
  Break: 38,
  Continue: 39,
  /** A statement with a syntax error: whatever well-formed nodes it holds, Blocks too. Its range ends with its last token. */
  Error: 40,

  Name: 48,
  Integer: 49,
  Float: 50,
  Imaginary: 51,
  /** A string literal; of an implicit concatenation the parts: String+ */
  String: 52,
  /** A bytes literal; of an implicit concatenation the parts: Bytes+ */
  Bytes: 53,
  True: 54,
  False: 55,
  NoneLiteral: 56,
  Ellipsis: 57,
  /** An f-string: (FormattedText | Interpolation)*; of a concatenation: (String | FormattedString)+ */
  FormattedString: 58,
  /** A t-string: (FormattedText | Interpolation)*; of a concatenation: TemplateString+ */
  TemplateString: 59,
  /** Literal text between the fields of an f-string, t-string or format specification */
  FormattedText: 60,
  /** value FormatSpecification? */
  Interpolation: 61,
  /** (FormattedText | Interpolation)* */
  FormatSpecification: 62,
  /** object */
  Attribute: 63,
  /** object index */
  Subscript: 64,
  /** lower? upper? step? */
  Slice: 65,
  /** callee (expression | Starred | KeywordArgument | DoubleStarred)* */
  Call: 66,
  /** Of a class definition: (expression | Starred | KeywordArgument | DoubleStarred)* */
  Arguments: 67,
  /** value */
  KeywordArgument: 68,
  /** value */
  Starred: 69,
  /** value: `**value` in a call, a class definition or a dict */
  DoubleStarred: 70,
  /** element*, with or without parentheses */
  Tuple: 71,
  /** element* */
  List: 72,
  /** element+ */
  Set: 73,
  /** (KeyValue | DoubleStarred)* */
  Dict: 74,
  /** key value */
  KeyValue: 75,
  /** element ComprehensionFor+ */
  ListComprehension: 76,
  /** element ComprehensionFor+ */
  SetComprehension: 77,
  /** (KeyValue | DoubleStarred) ComprehensionFor+ */
  DictComprehension: 78,
  /** element ComprehensionFor+ */
  GeneratorExpression: 79,
  /** target iterable condition* */
  ComprehensionFor: 80,
  /** left right */
  BinaryOperation: 81,
  /** operand */
  UnaryOperation: 82,
  /** operand+, all joined by the same operator */
  BooleanOperation: 83,
  /** operand (ComparisonOperator operand)+ */
  Comparison: 84,
  ComparisonOperator: 85,
  /** body test alternative, as in `body if test else alternative` */
  Conditional: 86,
  /** Parameters body */
  Lambda: 87,
  /** value */
  Await: 88,
  /** value? */
  Yield: 89,
  /** value */
  YieldFrom: 90,
  /** Name value */
  NamedExpression: 91,

  /** expression: a literal or a dotted name */
  PatternValue: 96,
  /** pattern* */
  PatternSequence: 97,
  /** PatternEntry* PatternRest? */
  PatternMapping: 98,
  /** key pattern */
  PatternEntry: 99,
  /** Name */
  PatternRest: 100,
  /** class pattern* PatternKeyword* */
  PatternClass: 101,
  /** pattern */
  PatternKeyword: 102,
  /** Name? (none for `*_`) */
  PatternStar: 103,
  /** pattern Name */
  PatternAs: 104,
  /** Name */
  PatternCapture: 105,
  /** `_` */
  PatternWildcard: 106,
  /** pattern+ */
  PatternOr: 107,
} as const;

/** A kind of node: one of the values of `Kind`. */
export type Kind = (typeof Kind)[keyof typeof Kind];

/** A node: an index into its tree. 0 (`NONE`) is no node. */
export type Node = number & { readonly node: unique symbol };

/** No node. */
export const NONE = 0 as Node;

/** How a parameter takes its argument. */
export const ParameterKind = {
  PositionalOnly: 0,
  PositionalOrKeyword: 1,
  VarPositional: 2,
  KeywordOnly: 3,
  VarKeyword: 4,
} as const;
export type ParameterKind = (typeof ParameterKind)[keyof typeof ParameterKind];

/** What a type parameter stands for: `T`, `*Ts`, `**P`. */
export const TypeParameterKind = { TypeVar: 0, TypeVarTuple: 1, ParamSpec: 2 } as const;
export type TypeParameterKind = (typeof TypeParameterKind)[keyof typeof TypeParameterKind];

/** Bits in the data of nodes. */
export const NodeFlag = {
  /** FunctionDefinition, For, With, ComprehensionFor: written with `async` */
  Async: 1,
  /** Tuple, NamedExpression: is in parentheses of its own. With: the items are */
  Parenthesized: 2,
  /** Try: written with `except*` */
  ExceptStar: 1,
  /** AnnotatedAssignment: the target is a name without parentheses */
  Simple: 1,
  /** Import, ImportFrom: written with `lazy` (the level follows, shifted by one) */
  Lazy: 1,
  /** Parameter, TypeParameter: the kind is in the low bits, and above it … */
  HasAnnotation: 8,
  HasDefault: 16,
  /** Slice */
  HasLower: 1,
  HasUpper: 2,
  HasStep: 4,
  /** Interpolation: the conversion's character is in the low byte, and `=` above it */
  SelfDocumenting: 256,
  /** ExceptHandler */
  HasType: 1,
  HasName: 2,
} as const;
