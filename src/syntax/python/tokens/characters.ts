/** Classes of bytes, by which the tokenizer chooses what to scan. */
export const CharacterClass = {
  Other: 0,
  Identifier: 1,
  Digit: 2,
  Blank: 3,
  Newline: 4,
  Quote: 5,
  Operator: 6,
  Comment: 7,
  Backslash: 8,
} as const;

/** The class of each byte; 0 for what may not stand outside strings (NUL, which also pads the end, and control characters). */
export const CHARACTER_CLASS: Uint8Array = new Uint8Array(256);

/** 1 for each byte that may continue an identifier, bytes above 127 included. */
export const IDENTIFIER: Uint8Array = new Uint8Array(256);

/** 1 for each byte at which the scan of a string's text has to look closer. */
export const STRING_STOP: Uint8Array = new Uint8Array(256);

/** 1 for each byte at which the scan of an f-string's text has to look closer. */
export const FORMATTED_STOP: Uint8Array = new Uint8Array(256);

/** Bytes that the scanners name. */
export const Byte = {
  Tab: 9,
  LineFeed: 10,
  FormFeed: 12,
  CarriageReturn: 13,
  Space: 32,
  Exclamation: 33,
  DoubleQuote: 34,
  Hash: 35,
  SingleQuote: 39,
  LeftParenthesis: 40,
  RightParenthesis: 41,
  Plus: 43,
  Minus: 45,
  Dot: 46,
  Zero: 48,
  Nine: 57,
  Colon: 58,
  Less: 60,
  Equal: 61,
  Greater: 62,
  LeftBracket: 91,
  Backslash: 92,
  RightBracket: 93,
  Underscore: 95,
  LeftBrace: 123,
  VerticalBar: 124,
  RightBrace: 125,
} as const;

const fill = (characters: string, table: Uint8Array, value: number): void => {
  for (const character of characters) table[character.charCodeAt(0)] = value;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';
const DIGITS = '0123456789';

fill(LETTERS, CHARACTER_CLASS, CharacterClass.Identifier);
fill(DIGITS, CHARACTER_CLASS, CharacterClass.Digit);
fill(' \t\f', CHARACTER_CLASS, CharacterClass.Blank);
fill('\n\r', CHARACTER_CLASS, CharacterClass.Newline);
fill('"\'', CHARACTER_CLASS, CharacterClass.Quote);
fill('()[]{}:,;+-*/|&<>=.%^~@!', CHARACTER_CLASS, CharacterClass.Operator);
fill('#', CHARACTER_CLASS, CharacterClass.Comment);
fill('\\', CHARACTER_CLASS, CharacterClass.Backslash);
CHARACTER_CLASS.fill(CharacterClass.Identifier, 128);

fill(LETTERS + DIGITS, IDENTIFIER, 1);
IDENTIFIER.fill(1, 128);

fill('"\'\\\n\r\0', STRING_STOP, 1);
STRING_STOP.fill(1, 128);

fill('"\'\\\n\r\0{}', FORMATTED_STOP, 1);
FORMATTED_STOP.fill(1, 128);

/** Whether the byte is `0` to `9`. */
export const isDigit = (byte: number): boolean => byte >= Byte.Zero && byte <= Byte.Nine;

/** Whether the byte is a hexadecimal digit. */
export const isHexDigit = (byte: number): boolean => isDigit(byte) || ((byte | 32) >= 97 && (byte | 32) <= 102);
