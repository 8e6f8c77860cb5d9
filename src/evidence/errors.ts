import type { Place } from './place.ts';

/** Something the user typed is wrong: a flag, a name, a path. One line that ends with the mend. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A configuration file is wrong. One line that names the file, the place and the mend. Exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(place: Pick<Place, 'file' | 'line' | 'column'>, message: string) {
    super(`${place.file}:${place.line}:${place.column}: ${message}`);
  }
}

/** Marks a case that the types rule out; reaching it is a bug in skyworthy. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
