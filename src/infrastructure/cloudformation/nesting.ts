// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { asMapping, asScalar, at, keyOf, textOf } from '../../syntax/navigate.ts';
import type { Value } from '../model/value.ts';
import { type Bounds, Evaluator, type Source } from './evaluate.ts';
import type { Declarations, NoteReference, Surroundings } from './evaluation.ts';
import { implicitApisOf } from './implicit-apis.ts';
import { type Declared, declaredIn } from './loops.ts';
import { rekeyed } from './rekey.ts';

/** A template, opened: what it declares, and what evaluates it. */
export interface Template {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly resources: readonly Declared[];
  readonly faults: { node: DataNode; message: string }[];
  /** The resources of other templates that deploy this one as a part of theirs. */
  readonly parents: { readonly template: Template; readonly resource: Declared }[];
}

/** What nests a template, and the property that says where it lies. */
const locations: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

type Include = (folder: string, path: string) => { readonly file: string; readonly tree: DataTree } | undefined;

/**
 * Opens templates so that those which nest others in the tree give them parameters and see their outputs. `noted` is told
 * of each reference when it is evaluated.
 */
export function openTemplates(sources: readonly Source[], include: Include, noted?: NoteReference): Template[] {
  const nesting = { depth: 0 };
  const byFile = new Map<string, Template>();
  for (const source of sources) byFile.set(source.file, open(source, { nesting, turns: 0, included: new Set() }));
  for (const template of byFile.values()) {
    for (const resource of template.resources) nested(template, resource)?.parents.push({ template, resource });
  }
  return [...byFile.values()];

  function nested({ source }: Template, { entry }: Declared): Template | undefined {
    const property = locations[textOf(at(entry.value, 'Type')) ?? ''];
    const location = property === undefined ? undefined : textOf(at(entry.value, 'Properties', property));
    const path = location === undefined ? undefined : joinPath(folderOf(source.file), location);
    return path === undefined ? undefined : byFile.get(path);
  }

  function open(source: Source, bounds: Bounds): Template {
    const root = source.tree.documents[0];
    const resources = new Map<string, DataNode>();
    const declarations: Declarations = {
      parameters: nodesByName(at(root, 'Parameters')),
      mappings: nodesByName(at(root, 'Mappings')),
      conditions: nodesByName(at(root, 'Conditions')),
      resources,
    };
    const parents: Template['parents'] = [];
    const surroundings: Surroundings = {
      given: (name) => given(parents, name, source.file),
      output: (resource, name) => output(template, resource, name),
      include: (path) => include(folderOf(source.file), path),
      noted,
    };
    const evaluator = new Evaluator(source, declarations, surroundings, bounds);
    const faults: Template['faults'] = [];
    const fault = (node: DataNode, message: string): number => faults.push({ node, message });
    const written = declaredIn(evaluator, at(root, 'Resources'), ['Resources'], fault);
    const made = implicitApisOf(written, evaluator);
    for (const { name, entry } of [...made, ...written]) resources.set(name, entry.value);
    const template: Template = { source, evaluator, resources: [...written, ...made], faults, parents };
    return template;
  }

  function output(template: Template, id: string, name: string): Value | undefined {
    const resource = template.resources.find((other) => other.name === id);
    const child = resource === undefined ? undefined : nested(template, resource);
    const root = child?.source.tree.documents[0];
    const node = at(root, 'Outputs', name, 'Value');
    if (child === undefined || node === undefined) return undefined;
    return rekeyed(child.evaluator.value(node), child.source.file, template.source.file);
  }
}

/** What the templates that nest one give a parameter: one value, or a choice where several nest it. */
function given(parents: Template['parents'], name: string, file: string): Value | undefined {
  const values = parents.flatMap(({ template, resource }) => {
    const node = at(resource.entry.value, 'Properties', 'Parameters', name);
    return node === undefined ? [] : [rekeyed(resource.evaluator.value(node), template.source.file, file)];
  });
  const [only] = values;
  if (only === undefined || values.length === 1) return only;
  return { kind: 'choice', options: values, place: only.place };
}

function nodesByName(node: DataNode | undefined): Map<string, DataNode> {
  const entries = asMapping(node)?.entries ?? [];
  return new Map(entries.flatMap((entry) => (asScalar(entry.key) ? [[keyOf(entry) ?? '', entry.value]] : [])));
}
