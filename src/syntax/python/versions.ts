// https://docs.python.org/3/whatsnew/

/** A version of Python as [major, minor]. */
export type PythonVersion = readonly [number, number];

/** A construct that not every version from 3.8 on accepts: its name in the field, and which do. */
export interface Feature {
  readonly name: string;
  /** The first version that accepts it. */
  readonly since: PythonVersion;
  /** The first version that refuses it again. */
  readonly until?: PythonVersion;
}

/** Constructs that came after Python 3.7 or have gone since. */
export const features = {
  assignmentExpression: { name: 'assignment expression', since: [3, 8] },
  positionalOnlyParameter: { name: 'positional-only parameter', since: [3, 8] },
  selfDocumentingField: { name: 'f-string field with "="', since: [3, 8] },
  unpackingInReturn: { name: 'unparenthesized unpacking in return or yield', since: [3, 8] },
  relaxedDecorator: { name: 'decorator that is not a dotted name or a call of one', since: [3, 9] },
  parenthesizedWithItems: { name: 'parenthesized context managers', since: [3, 9] },
  unpackingInAugmentedAssignment: { name: 'unparenthesized unpacking in an augmented assignment', since: [3, 9] },
  unpackingInFor: { name: 'unparenthesized unpacking in for', since: [3, 9] },
  assignmentExpressionInSet: { name: 'unparenthesized assignment expression in a set', since: [3, 9] },
  assignmentExpressionInGenerator: {
    name: 'unparenthesized assignment expression in a generator that is the only argument',
    since: [3, 9],
  },
  assignmentExpressionInIndex: { name: 'unparenthesized assignment expression in an index', since: [3, 10] },
  matchStatement: { name: 'match statement', since: [3, 10] },
  exceptStar: { name: 'except*', since: [3, 11] },
  unpackingInIndex: { name: 'unpacking in an index', since: [3, 11] },
  unpackingInAnnotation: { name: 'unpacking in the annotation of *args', since: [3, 11] },
  typeParameters: { name: 'type parameters', since: [3, 12] },
  typeAlias: { name: 'type statement', since: [3, 12] },
  formattedStringGrammar: { name: 'quotes, backslash, comment or line break in an f-string field', since: [3, 12] },
  typeParameterDefault: { name: 'default of a type parameter', since: [3, 13] },
  templateString: { name: 't-string', since: [3, 14] },
  exceptWithoutParentheses: { name: 'several exception types without parentheses', since: [3, 14] },
  lazyImport: { name: 'lazy import', since: [3, 15] },
  signedPattern: { name: 'plus sign in a pattern', since: [3, 15] },
  unpackingInComprehension: { name: 'unpacking in a comprehension', since: [3, 15] },
  generatorInField: { name: 'generator expression without parentheses in an f-string', since: [3, 6], until: [3, 12] },
  lineBreakInSpecification: {
    name: 'line break in the format specification of an f-string in single quotes',
    since: [3, 12],
    until: [3, 14],
  },
  malformedComment: { name: 'comment that is not UTF-8', since: [3, 0], until: [3, 14] },
  unknownFuture: { name: 'unknown future feature', since: [3, 0], until: [3, 14] },
} as const satisfies Record<string, Feature>;

/** The key of a feature in `features`. */
export type FeatureId = keyof typeof features;

/** A construct used in a module: which feature, and the byte offset where it starts. */
export interface FeatureUse {
  readonly feature: FeatureId;
  readonly start: number;
}

/** Negative if `left` is older than `right`, 0 if equal, positive if newer. */
export const compareVersions = (left: PythonVersion, right: PythonVersion): number =>
  left[0] - right[0] || left[1] - right[1];
