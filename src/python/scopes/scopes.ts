// https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
import type { NameId, Node } from '../../syntax/python/index.ts';

/** A block of code with names of its own. Lambdas are functions. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  /** The Module, ClassDefinition, FunctionDefinition, Lambda or comprehension. */
  readonly node: Node;
  readonly parent: Scope | null;
  /**
   * The bindings of each name that lives here, in the order of the text; `global` and `nonlocal` put those of inner
   * functions here too, with their own scope in `from`.
   */
  readonly bindings: ReadonlyMap<NameId, readonly Binding[]>;
  /** `from m import *` statements that stand here. */
  readonly stars: readonly Node[];
}

/** One place that binds a name. */
export interface Binding {
  readonly kind: BindingKind;
  readonly name: NameId;
  /** The scope in which it stands: another than where the name lives for `global` and `nonlocal`. */
  readonly from: Scope;
  /**
   * The statement or clause that binds: Assignment, AnnotatedAssignment, AugmentedAssignment, For, WithItem, Import,
   * ImportFrom, FunctionDefinition, ClassDefinition, Parameter, ExceptHandler, NamedExpression, ComprehensionFor,
   * MatchCase, Delete, TypeAlias, TypeParameter.
   */
  readonly node: Node;
  /** The node that names it: a Name among the targets, an Alias, a Parameter, a capture pattern; else its name. */
  readonly target: Node;
}

export type BindingKind =
  | 'assignment'
  | 'annotated'
  | 'augmented'
  | 'for'
  | 'with'
  | 'import'
  | 'import-from'
  | 'function'
  | 'class'
  | 'parameter'
  | 'exception'
  | 'named'
  | 'comprehension'
  | 'pattern'
  | 'delete'
  | 'type-alias'
  | 'type-parameter';

/** The bindings that can have made a name what it is at some place. */
export interface Reaching {
  /** In the order of the text. A name alone in an annotation (`x: int`) binds nothing and is not among them. */
  readonly bindings: readonly Binding[];
  /** True if there is a way to the place on which none of them is passed. */
  readonly unbound: boolean;
}

/** The scopes of a module, each read when it is first asked for. */
export interface Scopes {
  readonly module: Scope;
  /**
   * The scope in which an expression or statement is evaluated. Decorators, defaults, annotations and bases stand in the
   * scope around their definition, the first iterable of a comprehension in that around the comprehension.
   */
  at(node: Node): Scope;
  /** The scope that a function, class, lambda or comprehension opens. */
  of(node: Node): Scope;
  /** The scope in which a name lives that is used in `scope`; undefined if none binds it: a builtin, or a star import's. */
  find(scope: Scope, name: NameId): Scope | undefined;
  /**
   * The bindings of a name of `scope` that reach a use in the same scope, by the flow of the statements: a later binding
   * on a straight way hides an earlier one, branches and loops join.
   */
  reaching(scope: Scope, name: NameId, use: Node): Reaching;
  /** Those that reach the end of the scope, which code that runs later sees (functions, other modules). */
  atEnd(scope: Scope, name: NameId): Reaching;
}
