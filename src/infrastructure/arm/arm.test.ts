import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { shown } from '../testing/shown.ts';
import { read } from './index.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function template(rest: object): string {
  return JSON.stringify({ $schema: schema, ...rest }, null, 1);
}

async function stacksOf(files: Record<string, string>) {
  return read({ repository: memoryRepository(files), kindOf: () => null });
}

async function resourcesOf(rest: object, files: Record<string, string> = {}) {
  const { stacks } = await stacksOf({ 'main.json': template(rest), ...files });
  expect(stacks.map(({ file }) => file)).toEqual(['main.json']);
  return stacks[0]!.resources;
}

const storage = { type: 'Microsoft.Storage/storageAccounts', apiVersion: '2022-09-01', name: "[variables('account')]" };

describe('expressions', () => {
  it.each([
    ["[concat('a', 'b')]", 'ab'],
    ['[[not one]', '[not one]'],
    ["[parameters('P')]", { P: 'given' }],
    ["[variables('list')[1].name]", 'two'],
    ["[if(equals(variables('n'), 2), 'yes', 'no')]", 'yes'],
    ["[concat('it''s ', string(add(1, 2)))]", "it's 3"],
    ["[resourceId('Microsoft.Storage/storageAccounts', variables('account'))]", '&account.id'],
    [
      "[reference(resourceId('Microsoft.Storage/storageAccounts', variables('account'))).primaryEndpoints.blob]",
      '&account.properties.primaryEndpoints.blob',
    ],
    ["[reference(variables('account')).x]", '&account.properties.x'],
    [
      "[listKeys(resourceId('Microsoft.Storage/storageAccounts', variables('account')), '2022').keys[0].value]",
      '&account.listKeys().keys[0].value',
    ],
    ["[contoso.join('a', 'b')]", 'a-b'],
    ["[uniqueString('x')]", '?uniqueString(x)'],
    ["[concat('a',]", '?what cannot be read'],
    ["[parameters('nobody')]", '?nobody, which is not declared'],
    [`[${'concat('.repeat(500)}'a'${')'.repeat(500)}]`, '?what cannot be read'],
  ])('%s', async (text, expected) => {
    const resources = await resourcesOf({
      parameters: { p: { type: 'string', defaultValue: 'given' } },
      variables: { account: "[concat('st', uniqueString('x'))]", list: [{ name: 'one' }, { name: 'two' }], n: 2 },
      functions: [
        {
          namespace: 'contoso',
          members: {
            join: {
              parameters: [{ name: 'a' }, { name: 'b' }],
              output: { type: 'string', value: "[concat(parameters('a'), '-', parameters('b'))]" },
            },
          },
        },
      ],
      resources: [storage, { type: 'A.B/c', apiVersion: '1', name: 'r', x: text }],
    });
    expect(shown(resources.get('r')!.properties.entries.get('x')!.value)).toEqual(expected);
  });

  it('stand where they are written', async () => {
    const resources = await resourcesOf({
      variables: { v: 'x' },
      resources: [{ type: 'A.B/c', name: 'r', x: "[uniqueString('y')]" }],
    });
    expect(resources.get('r')!.properties.entries.get('x')!.value.place).toMatchObject({
      file: 'main.json',
      line: 10,
      column: 11,
      endColumn: 28,
    });
  });
});

describe('resources', () => {
  it('copies make resources and lists', async () => {
    const resources = await resourcesOf({
      resources: [
        {
          type: 'A.B/c',
          name: "[concat('n', copyIndex(1))]",
          copy: { name: 'all', count: 2 },
          properties: { copy: [{ name: 'disks', count: 2, input: { lun: "[copyIndex('disks')]" } }] },
        },
      ],
    });
    expect([...resources.values()].map(({ properties }) => shown(properties.entries.get('name')!.value))).toEqual([
      'n1',
      'n2',
    ]);
    const [first] = resources.values();
    expect(shown(first!.properties.entries.get('properties')!.value)).toEqual({ disks: [{ lun: 0 }, { lun: 1 }] });
  });

  it('nested ones have the whole type; equal labels are told apart; conditions are kept', async () => {
    const resources = await resourcesOf({
      resources: [
        { type: 'A.B/c', name: 'x', condition: "[parameters('on')]", resources: [{ type: 'd', name: 'y' }] },
        { type: 'A.B/e', name: 'same' },
        { type: 'A.B/f', name: 'same' },
      ],
    });
    expect([...resources].map(([key, { type }]) => [key, type])).toEqual([
      ['x', 'A.B/c'],
      ['x::y', 'A.B/c/d'],
      ['A.B/e.same', 'A.B/e'],
      ['A.B/f.same', 'A.B/f'],
    ]);
    expect(resources.get('x')?.condition).toBe("parameters('on')");
  });

  const deployment = { type: 'Microsoft.Resources/deployments', name: 'sub' };
  const inner = {
    parameters: { name: { type: 'string' } },
    resources: [{ type: 'A.B/q', name: "[parameters('name')]" }],
    outputs: { id: { type: 'string', value: "[resourceId('A.B/q', parameters('name'))]" } },
  };
  it.each([
    ['written there', { expressionEvaluationOptions: { scope: 'inner' }, template: inner }, {}],
    ['linked by path', { templateLink: { relativePath: 'nested/sub.json' } }, { 'nested/sub.json': template(inner) }],
    [
      'linked by address',
      { templateLink: { uri: "[uri(parameters('base'), 'nested/sub.json')]" } },
      { 'nested/sub.json': template(inner) },
    ],
  ])('deployments %s are read into the stack', async (_, properties, files) => {
    const resources = await resourcesOf(
      {
        resources: [
          { ...deployment, properties: { ...properties, parameters: { name: { value: 'queue' } } } },
          { type: 'A.B/r', name: 'r', x: "[reference('sub').outputs.id.value]" },
        ],
      },
      files,
    );
    expect(
      shown([...resources.values()].find(({ type }) => type === 'A.B/q')!.properties.entries.get('name')!.value),
    ).toBe('queue');
    expect(shown(resources.get('r')!.properties.entries.get('x')!.value)).toMatch(/^&sub\..*\.id$/);
  });
});

describe('files', () => {
  it('what Bicep compiled is not read beside its source', async () => {
    const compiled = template({ metadata: { _generator: { name: 'bicep' } }, resources: [] });
    expect((await stacksOf({ 'main.json': compiled, 'main.bicep': '' })).stacks).toEqual([]);
  });

  it('other JSON is left alone', async () => {
    expect((await stacksOf({ 'a.json': '{"resources": []}', 'b.json': '' })).stacks).toEqual([]);
  });

  it('cut anywhere, reading ends and the other file is read', async () => {
    const text = template({
      variables: { v: "[variables('v')]" },
      resources: [{ ...storage, copy: { name: 'c', count: "[length(variables('v'))]" } }],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string({ maxLength: 5 }), async (end, more) => {
        const { stacks } = await stacksOf({
          'a.json': text.slice(0, end) + more,
          'b.json': template({ resources: [{ type: 'A.B/c', name: 'x' }] }),
        });
        for (const { resources } of stacks)
          for (const { properties, tags } of resources.values()) shown([properties, tags]);
        expect(stacks.some(({ file }) => file === 'b.json')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
