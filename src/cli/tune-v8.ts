import { setFlagsFromString } from 'node:v8';

/** The Nodes on which the flags were tried: a later V8 may not know them, and would say so on standard error. */
const newestTried = 26;

/** From here on Node has Maglev, V8's quick optimising compiler; before that it has no other than TurboFan. */
const firstWithMaglev = 24;

/**
 * Sets V8 up for a process that lives for seconds. The young generation keeps its first size: what is read lives shortly,
 * and a larger one only makes the process larger (a quarter to a third of it while a repository is checked), not faster.
 * TurboFan stays off, since it compiles for longer than its code runs: a seventh less CPU, and as much time as with it
 * where a run takes ten seconds (`bench/check.ts`, `bench/calls`).
 */
export function tuneV8(): void {
  const major = Number.parseInt(process.versions.node);
  if (major > newestTried) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  if (major >= firstWithMaglev) setFlagsFromString('--no-turbofan');
}
