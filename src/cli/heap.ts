import { setFlagsFromString } from 'node:v8';

/** The newest Node on which the flag was tried: a later V8 may not know it, and would say so on standard error. */
const newestTried = 26;

/**
 * Keeps V8's young generation at its first size: what is read lives shortly, and a larger one only makes the process larger
 * (a quarter to a third of it while a repository is checked), not faster.
 */
export function keepHeapSmall(): void {
  if (Number.parseInt(process.versions.node) <= newestTried) setFlagsFromString('--semi-space-growth-factor=1');
}
