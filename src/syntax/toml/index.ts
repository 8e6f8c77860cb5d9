/** TOML: read into a tree or into values alone, and edited in place. */
export { tomlEdits } from './edits.ts';
export { parseToml } from './read.ts';
export { type ReadToml, readToml, type TomlTable, type TomlValue } from './values.ts';
