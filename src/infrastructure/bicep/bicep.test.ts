import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import type { Stack } from '../model/resource.ts';
import { shown } from '../testing/shown.ts';
import { read } from './index.ts';

async function stacksOf(files: Record<string, string>) {
  return read({ repository: memoryRepository(files), kindOf: (type) => (type.endsWith('/sites') ? 'function' : null) });
}

async function stackOf(files: Record<string, string>): Promise<Stack> {
  const [stack, ...others] = (await stacksOf(files)).stacks;
  expect(others).toEqual([]);
  return stack!;
}

/** The value of `x` in a resource of a file with these lines. */
async function valueOf(expression: string, lines = '', files: Record<string, string> = {}): Promise<unknown> {
  const text = `${lines}\nresource r 'Microsoft.Web/sites@2022-03-01' = {\n  name: 'r'\n  x: ${expression}\n}\n`;
  const stack = await stackOf({ 'main.bicep': text, ...files });
  const value = stack.resources.get('r')?.properties.entries.get('x')?.value;
  return value && shown(value);
}

const storage = "resource st 'Microsoft.Storage/storageAccounts@2022-09-01' = {\n  name: 'data'\n}\n";

describe('values', () => {
  it.each([
    ['a variable', 'v', "var v = 'a'", 'a'],
    ['a parameter counts with its default', 'p', "param p string = 'a'", { p: 'a' }],
    ['a parameter without one', 'p', 'param p string', { p: null }],
    ['part of a parameter', 'p.name', 'param p object', { 'p.name': null }],
    ['a text put together', "'${v}-b'", "var v = 'a'", 'a-b'],
    [
      'a text with an unknown part',
      "'a-${uniqueString(resourceGroup().id)}'",
      '',
      ['a-', '?uniqueString({resourceGroup().id})'],
    ],
    ['an attribute', 'st.properties.primaryEndpoints.blob', storage, '&st.properties.primaryEndpoints.blob'],
    ['the id', 'st.id', storage, '&st.id'],
    ['a secret of a resource', 'st.listKeys().keys[0].value', storage, '&st.listKeys().keys[0].value'],
    ['a secret by function', "listKeys(st.id, '2022-09-01').keys", storage, '&st.listKeys().keys'],
    ['a condition that is known', "empty(p) ? 'none' : p", "param p string = ''", 'none'],
    ['a condition that is not', "p ? 'a' : 'b'", 'param p bool', { or: ['a', 'b'] }],
    ['objects laid over each other', 'union({ a: 1, b: { c: 1 } }, { b: { d: 2 } })', '', { a: 1, b: { c: 1, d: 2 } }],
    ['what is spread', '{ ...v, b: 2 }', 'var v = { a: 1 }', { a: 1, b: 2 }],
    ['a loop', "[for (n, i) in ['a', 'b']: '${n}${i}']", '', ['a0', 'b1']],
    ['lambdas', 'map(filter(range(0, 4), i => i > 1), i => i * 2)', '', [4, 6]],
    ['reduce and sort of objects', "toObject(['a', 'b'], n => n, n => toUpper(n))", '', { a: 'A', b: 'B' }],
    ['a function of the user', "f('x')", "func f(a string) string => 'f-${a}'", 'f-x'],
    ['nothing to coalesce', "p.?a ?? 'b'", 'param p object = {}', 'b'],
    ['what is not declared', 'nobody.x', '', '?nobody, which is not declared.x'],
    ['a function that is none', 'frobnicate(1)', '', '?the function frobnicate'],
    ['a variable that needs itself', 'v', 'var v = v', '?refers to itself'],
    [
      'the scope of a resource that is not here',
      "resourceId('Microsoft.X/y', 'z')",
      '',
      ['?the scope of the deployment', '/providers/Microsoft.X/y/', 'z'],
    ],
    [
      'a list of which a condition chooses a part',
      "concat(p ? ['a'] : [], ['b'])",
      'param p bool',
      [{ or: ['a', null] }, 'b'],
    ],
  ])('%s', async (_, expression, lines, expected) => {
    expect(await valueOf(expression, lines)).toEqual(expected);
  });

  it.each([
    ['formats', "format('{0}-{1:D2}', 'a', 3)", 'a-3'],
    ['concatenates', "concat('a', 'b')", 'ab'],
    ['replaces', "replace('a.b', '.', '$&')", 'a$&b'],
    ['takes', "take('abcdef', 3)", 'abc'],
    ['splits', "split('a,b;c', [',', ';'])", ['a', 'b', 'c']],
    ['joins', "join(['a', 'b'], '-')", 'a-b'],
    ['contains', "contains(['a'], 'a') && contains({ k: 1 }, 'K') && !contains('abc', 'x')", true],
    ['counts', "[length('abc'), length([1, 2]), first([7, 8]), last('ab')]", [3, 2, 7, 'b']],
    ['merges lists', "union(['a'], ['a', 'b'])", ['a', 'b']],
    [
      'items',
      'items({ b: 2, a: 1 })',
      [
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ],
    ],
    ['parses', 'json(\'{"a": [1, true]}\').a', [1, true]],
    ['calculates', '[min(3, 2), 7 / 2, 7 % 2, -1]', [2, 3, 1, -1]],
    ['encodes', "base64('a')", 'YQ=='],
    ['flattens', 'flatten([[1], [2, 3]])', [1, 2, 3]],
  ])('%s', async (_, expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected);
  });

  it('reads files beside it, and none outside', async () => {
    const files = { 'names.json': '{ "web": "app-" }', 'a.txt': 'text' };
    expect(await valueOf("loadJsonContent('./names.json').web", '', files)).toBe('app-');
    expect(await valueOf("loadTextContent('a.txt')", '', files)).toBe('text');
    expect(await valueOf("loadTextContent('../../etc/passwd')", '', files)).toBe('?../../etc/passwd');
  });

  it('keeps the place of what was written, and says where it is shared', async () => {
    const stack = await stackOf({ 'main.bicep': "var v = 'a'\nresource r 'A.B/c@1' = {\n  name: 'n'\n  x: v\n}\n" });
    const { entries } = stack.resources.get('r')!.properties;
    expect(entries.get('name')?.value).toMatchObject({ shared: false, place: { line: 3, column: 9, endColumn: 12 } });
    expect(entries.get('x')?.value).toMatchObject({ shared: true, place: { line: 1, column: 9 } });
  });
});

describe('resources', () => {
  it('has a type, a kind, tags, a condition and where it stands', async () => {
    const stack = await stackOf({
      'main.bicep':
        "param on bool\nresource app 'Microsoft.Web/sites@2022-03-01' = if (on) {\n  name: 'a'\n  tags: { team: 'x' }\n}\n",
    });
    const app = stack.resources.get('app');
    expect(app).toMatchObject({ cloud: 'azure', type: 'Microsoft.Web/sites', kind: 'function', condition: 'on' });
    expect(app?.place).toMatchObject({ file: 'main.bicep', line: 2 });
    expect(app?.key).toMatchObject({ line: 2, column: 10 });
    expect(shown(app!.tags!)).toEqual({ team: 'x' });
  });

  it.each([
    ['a known range', "[for n in ['a', 'b']: {\n  name: n\n}]", ['q[0]', 'q[1]'], ['a', 'b']],
    ['an unknown one', '[for n in names: {\n  name: n\n}]', ['q[*]'], ['?an item of a loop']],
    ['none', '[for n in []: {\n  name: n\n}]', [], []],
  ])('a loop over %s', async (_, body, keys, names) => {
    const stack = await stackOf({ 'main.bicep': `param names array\nresource q 'A.B/c@1' = ${body}\n` });
    expect([...stack.resources.keys()]).toEqual(keys);
    expect([...stack.resources.values()].map(({ properties }) => shown(properties.entries.get('name')!.value))).toEqual(
      names,
    );
  });

  it('nested ones go on from the type of their parent and are named through it', async () => {
    const stack = await stackOf({
      'main.bicep':
        "resource a 'A.B/c@1' = {\n  name: 'a'\n  resource b 'd@1' = {\n    name: 'b'\n  }\n}\nresource o 'A.B/o@1' = {\n  name: 'o'\n  x: a::b.id\n}\n",
    });
    expect(stack.resources.get('a::b')?.type).toBe('A.B/c/d');
    expect(shown(stack.resources.get('o')!.properties.entries.get('x')!.value)).toBe('&a::b.id');
  });

  it('an existing one that the stack makes is that one', async () => {
    const module =
      "param name string\nresource s 'Microsoft.Storage/storageAccounts@2022-09-01' existing = {\n  name: name\n}\nresource o 'A.B/o@1' = {\n  name: 'o'\n  x: s.id\n}\n";
    const stack = await stackOf({
      'main.bicep': `${storage}module m 'm.bicep' = {\n  params: { name: 'data' }\n}\n`,
      'm.bicep': module,
    });
    expect(stack.resources.get('m.s')?.existing).toBe(true);
    expect(shown(stack.resources.get('m.o')!.properties.entries.get('x')!.value)).toBe('&st.id');
  });
});

describe('modules', () => {
  it('are given parameters and give outputs', async () => {
    const stack = await stackOf({
      'infra/main.bicep':
        "module a 'app/a.bicep' = {\n  params: { name: 'x' }\n}\nmodule b './app/b.bicep' = {\n  params: { id: a.outputs.id }\n}\n",
      'infra/app/a.bicep':
        "param name string\nresource q 'A.B/q@1' = {\n  name: '${name}-q'\n}\noutput id string = q.id\n",
      'infra/app/b.bicep': "param id string\nresource r 'A.B/r@1' = {\n  name: 'r'\n  target: id\n}\n",
    });
    expect(stack.file).toBe('infra/main.bicep');
    expect(shown(stack.resources.get('a.q')!.properties)).toEqual({ name: 'x-q' });
    expect(shown(stack.resources.get('b.r')!.properties)).toEqual({ name: 'r', target: '&a.q.id' });
    expect(stack.resources.get('b.r')?.place.file).toBe('infra/app/b.bicep');
  });

  it('of a registry are resources with what they are given', async () => {
    const stack = await stackOf({
      'main.bicep':
        "module s 'br/public:avm/res/storage/storage-account:0.8.3' = {\n  name: 'deploy'\n  params: { name: 'x', tags: { a: 'b' } }\n}\nresource r 'A.B/r@1' = {\n  name: s.outputs.name\n}\n",
    });
    const module = stack.resources.get('s')!;
    expect(module.type).toBe('module:br/public:avm/res/storage/storage-account');
    expect(shown(module.properties)).toEqual({ name: 'x', tags: { a: 'b' } });
    expect(shown(module.tags!)).toEqual({ a: 'b' });
    expect(shown(module.metadata)).toMatchObject({ version: '0.8.3', name: 'deploy' });
    expect(shown(stack.resources.get('r')!.properties)).toEqual({ name: '&s.outputs.name' });
  });

  it.each([
    [
      'that calls itself',
      { 'main.bicep': "module m 'm.bicep' = {}\n", 'm.bicep': "module n 'm.bicep' = {}\n" },
      /calls itself/,
    ],
    ['that is missing', { 'main.bicep': "module m 'm.bicep' = {}\n" }, /not in the repository/],
    ['outside', { 'main.bicep': "module m '../../m.bicep' = {}\n" }, /not in the repository/],
  ])('one %s is a fault', async (_, files, message) => {
    const found = await stacksOf({ ...files, 'other.bicep': storage });
    expect(found.unreadable.map(({ reason }) => reason).join()).toMatch(message);
    expect(found.stacks.some(({ resources }) => resources.has('st'))).toBe(true);
  });

  it('that call each other twice, over and over, are bounded', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 20; index++) {
      const call = (name: string) => `module ${name} 'm${index + 1}.bicep' = {}\n`;
      files[`m${index}.bicep`] = call('a') + call('b');
    }
    files['m20.bicep'] = storage;
    const { stacks, unreadable } = await stacksOf(files);
    expect(stacks).toHaveLength(1);
    expect(unreadable.map(({ reason }) => reason).join()).toMatch(/more resources than are read/);
  });
});

describe('parameters', () => {
  const main = "param a string = 'default'\nresource r 'A.B/c@1' = {\n  name: a\n}\n";
  it.each([
    ['a Bicep file', { 'main.bicepparam': "using './main.bicep'\nparam a = 'given'\n" }, { a: 'given' }],
    ['JSON', { 'main.parameters.json': '{"parameters": {"a": {"value": "given"}}}' }, { a: 'given' }],
    [
      'the environment',
      { 'main.parameters.json': '{"parameters": {"a": {"value": "x-${NAME=y}"}}}' },
      { a: ['x-', { NAME: 'y' }] },
    ],
    [
      'two files',
      {
        'main.dev.parameters.json': '{"parameters": {"a": {"value": "d"}}}',
        'main.prod.parameters.json': '{"parameters": {"a": {"value": "p"}}}',
      },
      { a: { or: ['d', 'p'] } },
    ],
    ['a broken file', { 'main.parameters.json': '{"parameters": {"a": ' }, { a: 'default' }],
  ])('from %s', async (_, files, expected) => {
    const stack = await stackOf({ 'main.bicep': main, ...files });
    expect(shown(stack.resources.get('r')!.properties)).toEqual({ name: expected });
  });

  it('azure.yaml names the main file, also where another file calls it', async () => {
    const files = {
      'azure.yaml': 'infra:\n  path: deploy\n',
      'deploy/main.bicep': main,
      'all.bicep': "module m 'deploy/main.bicep' = {}\n",
    };
    expect((await stacksOf(files)).stacks.map(({ file }) => file)).toEqual(['all.bicep', 'deploy/main.bicep']);
  });
});

describe('bad input', () => {
  it('doubling texts and lists cost nothing', async () => {
    const lines = (first: string, next: (name: string) => string) =>
      [
        `var v0 = ${first}`,
        ...Array.from({ length: 60 }, (_, index) => `var v${index + 1} = ${next(`v${index}`)}`),
      ].join('\n');
    const text = lines("'a'", (name) => `'\${${name}}\${${name}}'`);
    expect(JSON.stringify(await valueOf('v60', text))).toMatch(/\?a (very long text|text of very many parts)/);
    expect(
      JSON.stringify(
        await valueOf(
          'v60',
          lines("['a']", (name) => `concat(${name}, ${name})`),
        ),
      ),
    ).toMatch(/\?/);
    expect(await valueOf('f(1)', 'func f(a int) int => f(a) + f(a)')).toMatch(/^\?/);
  });

  it('whatever stands there, reading ends and gives values', async () => {
    const words = [
      "resource r 'A.B/c@1' = ",
      "module m 'main.bicep' = ",
      'var v = ',
      'param p ',
      '{',
      '}',
      '[for i in ',
      ': ',
      'v',
      'r.id',
      "'${",
      "}'",
      '(',
      ')',
      'union(',
      '\n',
      'if (',
      '?',
      '??',
      '::',
      '...v',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 40 }), async (parts) => {
        const { stacks } = await stacksOf({ 'main.bicep': `${parts.join('')}\n${storage}` });
        for (const { resources } of stacks)
          for (const { properties, tags, metadata } of resources.values()) shown([properties, tags, metadata]);
        expect(stacks.length).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['a NUL', '\0\0'],
    ['brackets', '['.repeat(50_000)],
  ])('%s hides no other file', async (_, text) => {
    const { stacks } = await stacksOf({ 'a.bicep': `resource x 'A.B/c@1' = {}\n${text}`, 'b.bicep': storage });
    expect(stacks.some(({ resources }) => resources.has('st'))).toBe(true);
  });
});
