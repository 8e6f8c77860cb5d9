// Statements in any layout, narrowed to anything: what is read again is what was wanted, and the rest stays.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WantedStatement } from '../steps/judgement.ts';
import type { DataNode } from '../syntax/data-tree.ts';
import { applyEdits } from '../syntax/edit.ts';
import { jsonEdits, parseJson } from '../syntax/json/index.ts';
import { asMapping, asSequence, at } from '../syntax/navigate.ts';
import { parseYaml, yamlEdits } from '../syntax/yaml/index.ts';
import { narrowStatement } from './narrow-statement.ts';
import { resourceText } from './statements/resource-text.ts';

const actions = ['s3:GetObject', 's3:*', 'sqs:SendMessage', 'dynamodb:Query', '*'];
const resources = ['*', '${Table.Arn}', '${Table.Arn}/index/*', 'arn:${AWS::Partition}:s3:::b/*', 'arn:aws:s3:::c'];
const some = (from: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1 });
const wanted: fc.Arbitrary<WantedStatement[]> = fc.array(
  fc.record({ actions: some(actions), resources: some(resources) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** How a resource is written in a template, in one of several ways. */
function written(resource: string, way: number): string {
  if (!resource.includes('${')) return [`'${resource}'`, `"${resource}"`][way % 2] ?? '';
  const [, id] = /^\$\{(\w+\.\w+)\}$/.exec(resource) ?? [];
  return id === undefined ? `!Sub "${resource}"` : way % 2 === 0 ? `!GetAtt ${id}` : `!Sub '${resource}'`;
}

function yamlOf(first: WantedStatement, way: number): string {
  const list = (items: readonly string[], indent: string): string => {
    if (items.length === 1 && way % 3 === 0) return ` ${items[0]} # one`;
    if (way % 3 === 1) return ` [${items.join(', ')}] # flow`;
    return `\n${items.map((item, index) => `${indent}- ${item} # ${index}`).join('\n')}`;
  };
  const allowed = list(
    first.actions.map((action) => `'${action}'`),
    '        ',
  );
  const on = list(
    first.resources.map((resource) => written(resource, way)),
    '        ',
  );
  return `# head
Statement: # list
    - Effect: Deny
      Action: '*'
      Resource: '*'
    # ours
    - Sid: Ours # name
      Effect: Allow
      Action:${allowed}
      Resource:${on}

    # theirs
    - Effect: Deny
      Action: a:b
      Resource: '*'
`;
}

const start = (node: DataNode | undefined): { start: number; end: number } => node ?? { start: -1, end: -1 };
const textsOf = (node: DataNode | undefined): (string | undefined)[] =>
  (asSequence(node)?.items ?? (node === undefined ? [] : [node])).map(resourceText).sort();

/** What the statements of a tree say, from one on. */
const sayings = (root: DataNode | undefined, from: number, to: number): unknown[] =>
  (asSequence(at(root, 'Statement'))?.items ?? [])
    .slice(from, to)
    .map((item) => [textsOf(at(item, 'Action')), textsOf(at(item, 'Resource'))]);
const inOrder = (all: readonly unknown[]): string[] => all.map((one) => JSON.stringify(one)).sort();
const meant = (all: readonly WantedStatement[]): unknown[] =>
  all.map((one) => [[...one.actions].sort(), [...one.resources].sort()]);

test('YAML', () => {
  const first = fc.record({ actions: some(actions), resources: some(resources) });
  fc.assert(
    fc.property(first, wanted, fc.nat(11), fc.boolean(), (now, to, way, windows) => {
      const text = windows ? yamlOf(now, way).replaceAll('\n', '\r\n') : yamlOf(now, way);
      const tree = parseYaml(text);
      const node = at(tree.documents[0], 'Statement', 1);
      const edits = narrowStatement({ tree, edits: yamlEdits }, start(node), to);
      const after = applyEdits(text, edits ?? [{ start: 0, end: text.length, text: '' }]);
      const [root] = parseYaml(after).documents;
      expect(inOrder(sayings(root, 1, 1 + to.length))).toEqual(inOrder(meant(to)));
      expect(sayings(root, 1 + to.length, 9)).toEqual([[['a:b'], ['*']]]);
      expect(after.startsWith(text.slice(0, text.indexOf('Action:', text.indexOf('Allow'))))).toBe(true);
      expect(after.endsWith(text.slice(text.indexOf('    # theirs')))).toBe(true);
      expect(windows && after.replaceAll('\r\n', '').includes('\n')).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('JSON', () => {
  const first = fc.record({ actions: some(actions), resources: some(resources) });
  fc.assert(
    fc.property(first, wanted, fc.constantFrom(undefined, 2, '\t'), (now, to, indent) => {
      const statements = [
        { Effect: 'Allow', Action: now.actions, Resource: now.resources.map((one) => ({ 'Fn::Sub': one })) },
        { Effect: 'Deny', Action: 'a:b', Resource: '*' },
      ];
      const text = JSON.stringify({ Statement: statements }, null, indent);
      const tree = parseJson(text);
      const edits = narrowStatement({ tree, edits: jsonEdits }, start(at(tree.documents[0], 'Statement', 0)), to);
      const { documents, faults } = parseJson(applyEdits(text, edits ?? []));
      expect(faults).toEqual([]);
      expect(inOrder(sayings(documents[0], 0, to.length))).toEqual(inOrder(meant(to)));
      expect(sayings(documents[0], to.length, 9)).toEqual([[['a:b'], ['*']]]);
      expect(asMapping(documents[0])?.entries).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});
