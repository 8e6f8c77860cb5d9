/** INI: read into a tree, and edited in place. */
export { iniEdits } from './edits.ts';
export { parseIni } from './read.ts';
