import { addTo } from '../../evidence/add-to.ts';
import {
  aliasName,
  aliasTarget,
  callee,
  definitionName,
  dottedText,
  firstAlias,
  firstArgument,
  Kind,
  NONE,
  type Node,
  stringValue,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';

/** Where a file mentions names: names, attributes, and texts that are nothing but a name. */
export interface Mentions {
  readonly nodes: ReadonlyMap<string, readonly Node[]>;
  /** Names that an import gives another name. */
  readonly renamed: ReadonlySet<string>;
  /** The modules in which members are looked up by names that are put together; an empty name for anything else. */
  readonly lookups: ReadonlySet<string>;
}

/** Reads where a tree mentions names. */
export function readMentions(tree: Tree): Mentions {
  const nodes = new Map<string, Node[]>();
  const renamed = new Set<string>();
  const modules = new Set<string>();
  const lookedIn: Node[] = [];
  walk(tree, tree.root, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Import || kind === Kind.ImportFrom) {
      for (let one = firstAlias(tree, node); one !== NONE; one = tree.nextSibling(one)) {
        const target = dottedText(tree, aliasTarget(tree, one));
        if (aliasName(tree, one) !== NONE) renamed.add(target.split('.').at(-1) ?? '');
        else if (kind === Kind.Import) modules.add(target.split('.', 1)[0] ?? target);
      }
      return false;
    }
    if (kind === Kind.Call && isOpenLookup(tree, node)) lookedIn.push(firstArgument(tree, node));
    const name =
      kind === Kind.Name || kind === Kind.Attribute
        ? tree.nameText(node)
        : kind === Kind.String
          ? stringValue(tree, node)
          : undefined;
    if (name !== undefined && /^\w+$/.test(name) && !isDefined(tree, node)) addTo(nodes, name, node);
    return undefined;
  });
  const lookups = new Set(
    lookedIn.map((object) => {
      const name = tree.kind(object) === Kind.Name ? tree.nameText(object) : '';
      return modules.has(name) ? name : '';
    }),
  );
  return { nodes, renamed, lookups };
}

/** `getattr` with a name that is no literal, unless it is only asked whether there is something. */
function isOpenLookup(tree: Tree, call: Node): boolean {
  if (tree.kind(tree.parent(call)) === Kind.UnaryOperation) return false;
  const called = callee(tree, call);
  if (tree.kind(called) !== Kind.Name || tree.nameText(called) !== 'getattr') return false;
  const object = firstArgument(tree, call);
  return object !== NONE && tree.kind(tree.nextSibling(object)) !== Kind.String;
}

function isDefined(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  return (kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition) && definitionName(tree, parent) === node;
}
