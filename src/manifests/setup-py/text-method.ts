// https://docs.python.org/3/library/stdtypes.html#string-methods
import type { Value } from './value.ts';

/** What a method of a constant text gives, for the methods that cut lists out of texts; undefined for any other. */
export function textMethod(text: string, method: string, argument: Value | undefined): string | string[] | undefined {
  const separator = argument?.kind === 'text' && argument.text !== '' ? argument.text : undefined;
  if (argument !== undefined && separator === undefined) return undefined;
  switch (method) {
    case 'split':
      return separator === undefined ? text.split(/\s+/).filter((word) => word !== '') : text.split(separator);
    case 'splitlines':
      return text.replace(/(?:\r\n|[\n\r])$/, '').split(/\r\n|[\n\r]/);
    case 'strip':
      return separator === undefined ? text.trim() : undefined;
    case 'lower':
      return text.toLowerCase();
    default:
      return undefined;
  }
}
