/** JSON and JSONC: read into a tree, and edited in place. */
export { jsonEdits } from './edits.ts';
export { type JsonOptions, parseJson } from './read.ts';
