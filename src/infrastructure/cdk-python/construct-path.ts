import type { Construct, Constructs } from './constructs.ts';

const deepestScope = 40;

/** A construct and what it is in, from the inside out. */
export function scopesOf(constructs: Constructs, construct: Construct): Construct[] {
  const found: Construct[] = [];
  let current: Construct | undefined = construct;
  while (current !== undefined && found.length < deepestScope) {
    found.push(current);
    current = current.scope === null ? undefined : constructs.of(current.scope)[0];
  }
  return found;
}

/** The names of the scopes that a construct is in, and its own, as the library writes them into its templates. */
export function pathOf(constructs: Constructs, construct: Construct): string {
  const scopes = scopesOf(constructs, construct).filter(({ path }) => path !== 'App');
  return scopes
    .reverse()
    .map(({ id }) => id ?? '?')
    .join('/');
}
