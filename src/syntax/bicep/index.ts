/** Bicep: read into a tree with places, and edited in place. */
export { constantValue } from './constant.ts';
export { removeBicep, setBicep } from './edits.ts';
export type * from './nodes.ts';
export { parseBicep } from './read.ts';
export { plainText } from './texts.ts';
export { expressionsOf, partsOf } from './walk.ts';
