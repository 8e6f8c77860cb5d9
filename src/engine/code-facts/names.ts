// https://docs.python.org/3/reference/executionmodel.html#naming-and-binding, as far as one file tells it
import {
  aliasName,
  aliasTarget,
  assignedValue,
  callee,
  definitionName,
  dottedText,
  firstAlias,
  firstTarget,
  handlerName,
  importedModule,
  importLevel,
  itemContext,
  itemTarget,
  Kind,
  leftOperand,
  NONE,
  type Node,
  numberValue,
  objectOf,
  parameterName,
  stringValue,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';

/** What a name is bound to: an import, a value, or something else (several values, a parameter, a loop's item). */
type Binding =
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'value'; readonly node: Node }
  | { readonly kind: 'other' };

const other: Binding = { kind: 'other' };
const deepest = 12;

/** What the names of one file stand for, by the statements that bind them once. */
export class Names {
  private readonly tree: Tree;
  private readonly bindings = new Map<string, Binding>();

  constructor(tree: Tree) {
    this.tree = tree;
    walk(tree, tree.root, (node) => this.collect(node));
  }

  /** An expression by imported names (`boto3.client().put_item`); what is not known begins with `?`. */
  path(node: Node, depth = 0): string {
    const { tree } = this;
    if (depth > deepest) return '?';
    switch (tree.kind(node)) {
      case Kind.Name:
        return this.pathOfName(node, depth);
      case Kind.Attribute:
        return this.pathOfAttribute(node, depth);
      case Kind.Call:
        return `${this.path(callee(tree, node), depth + 1)}()`;
      case Kind.Subscript:
        return `${this.path(objectOf(tree, node), depth + 1)}[]`;
      case Kind.Await:
        return this.path(valueOf(tree, node), depth + 1);
      default:
        return '?';
    }
  }

  /** The value of a literal, or of a name that is bound once to one; undefined for other expressions. */
  literal(node: Node, depth = 0): string | number | boolean | null | undefined {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.String:
        return stringValue(tree, node);
      case Kind.Integer:
      case Kind.Float:
        return numberValue(tree, node);
      case Kind.True:
        return true;
      case Kind.False:
        return false;
      case Kind.NoneLiteral:
        return null;
      case Kind.Name: {
        const bound = this.bindingOf(node);
        return bound?.kind === 'value' && depth < deepest ? this.literal(bound.node, depth + 1) : undefined;
      }
      default:
        return undefined;
    }
  }

  /** How an expression begins, as written: of a sum its first part, of a name that is bound once its value. */
  beginning(node: Node, depth = 0): string {
    const { tree } = this;
    const bound = tree.kind(node) === Kind.Name ? this.bindingOf(node) : undefined;
    if (depth < deepest && bound?.kind === 'value') return this.beginning(bound.node, depth + 1);
    if (depth < deepest && tree.kind(node) === Kind.BinaryOperation)
      return this.beginning(leftOperand(tree, node), depth + 1);
    return tree.text(node).slice(0, 100);
  }

  /** True if an expression names something that the function around it takes or makes, other than a literal. */
  isLocal(node: Node): boolean {
    let found = false;
    walk(this.tree, node, (one) => {
      if (this.tree.kind(one) !== Kind.Name || this.literal(one) !== undefined) return;
      const scope = this.scopeOfName(one);
      if (scope !== undefined && this.tree.kind(scope) === Kind.FunctionDefinition) found = true;
    });
    return found;
  }

  private pathOfName(node: Node, depth: number): string {
    const bound = this.bindingOf(node);
    if (bound === undefined) return this.tree.nameText(node);
    if (bound.kind === 'import') return bound.path;
    return bound.kind === 'value' ? this.path(bound.node, depth + 1) : `?${this.tree.nameText(node)}`;
  }

  private pathOfAttribute(node: Node, depth: number): string {
    const { tree } = this;
    const object = objectOf(tree, node);
    const name = tree.nameText(node);
    if (tree.kind(object) === Kind.Name && isSelf(tree.nameText(object))) {
      const bound = this.bindings.get(keyOf(around(tree, node, Kind.ClassDefinition), `.${name}`));
      if (bound?.kind === 'value') return this.path(bound.node, depth + 1);
    }
    return `${this.path(object, depth + 1)}.${name}`;
  }

  private bindingOf(node: Node): Binding | undefined {
    const scope = this.scopeOfName(node);
    return scope === undefined ? undefined : this.bindings.get(keyOf(scope, this.tree.nameText(node)));
  }

  /** The function, class or module that binds a name where it is used; undefined for a builtin. */
  private scopeOfName(node: Node): Node | undefined {
    const { tree } = this;
    const name = tree.nameText(node);
    let innermost = true;
    for (let scope = scopeAround(tree, node); ; scope = scopeAround(tree, scope)) {
      const counts = innermost || tree.kind(scope) !== Kind.ClassDefinition;
      if (counts && this.bindings.has(keyOf(scope, name))) return scope;
      if (scope === tree.root) return undefined;
      innermost = false;
    }
  }

  private collect(node: Node): void {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.Import:
      case Kind.ImportFrom:
        this.collectImport(node);
        return;
      case Kind.FunctionDefinition:
      case Kind.ClassDefinition:
        this.bind(scopeAround(tree, node), tree.nameText(definitionName(tree, node)), other);
        return;
      case Kind.Parameter:
        this.bind(scopeAround(tree, node), tree.nameText(parameterName(tree, node)), other);
        return;
      case Kind.Assignment:
      case Kind.AnnotatedAssignment:
        this.collectAssignment(node);
        return;
      case Kind.WithItem:
        this.bindTarget(itemTarget(tree, node), itemContext(tree, node));
        return;
      case Kind.NamedExpression:
        this.bindTarget(firstTarget(tree, node), assignedValue(tree, node));
        return;
      case Kind.AugmentedAssignment:
      case Kind.For:
      case Kind.ComprehensionFor:
        this.bindTarget(firstTarget(tree, node), NONE);
        return;
      case Kind.ExceptHandler:
        this.bindTarget(handlerName(tree, node), NONE);
        return;
      case Kind.Global:
      case Kind.Nonlocal:
        for (let name = tree.firstChild(node); name !== NONE; name = tree.nextSibling(name)) {
          this.bind(scopeAround(tree, node), tree.nameText(name), other);
          this.bind(tree.root, tree.nameText(name), other);
        }
    }
  }

  private collectAssignment(node: Node): void {
    const { tree } = this;
    const value = assignedValue(tree, node);
    for (let target = firstTarget(tree, node); target !== NONE && target !== value; target = tree.nextSibling(target)) {
      this.bindTarget(target, value);
      if (tree.kind(node) === Kind.AnnotatedAssignment) return;
    }
  }

  private bindTarget(target: Node, value: Node): void {
    const { tree } = this;
    const bound: Binding = value === NONE ? other : { kind: 'value', node: value };
    switch (tree.kind(target)) {
      case Kind.Name:
        this.bind(scopeAround(tree, target), tree.nameText(target), bound);
        return;
      case Kind.Attribute: {
        const object = objectOf(tree, target);
        if (tree.kind(object) !== Kind.Name || !isSelf(tree.nameText(object))) return;
        this.bind(around(tree, target, Kind.ClassDefinition), `.${tree.nameText(target)}`, bound);
        return;
      }
      case Kind.Tuple:
      case Kind.List:
      case Kind.Starred:
        for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part))
          this.bindTarget(part, NONE);
    }
  }

  private collectImport(statement: Node): void {
    const { tree } = this;
    const from = tree.kind(statement) === Kind.ImportFrom;
    const module = from ? importedModule(tree, statement) : NONE;
    const base = module === NONE ? '' : `${dottedText(tree, module)}.`;
    const dots = from && importLevel(tree, statement) > 0 ? '?.' : '';
    for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
      const target = dottedText(tree, aliasTarget(tree, alias));
      const renamed = aliasName(tree, alias);
      const first = target.split('.', 1)[0] ?? target;
      const name = renamed !== NONE ? tree.nameText(renamed) : from ? target : first;
      const path = from ? `${dots}${base}${target}` : renamed !== NONE ? target : first;
      this.bind(scopeAround(tree, statement), name, { kind: 'import', path });
    }
  }

  private bind(scope: Node, name: string, binding: Binding): void {
    const key = keyOf(scope, name);
    const before = this.bindings.get(key);
    const same = before?.kind === 'import' && binding.kind === 'import' && before.path === binding.path;
    this.bindings.set(key, before === undefined || same ? binding : other);
  }
}

function keyOf(scope: Node, name: string): string {
  return `${scope} ${name}`;
}

function isSelf(name: string): boolean {
  return name === 'self' || name === 'cls';
}

/** The nearest definition of a kind around a node, or the module. */
function around(tree: Tree, node: Node, kind: Kind): Node {
  let parent = tree.parent(node);
  while (parent !== NONE && parent !== tree.root && tree.kind(parent) !== kind) parent = tree.parent(parent);
  return parent === NONE ? tree.root : parent;
}

/** The function, class or module in which a node stands; of a definition the one around it. */
export function scopeAround(tree: Tree, node: Node): Node {
  let parent = tree.parent(node);
  while (parent !== NONE && parent !== tree.root) {
    const kind = tree.kind(parent);
    if (kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition || kind === Kind.Lambda) return parent;
    parent = tree.parent(parent);
  }
  return tree.root;
}
