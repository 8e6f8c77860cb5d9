import { Token } from './tokens/token-kinds.ts';

/**
 * Operators of BinaryOperation, AugmentedAssignment, UnaryOperation, BooleanOperation and ComparisonOperator.
 * An augmented assignment has its binary operator. The numbers are those of the tokens (tokens/token-kinds.ts).
 */
export const Operator = {
  Add: 29,
  Subtract: 30,
  Multiply: 31,
  Divide: 32,
  FloorDivide: 33,
  Modulo: 34,
  MatrixMultiply: 35,
  Power: 36,
  LeftShift: 37,
  RightShift: 38,
  BitAnd: 39,
  BitOr: 40,
  BitXor: 41,
  Invert: 42,
  Not: 91,
  /** Unary plus and minus have the numbers of the binary ones. */
  Plus: 29,
  Minus: 30,
  And: 68,
  Or: 92,
  Less: 43,
  Greater: 44,
  LessEqual: 45,
  GreaterEqual: 46,
  Equal: 47,
  NotEqual: 48,
  In: 87,
  NotIn: 101,
  Is: 88,
  IsNot: 102,
} as const;

/** An operator: one of the values of `Operator`. */
export type Operator = (typeof Operator)[keyof typeof Operator];

/** Binding powers, low to high; 0 in `PRECEDENCE` means "no binary operator". */
export const Precedence = { Or: 1, And: 2, Not: 3, Comparison: 4, BitOr: 5, Unary: 11, Power: 12 } as const;

/** Binding power of each token kind as a binary operator. */
export const PRECEDENCE: Uint8Array = new Uint8Array(256);

const levels: readonly (readonly number[])[] = [
  [],
  [Token.Or],
  [Token.And],
  [],
  [
    Token.Less,
    Token.Greater,
    Token.LessEqual,
    Token.GreaterEqual,
    Token.EqualEqual,
    Token.NotEqual,
    Token.In,
    Token.Is,
    Token.Not,
  ],
  [Token.VerticalBar],
  [Token.Circumflex],
  [Token.Ampersand],
  [Token.LeftShift, Token.RightShift],
  [Token.Plus, Token.Minus],
  [Token.Star, Token.Slash, Token.DoubleSlash, Token.Percent, Token.At],
  [],
  [Token.DoubleStar],
];
for (const [level, tokens] of levels.entries()) for (const token of tokens) PRECEDENCE[token] = level;

const augmented: readonly (readonly [number, Operator])[] = [
  [Token.PlusEqual, Operator.Add],
  [Token.MinusEqual, Operator.Subtract],
  [Token.StarEqual, Operator.Multiply],
  [Token.SlashEqual, Operator.Divide],
  [Token.DoubleSlashEqual, Operator.FloorDivide],
  [Token.PercentEqual, Operator.Modulo],
  [Token.AtEqual, Operator.MatrixMultiply],
  [Token.DoubleStarEqual, Operator.Power],
  [Token.LeftShiftEqual, Operator.LeftShift],
  [Token.RightShiftEqual, Operator.RightShift],
  [Token.AmpersandEqual, Operator.BitAnd],
  [Token.VerticalBarEqual, Operator.BitOr],
  [Token.CircumflexEqual, Operator.BitXor],
];

/** The binary operator of each augmented assignment's token. */
export const AUGMENTED_OPERATOR: Uint8Array = new Uint8Array(256);
for (const [token, operator] of augmented) AUGMENTED_OPERATOR[token] = operator;
