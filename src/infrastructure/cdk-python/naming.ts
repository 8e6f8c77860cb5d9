import { firstTarget, Kind, NONE, type Node } from '../../syntax/python/index.ts';
import type { Construct } from './constructs.ts';
import { placeOf, type Site } from './site.ts';

/**
 * The names of constructs in their files: the variable or attribute that holds each, without `self.`, else its id in its
 * scope. Where one variable holds several the id stands behind it in brackets, where that is not enough the number.
 */
export function namesOf(constructs: readonly Construct[]): Map<Construct, string> {
  const names = new Map<Construct, string>();
  for (const inFile of Map.groupBy(constructs, ({ made }) => placeOf(made).file).values()) {
    for (const [name, same] of Map.groupBy(inFile, nameOf)) {
      for (const construct of same) {
        const isOnly = same.length === 1 || construct.id === null || construct.id === name;
        names.set(construct, isOnly ? name : `${name}[${construct.id}]`);
      }
    }
    number(inFile, names);
  }
  return names;
}

/** Later ones of the same name get a number. */
function number(constructs: readonly Construct[], names: Map<Construct, string>): void {
  const seen = new Map<string, number>();
  for (const construct of constructs) {
    const name = names.get(construct) ?? '';
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count > 1) names.set(construct, `${name}#${count}`);
  }
}

function nameOf({ made, id, path }: Construct): string {
  return variableOf(made) ?? id ?? path.slice(path.lastIndexOf('.') + 1);
}

/** The variable or attribute to which an expression is assigned, as written, without `self.`; undefined if there is none. */
function variableOf(site: Site): string | undefined {
  const target = targetOf(site);
  if (target === NONE) return undefined;
  const { tree } = site.context;
  const kind = tree.kind(target);
  if (kind === Kind.Subscript) return variableText(site, tree.firstChild(target));
  return kind === Kind.Name || kind === Kind.Attribute ? variableText(site, target) : undefined;
}

function variableText({ context: { tree } }: Site, node: Node): string {
  return tree.text(node).replace(/^(?:self|cls)\s*\.\s*/, '');
}

/** What an expression is assigned to; `NONE` where it is part of something else. */
export function targetOf({ context: { tree }, node }: Site): Node {
  let value = node;
  let parent = tree.parent(value);
  while (tree.kind(parent) === Kind.Conditional) {
    value = parent;
    parent = tree.parent(value);
  }
  const kind = tree.kind(parent);
  const assigns = kind === Kind.Assignment || kind === Kind.AnnotatedAssignment || kind === Kind.NamedExpression;
  return assigns && firstTarget(tree, parent) !== value ? firstTarget(tree, parent) : NONE;
}
