/** YAML: read into a tree, and edited in place. */
export { yamlEdits } from './edits.ts';
export { parseYaml } from './read.ts';
