import type { TagRule } from '../steps/tag-policy.ts';
import type { DataNode } from '../syntax/data-tree.ts';
import { keyOf } from '../syntax/navigate.ts';
import type { PolicyNodes } from './tag-policy-nodes.ts';

/** The rules of `tag-policy.toml`: `[tags.CostCenter]` with `required`, `values` and `resources`. */
export function ownRules(root: DataNode | undefined, nodes: PolicyNodes): TagRule[] {
  for (const entry of nodes.entries(root)) {
    if (keyOf(entry) !== 'tags') throw nodes.problem(entry.key, 'write [tags.NAME]: nothing else is known here.');
  }
  const tags = nodes.entries(root).flatMap((entry) => nodes.entries(entry.value));
  if (tags.length === 0) throw nodes.problem({ start: 0 }, 'it names no tag: write [tags.NAME], or delete the file.');
  return tags.map(({ key, value }) => {
    const name = nodes.text(key);
    const { required, values, resources } = nodes.fields(value, ['required', 'values', 'resources']);
    return {
      name,
      required: required === undefined || nodes.flag(required),
      values: values === undefined ? null : nodes.texts(values),
      resources: resources === undefined ? null : nodes.texts(resources),
      place: nodes.placeOf(key),
    };
  });
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/policy-operators.html */
const controls = '@@operators_allowed_for_child_policies';
const setters = ['@@assign', '@@append', '@@remove'];
const fieldsOfTag = ['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for', controls];

/**
 * The rules of a tag policy of AWS, which says how names are written and which values are allowed; it makes no tag required.
 */
export function awsRules(root: DataNode | undefined, nodes: PolicyNodes): TagRule[] {
  const absent = 'this is no tag policy of AWS: it has no "tags". Or write tag-policy.toml.';
  const [first] = root === undefined ? [] : nodes.entries(root, absent).filter((entry) => keyOf(entry) === 'tags');
  if (root === undefined || first === undefined) throw nodes.problem(root ?? { start: 0 }, absent);
  nodes.fields(root, ['tags']);
  const tags = nodes.entries(first.value, 'tags is an object.').filter((entry) => keyOf(entry) !== controls);
  if (tags.length === 0) throw nodes.problem(first.value, 'it names no tag: write one, or delete the file.');
  return tags.map(({ key, value }) => {
    const policyKey = nodes.text(key);
    const { tag_key: written, tag_value: allowed, ...others } = nodes.fields(value, fieldsOfTag, 'a tag is an object.');
    for (const [name, node] of Object.entries(others)) if (name !== controls) assigned(name, node, nodes);
    const name = written && assigned('tag_key', written, nodes)['@@assign'];
    return {
      name: name === undefined ? policyKey.toLowerCase() : nodes.text(name),
      required: false,
      values: allowed === undefined ? null : valuesOf(assigned('tag_value', allowed, nodes), nodes),
      resources: null,
      place: nodes.placeOf(key),
    };
  });
}

/** What the operators of a field give: `{ "@@assign": … }`. A field without them is refused by AWS too. */
function assigned(name: string, node: DataNode, nodes: PolicyNodes): Readonly<Record<string, DataNode>> {
  return nodes.fields(node, [...setters, controls], `${name} is an object: write { "@@assign": … }.`);
}

/** Null where nothing is said of the values that are allowed. */
function valuesOf(fields: Readonly<Record<string, DataNode>>, nodes: PolicyNodes): string[] | null {
  const given = ['@@assign', '@@append'].flatMap((operator) => fields[operator] ?? []);
  return given.length === 0 ? null : given.flatMap((node) => nodes.texts(node));
}
