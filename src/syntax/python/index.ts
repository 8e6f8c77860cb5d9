/**
 * The Python parser: bytes to a tree, with positions; no meaning.
 *
 *     const tree = parseModule(bytes);
 *     for (let node = 1 as Node; node < tree.count; node++) {            // fastest: all nodes, children before parents
 *       if (tree.kind(node) === Kind.Call) use(callee(tree, node), firstArgument(tree, node));
 *     }
 *     walk(tree, tree.root, (node) => …);                                // in the order of the source; false skips
 *
 * A `Node` is a number, an index into its tree; `NONE` (0) is no node. `Kind` says of each kind which children it has, in
 * order; the functions named here read its parts, allocate nothing, and give `NONE` for a part that is missing. A list is
 * its first node and `tree.nextSibling`. Parentheses leave no node. Trees do not share anything but the names table:
 * `tree.name(node)` is a `NameId`, equal for equal names of one table (`parseModule(bytes, names)`), so compare ids, and
 * make them with `names.idOf('boto3')` before the loop. Offsets are bytes of `tree.source`; `tree.lineColumn(offset)` is
 * what editors show. Code with errors gives a tree too: `tree.errors` says where, an `Error` node holds what is left of a
 * statement (expressions and Blocks, so that calls in it are found), and the statements around it are whole; a definition
 * with a broken header stays one, with the rest of the header as an Error in front of its statements.
 * `tree.features`, `tree.requiredVersion` and `tree.refusedFrom` say which Pythons read the syntax. A definition starts at
 * `async`, `def` or `class`, as in CPython: its decorators are children that stand before its start.
 */

export * from './access/assignments.ts';
export * from './access/calls.ts';
export * from './access/definitions.ts';
export * from './access/expressions.ts';
export * from './access/imports.ts';
export * from './access/literals.ts';
export * from './access/statements.ts';
export { type LineColumn, LineIndex } from './line-index.ts';
export { type NameId, Names, processNames } from './names.ts';
export { Kind, NONE, type Node, ParameterKind, TypeParameterKind } from './node-kinds.ts';
export { Operator } from './operators.ts';
export { parseModule } from './parser/parser.ts';
export type { SyntaxFault } from './tokens/token-buffer.ts';
export { StringFlag } from './tokens/token-kinds.ts';
export { Tree } from './tree.ts';
export {
  compareVersions,
  type Feature,
  type FeatureId,
  type FeatureUse,
  features,
  type PythonVersion,
} from './versions.ts';
export { children, type Visit, walk } from './walk.ts';
