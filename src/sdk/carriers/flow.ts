import { functionReturns, Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';

/** Where the value of an expression goes, in the statement in which it stands. */
export type Flow =
  /** It is the value of the node around it, or a part of that value. */
  | { readonly to: 'around'; readonly node: Node }
  /** An Attribute of it is read. */
  | { readonly to: 'attribute'; readonly node: Node }
  /** It is called, by the Call around it. */
  | { readonly to: 'result'; readonly node: Node }
  /** The Call around it is given it, under that name or (NONE) by its place. */
  | { readonly to: 'argument'; readonly node: Node; readonly keyword: Node }
  /** It is bound to targets: these and their siblings up to `end`. */
  | { readonly to: 'targets'; readonly first: Node; readonly end: Node }
  /** It becomes a parameter, as default or annotation. */
  | { readonly to: 'parameter'; readonly node: Node }
  /** The function around it gives it back. */
  | { readonly to: 'return'; readonly from: Node }
  /** A class is made from it. */
  | { readonly to: 'class'; readonly node: Node }
  | { readonly to: 'nowhere' };

const nowhere: Flow = { to: 'nowhere' };

/** Where the value of an expression goes. An annotation counts as a value, since it says what the target will hold. */
export function flowOf(tree: Tree, node: Node): Flow {
  const around = tree.parent(node);
  const first = tree.firstChild(around);
  switch (tree.kind(around)) {
    case Kind.Attribute:
      return { to: 'attribute', node: around };
    case Kind.Call:
      return first === node ? { to: 'result', node: around } : { to: 'argument', node: around, keyword: NONE };
    case Kind.KeywordArgument:
      return ofKeyword(tree, around);
    case Kind.Subscript:
    case Kind.Starred:
    case Kind.DoubleStarred:
    case Kind.Await:
    case Kind.Lambda:
    case Kind.BinaryOperation:
    case Kind.BooleanOperation:
    case Kind.Tuple:
    case Kind.List:
    case Kind.Set:
    case Kind.Dict:
      return { to: 'around', node: around };
    case Kind.ListComprehension:
    case Kind.SetComprehension:
    case Kind.DictComprehension:
    case Kind.GeneratorExpression:
      return first === node ? { to: 'around', node: around } : nowhere;
    case Kind.KeyValue:
      return first === node ? nowhere : { to: 'around', node: around };
    case Kind.Conditional:
      return tree.nextSibling(first) === node ? nowhere : { to: 'around', node: around };
    case Kind.Return:
    case Kind.Yield:
    case Kind.YieldFrom:
      return { to: 'return', from: around };
    case Kind.FunctionDefinition:
      return functionReturns(tree, around) === node ? { to: 'return', from: node } : nowhere;
    case Kind.Arguments:
      return { to: 'class', node: tree.parent(around) };
    default:
      return bound(tree, around, node);
  }
}

function ofKeyword(tree: Tree, keyword: Node): Flow {
  const call = tree.parent(keyword);
  return tree.kind(call) === Kind.Call ? { to: 'argument', node: call, keyword } : nowhere;
}

/** Statements and clauses that bind names. */
function bound(tree: Tree, around: Node, node: Node): Flow {
  const first = tree.firstChild(around);
  const second = tree.nextSibling(first);
  switch (tree.kind(around)) {
    case Kind.Assignment:
      return tree.nextSibling(node) === NONE ? { to: 'targets', first, end: node } : nowhere;
    case Kind.AugmentedAssignment:
    case Kind.AnnotatedAssignment:
    case Kind.NamedExpression:
      return first === node ? nowhere : { to: 'targets', first, end: second };
    case Kind.For:
    case Kind.ComprehensionFor:
      return second === node ? { to: 'targets', first, end: second } : nowhere;
    case Kind.WithItem:
      return first === node && second !== NONE ? { to: 'targets', first: second, end: NONE } : nowhere;
    case Kind.Parameter:
      return first === node ? nowhere : { to: 'parameter', node: around };
    default:
      return nowhere;
  }
}
