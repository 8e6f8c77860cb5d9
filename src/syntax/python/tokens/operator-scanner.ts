// https://docs.python.org/3/reference/lexical_analysis.html#operators-and-delimiters

import { Token } from './token-kinds.ts';

const SPELLINGS: readonly (readonly [string, number])[] = [
  ['(', Token.LeftParenthesis],
  [')', Token.RightParenthesis],
  ['[', Token.LeftBracket],
  [']', Token.RightBracket],
  ['{', Token.LeftBrace],
  ['}', Token.RightBrace],
  [',', Token.Comma],
  [':', Token.Colon],
  [';', Token.Semicolon],
  ['.', Token.Dot],
  ['...', Token.Ellipsis],
  ['=', Token.Equal],
  ['->', Token.Arrow],
  [':=', Token.ColonEqual],
  ['!', Token.Exclamation],
  ['+', Token.Plus],
  ['-', Token.Minus],
  ['*', Token.Star],
  ['/', Token.Slash],
  ['//', Token.DoubleSlash],
  ['%', Token.Percent],
  ['@', Token.At],
  ['**', Token.DoubleStar],
  ['<<', Token.LeftShift],
  ['>>', Token.RightShift],
  ['&', Token.Ampersand],
  ['|', Token.VerticalBar],
  ['^', Token.Circumflex],
  ['~', Token.Tilde],
  ['<', Token.Less],
  ['>', Token.Greater],
  ['<=', Token.LessEqual],
  ['>=', Token.GreaterEqual],
  ['==', Token.EqualEqual],
  ['!=', Token.NotEqual],
  ['+=', Token.PlusEqual],
  ['-=', Token.MinusEqual],
  ['*=', Token.StarEqual],
  ['/=', Token.SlashEqual],
  ['//=', Token.DoubleSlashEqual],
  ['%=', Token.PercentEqual],
  ['@=', Token.AtEqual],
  ['**=', Token.DoubleStarEqual],
  ['<<=', Token.LeftShiftEqual],
  ['>>=', Token.RightShiftEqual],
  ['&=', Token.AmpersandEqual],
  ['|=', Token.VerticalBarEqual],
  ['^=', Token.CircumflexEqual],
];

/** The token of each byte that is an operator by itself; 0 for others. */
export const SINGLE: Uint8Array = new Uint8Array(256);

/** 1 for each byte that may begin an operator of two or three bytes. */
export const MAY_BE_LONGER: Uint8Array = new Uint8Array(256);

/** How many bytes each operator token has. */
export const OPERATOR_LENGTH: Uint8Array = new Uint8Array(64);

const double = new Uint8Array(128 * 128);
const triple = new Map<number, number>();
const code = (spelling: string, index: number): number => spelling.charCodeAt(index);

for (const [spelling, token] of SPELLINGS) {
  OPERATOR_LENGTH[token] = spelling.length;
  if (spelling.length === 1) SINGLE[code(spelling, 0)] = token;
  else MAY_BE_LONGER[code(spelling, 0)] = 1;
  if (spelling.length === 2) double[code(spelling, 0) * 128 + code(spelling, 1)] = token;
  if (spelling.length === 3)
    triple.set((code(spelling, 0) << 16) | (code(spelling, 1) << 8) | code(spelling, 2), token);
}

/** The longest operator at a position whose byte is one. */
export function operatorAt(bytes: Uint8Array, position: number): number {
  const first = bytes[position]!;
  const second = bytes[position + 1]!;
  if (second > 127 || SINGLE[second] === 0) return SINGLE[first]!;
  if (second === first) {
    const three = triple.get((first << 16) | (second << 8) | bytes[position + 2]!);
    if (three !== undefined) return three;
  }
  const two = double[first * 128 + second]!;
  return two === 0 ? SINGLE[first]! : two;
}
