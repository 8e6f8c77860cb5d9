// https://docs.python.org/3/reference/lexical_analysis.html

/**
 * Kinds of tokens. Operators and keywords have a kind each, so that the parser compares one number.
 * A keyword's kind is `KEYWORD_BASE` plus its name id (names.ts gives keywords the first ids).
 */
export const Token = {
  EndOfFile: 0,
  Newline: 1,
  Indent: 2,
  Dedent: 3,
  Name: 4,
  Integer: 5,
  Float: 6,
  Imaginary: 7,
  String: 8,
  Bytes: 9,
  FormattedStart: 10,
  FormattedMiddle: 11,
  FormattedEnd: 12,
  /** A character or literal that no token starts with; its error is already recorded. */
  Fault: 13,
  LeftParenthesis: 14,
  RightParenthesis: 15,
  LeftBracket: 16,
  RightBracket: 17,
  LeftBrace: 18,
  RightBrace: 19,
  Comma: 20,
  Colon: 21,
  Semicolon: 22,
  Dot: 23,
  Ellipsis: 24,
  Equal: 25,
  Arrow: 26,
  ColonEqual: 27,
  Exclamation: 28,
  Plus: 29,
  Minus: 30,
  Star: 31,
  Slash: 32,
  DoubleSlash: 33,
  Percent: 34,
  At: 35,
  DoubleStar: 36,
  LeftShift: 37,
  RightShift: 38,
  Ampersand: 39,
  VerticalBar: 40,
  Circumflex: 41,
  Tilde: 42,
  Less: 43,
  Greater: 44,
  LessEqual: 45,
  GreaterEqual: 46,
  EqualEqual: 47,
  NotEqual: 48,
  PlusEqual: 49,
  MinusEqual: 50,
  StarEqual: 51,
  SlashEqual: 52,
  DoubleSlashEqual: 53,
  PercentEqual: 54,
  AtEqual: 55,
  DoubleStarEqual: 56,
  LeftShiftEqual: 57,
  RightShiftEqual: 58,
  AmpersandEqual: 59,
  VerticalBarEqual: 60,
  CircumflexEqual: 61,
  // 64 + name id: keywords
  False: 65,
  None: 66,
  True: 67,
  And: 68,
  As: 69,
  Assert: 70,
  Async: 71,
  Await: 72,
  Break: 73,
  Class: 74,
  Continue: 75,
  Def: 76,
  Del: 77,
  Elif: 78,
  Else: 79,
  Except: 80,
  Finally: 81,
  For: 82,
  From: 83,
  Global: 84,
  If: 85,
  Import: 86,
  In: 87,
  Is: 88,
  Lambda: 89,
  Nonlocal: 90,
  Not: 91,
  Or: 92,
  Pass: 93,
  Raise: 94,
  Return: 95,
  Try: 96,
  While: 97,
  With: 98,
  Yield: 99,
} as const;

/** Added to a keyword's name id, gives its token kind. */
export const KEYWORD_BASE = 64;

/** The data of the Colon that begins the format specification of a field. */
export const SPECIFICATION_COLON = 1;

/** Flags of a string token or node: the prefix and the quotes. */
export const StringFlag = {
  Raw: 1,
  Bytes: 2,
  Formatted: 4,
  Template: 8,
  Triple: 16,
  /** The text between the quotes holds a backslash. */
  Backslash: 32,
  /** The text between the quotes holds a byte above 127. */
  NonAscii: 64,
  /** The literal is written with a `u` prefix. */
  Unicode: 128,
  /** The literal has no closing quote. */
  Unterminated: 256,
  /** The node is an implicit concatenation: its children are the literals. */
  Concatenated: 512,
} as const;

const token = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const table = (kinds: readonly number[]): Uint8Array => {
  const flags = new Uint8Array(256);
  for (const kind of kinds) flags[kind] = 1;
  return flags;
};

/** 1 for each augmented assignment operator (`+=` …). */
export const AUGMENTED: Uint8Array = table(token(Token.PlusEqual, Token.CircumflexEqual));

/** 1 for each keyword that no expression may hold: at the start of a line it shows that a bracket was left open. */
export const STATEMENT_KEYWORD: Uint8Array = table([
  Token.Assert,
  Token.Break,
  Token.Class,
  Token.Continue,
  Token.Def,
  Token.Del,
  Token.Elif,
  Token.Except,
  Token.Finally,
  Token.Global,
  Token.Import,
  Token.Nonlocal,
  Token.Pass,
  Token.Raise,
  Token.Return,
  Token.Try,
  Token.While,
  Token.With,
]);

/** 1 for each keyword that opens a compound statement, whose header ends with a colon. */
export const COMPOUND_KEYWORD: Uint8Array = table([
  Token.Async,
  Token.Class,
  Token.Def,
  Token.Elif,
  Token.Else,
  Token.Except,
  Token.Finally,
  Token.For,
  Token.If,
  Token.Try,
  Token.While,
  Token.With,
]);
