// https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
import type { Expression } from '../../syntax/bicep/index.ts';
import type { DataNode, DataTree, Entry } from '../../syntax/data-tree.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { asMapping, asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import type {
  Declaration,
  FunctionDeclaration,
  ModuleSource,
  ParameterDeclaration,
  Program,
} from '../azure/program.ts';
import { expressionOf, loopOf } from './node.ts';

const deployments = 'Microsoft.Resources/deployments';
const deepestNesting = 10;

/** Reads an ARM template (JSON with comments) into what it declares; undefined where the text is no template. */
export function programOfTemplate(file: string, text: string): Program | undefined {
  const tree = parseJson(text, { jsonc: true });
  const root = tree.documents[0];
  return isTemplate(root) ? programOf(file, tree, root) : undefined;
}

/** True for what has a schema of templates, or at least resources with types of Azure. */
function isTemplate(root: DataNode | undefined): root is DataNode {
  const schema = textOf(at(root, '$schema')) ?? '';
  if (/deploymentTemplate\.json/i.test(schema)) return true;
  const first = asSequence(at(root, 'resources'))?.items[0];
  return /^Microsoft\.[\w.]+\//i.test(textOf(at(first, 'type')) ?? '') && at(first, 'apiVersion') !== undefined;
}

function programOf(file: string, tree: DataTree, root: DataNode): Program {
  const { text, lines } = tree;
  const variables = expressionOf(
    at(root, 'variables') ?? { kind: 'mapping', entries: [], flow: true, start: 0, end: 0, tag: null },
    text,
  );
  return {
    file,
    language: 'arm',
    text,
    lines,
    parameters: new Map(
      entriesIn(at(root, 'parameters')).map((entry) => [keyOf(entry) ?? '', parameterOf(entry, text)]),
    ),
    variables: new Map(
      variables.kind === 'object' ? variables.entries.map(({ name, value }) => [name ?? '', value]) : [],
    ),
    functions: functionsOf(root, text),
    declarations: labelled(declarationsOf(at(root, 'resources'), file, tree, null, 0)),
    outputs: new Map(
      entriesIn(at(root, 'outputs')).flatMap((entry): [string, Expression][] => {
        const value = at(entry.value, 'value');
        return value === undefined ? [] : [[keyOf(entry) ?? '', expressionOf(value, text)]];
      }),
    ),
    imports: [],
    faults: tree.faults.filter((fault) => fault.code === undefined),
  };
}

function entriesIn(node: DataNode | undefined): readonly Entry[] {
  return asMapping(node)?.entries ?? [];
}

function parameterOf({ key, value }: Entry, text: string): ParameterDeclaration {
  const fallback = at(value, 'defaultValue');
  return {
    start: key.start,
    end: value.end,
    fallback: fallback === undefined ? null : expressionOf(fallback, text),
    nullable: textOf(at(value, 'nullable')) === 'true',
  };
}

function functionsOf(root: DataNode, text: string): Map<string, FunctionDeclaration> {
  const found = new Map<string, FunctionDeclaration>();
  for (const group of asSequence(at(root, 'functions'))?.items ?? []) {
    for (const entry of entriesIn(at(group, 'members'))) {
      const body = at(entry.value, 'output', 'value');
      if (body === undefined) continue;
      const parameters = (asSequence(at(entry.value, 'parameters'))?.items ?? []).flatMap(
        (one) => textOf(at(one, 'name')) ?? [],
      );
      found.set(`${textOf(at(group, 'namespace')) ?? ''}.${keyOf(entry) ?? ''}`, {
        parameters,
        body: expressionOf(body, text),
      });
    }
  }
  return found;
}

/** Resources in a list, or by symbolic names (language version 2.0), with those nested in them. */
function declarationsOf(
  node: DataNode | undefined,
  file: string,
  tree: DataTree,
  parent: Declaration | null,
  depth: number,
): Declaration[] {
  if (depth > deepestNesting) return [];
  const listed = (asSequence(node)?.items ?? []).map((value) => ({
    value,
    key: at(value, 'name') ?? value,
    symbol: undefined,
  }));
  const named = entriesIn(node).map((entry) => ({ value: entry.value, key: entry.key, symbol: keyOf(entry) }));
  return [...listed, ...named].flatMap(({ value, key, symbol }) => {
    const type = textOf(at(value, 'type'));
    if (type === undefined) return [];
    const label = symbol ?? labelOf(textOf(at(value, 'name')) ?? type);
    const condition = at(value, 'condition');
    const own: Declaration = {
      start: value.start,
      end: value.end,
      label: parent === null ? label : `${parent.label}::${label}`,
      labelSpan: { start: key.start, end: key.end },
      type: parent === null || type.split('/', 1)[0]?.includes('.') === true ? type : `${parent.type}/${type}`,
      module: type === deployments ? moduleOf(value, file, tree) : null,
      existing: textOf(at(value, 'existing')) === 'true',
      body: expressionOf(value, tree.text),
      loop: loopOf(at(value, 'copy'), tree.text) ?? null,
      condition: condition === undefined ? null : expressionOf(condition, tree.text),
      parent: parent?.label ?? null,
    };
    return [own, ...declarationsOf(at(value, 'resources'), file, tree, own, depth + 1)];
  });
}

/** A name as it is written, without what only looks it up: `[variables('app')]` is `app`. */
function labelOf(name: string): string {
  const inner = /^\[(.*)\]$/s.exec(name)?.[1] ?? name;
  return /^(?:parameters|variables)\('([^']+)'\)$/.exec(inner)?.[1] ?? inner;
}

/** Where two have one label, each stands behind its type; where that is the same too, with its number. */
function labelled(declarations: readonly Declaration[]): Declaration[] {
  const counts = new Map<string, number>();
  for (const { label } of declarations) counts.set(label, (counts.get(label) ?? 0) + 1);
  const seen = new Map<string, number>();
  return declarations.map((declaration) => {
    if (counts.get(declaration.label) === 1) return declaration;
    const label = `${declaration.type}.${declaration.label}`;
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return {
      ...declaration,
      label: times === 1 ? label : `${label}~${times}`,
      parent: counts.get(declaration.parent ?? '') === 1 ? declaration.parent : null,
    };
  });
}

/** A nested deployment's template: written there, or in another file. */
function moduleOf(value: DataNode, file: string, tree: DataTree): ModuleSource | null {
  const properties = at(value, 'properties');
  const given = at(properties, 'parameters');
  const parameters = given === undefined ? null : expressionOf(given, tree.text);
  const template = at(properties, 'template');
  if (template !== undefined) {
    const outer = textOf(at(properties, 'expressionEvaluationOptions', 'scope'))?.toLowerCase() !== 'inner';
    return { kind: 'inline', program: programOf(file, { ...tree, faults: [] }, template), outer, parameters };
  }
  const link = at(properties, 'templateLink', 'relativePath') ?? at(properties, 'templateLink', 'uri');
  return link === undefined ? null : { kind: 'link', link: expressionOf(link, tree.text), parameters };
}
