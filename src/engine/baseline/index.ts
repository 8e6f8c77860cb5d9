/** What is known and need not be mended at once: read, applied to a run, and brought up to date. */
export { applyBaseline } from './apply-baseline.ts';
export { baselineText, nextBaseline, suppressedEntries } from './next-baseline.ts';
export { readBaseline } from './read-baseline.ts';
