/** HCL (Terraform, OpenTofu, Packer), native and as JSON: read into a tree with places, and edited in place. */
export { constantValue } from './constant.ts';
export { removeHcl, setHcl } from './edits.ts';
export { parseHclJson } from './json.ts';
export type * from './nodes.ts';
export { parseHcl, parseHclTemplate } from './read.ts';
export { literalText, partsOf, referencePath } from './walk.ts';
