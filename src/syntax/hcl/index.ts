/** HCL (Terraform, OpenTofu, Packer), native and as JSON: read into a tree with places. */
export { parseHclJson } from './json.ts';
export type * from './nodes.ts';
export { parseHcl } from './read.ts';
export { literalText, partsOf, referencePath } from './walk.ts';
