import type { Expression, ForExpression, Span } from '../../syntax/bicep/index.ts';
import type { Lines } from '../../syntax/lines.ts';

// What Bicep and ARM templates have in common. Both are turned into this, with Bicep's nodes for the expressions of both.

/** One template: its declarations by name, nothing evaluated. */
export interface Program {
  readonly file: string;
  readonly language: 'bicep' | 'arm';
  readonly text: string;
  readonly lines: Lines;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly variables: ReadonlyMap<string, Expression>;
  /** User-defined functions; ARM's with their namespace (`contoso.uniqueName`). */
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly declarations: readonly Declaration[];
  readonly outputs: ReadonlyMap<string, Expression>;
  readonly imports: readonly ImportDeclaration[];
  /** What could not be read, by offset. */
  readonly faults: readonly (Span & { readonly message: string })[];
}

export interface ParameterDeclaration extends Span {
  readonly fallback: Expression | null;
  /** The type allows null: without a value it is nothing. */
  readonly nullable: boolean;
}

export interface FunctionDeclaration {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** Names taken from another file; `name` is null where the whole file goes by the alias. */
export interface ImportDeclaration {
  readonly path: string;
  readonly names: readonly { readonly name: string | null; readonly alias: string }[];
}

/** A resource or a module, maybe in a loop. */
export interface Declaration extends Span {
  /** The symbol; ARM's resources that have none go by their name as it is written. */
  readonly label: string;
  readonly labelSpan: Span;
  /** The full type without its version; null for a module. */
  readonly type: string | null;
  readonly module: ModuleSource | null;
  readonly existing: boolean;
  readonly body: Expression;
  readonly loop: Pick<ForExpression, 'item' | 'index' | 'collection'> | null;
  readonly condition: Expression | null;
  /** The declaration that this one is nested in, by label; its name is then the last part only. */
  readonly parent: string | null;
}

/** Where a module's template is: the path as written, an expression that gives it, or the template itself. */
export type ModuleSource =
  | { readonly kind: 'path'; readonly path: string; readonly version: string | null }
  | { readonly kind: 'link'; readonly link: Expression; readonly parameters: Expression | null }
  | {
      readonly kind: 'inline';
      readonly program: Program;
      readonly outer: boolean;
      readonly parameters: Expression | null;
    };
