/** Bicep: read into a tree with places. */
export type * from './nodes.ts';
export { parseBicep } from './read.ts';
export { plainText } from './texts.ts';
