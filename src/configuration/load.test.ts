import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../evidence/errors.ts';
import { memoryRepository } from '../repository/memory.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { loadSettings } from './load.ts';
import { configurationSchema, overrideSettings, settings } from './schema.ts';
import { defaultSettings, type Settings } from './settings.ts';

const checks = ['runtime-deprecated', 'sdk-unpinned'];

const load = (files: Readonly<Record<string, string | Uint8Array>>): Settings =>
  loadSettings(memoryRepository(files), parseToml, checks);
const own = (text: string): Settings => load({ 'skyworthy.toml': text });

/** The message of the error that loading these files gives. */
function problem(files: Readonly<Record<string, string | Uint8Array>>): string {
  try {
    load(files);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'no error';
}

const everything = 'fail-on = "blocker"\nstrict = true\nskip = ["sdk-unpinned"]\nexclude = ["old/", "*.gen.py"]\n';
const wanted: Settings = {
  ...defaultSettings,
  failOn: 'blocker',
  strict: true,
  skip: ['sdk-unpinned'],
  exclude: ['old/', '*.gen.py'],
};

describe('where settings stand', () => {
  test('skyworthy.toml', () => expect(own(everything)).toEqual(wanted));

  test('[tool.skyworthy] in pyproject.toml', () => {
    expect(load({ 'pyproject.toml': `[project]\nname = "a"\n[tool.skyworthy]\n${everything}` })).toEqual(wanted);
  });

  test('skyworthy.toml wins over pyproject.toml', () => {
    const files = { 'skyworthy.toml': 'strict = true\n', 'pyproject.toml': '[tool.skyworthy]\nfail-on = "blocker"\n' };
    expect(load(files)).toEqual({ ...defaultSettings, strict: true });
  });

  test.for([
    ['nowhere', {}],
    ['an empty file', { 'skyworthy.toml': '' }],
    ['a pyproject.toml of others', { 'pyproject.toml': '[tool.ruff]\nline-length = 100\n' }],
    ['one that only names it', { 'pyproject.toml': '[project]\ndependencies = ["skyworthy"]\n' }],
    ['one that is broken and not ours', { 'pyproject.toml': '[project\n' }],
    ['a file in a folder below', { 'src/skyworthy.toml': 'strict = true\n' }],
  ] as const)('%s: the defaults', ([, files]) => expect(load(files)).toEqual(defaultSettings));
});

test('overrides, in their order', () => {
  const text = `step = ["sdk"]
only = ["sdk-unpinned"]
severity = "improvement"
[[overrides]]
paths = ["legacy/**"]
services = ["template.yaml#Old*"]
skip = ["sdk-unpinned"]
fail-on = "blocker"
[[overrides]]
services = ["pay-*"]
strict = true
`;
  expect(own(text)).toMatchObject({
    steps: ['sdk'],
    only: ['sdk-unpinned'],
    severity: 'improvement',
    overrides: [
      { paths: ['legacy/**'], services: ['template.yaml#Old*'], skip: ['sdk-unpinned'], failOn: 'blocker' },
      { paths: [], services: ['pay-*'], strict: true },
    ],
  });
});

test('models of own libraries', () => {
  const text = `[[library-models]]
id = "acme.Bucket.put"
parameters = "key body"
from = { bucket = "construction bucket 0" }
performs = [
  { service = "s3", operation = "put_object", arguments = { Bucket = "bucket", Key = "key" } },
  { service = "s3", operation = "abort_multipart_upload", also = true },
]
`;
  expect(own(text).libraryModels).toMatchObject([
    {
      id: 'acme.Bucket.put',
      parameters: 'key body',
      from: { bucket: 'construction bucket 0' },
      performs: [
        { service: 's3', operation: 'put_object', arguments: { Bucket: 'bucket', Key: 'key' }, place: { line: 6 } },
        { service: 's3', operation: 'abort_multipart_upload', also: true },
      ],
    },
  ]);
});

describe('problems name the file, the place and the mend', () => {
  test.for([
    ['strct = true', 'skyworthy.toml:1:1: unknown key strct. Did you mean strict?'],
    [
      '\n  wildly-wrong = 1',
      'skyworthy.toml:2:3: unknown key wildly-wrong. Known: fail-on, strict, severity, step, only, skip, overrides, exclude, library-models.',
    ],
    ['strict = "yes"', 'skyworthy.toml:1:10: strict is true or false.'],
    ['fail-on = "grave"', 'skyworthy.toml:1:11: fail-on is one of "blocker", "risk", "improvement".'],
    ['fail-on = 1', 'skyworthy.toml:1:11: fail-on is one of "blocker", "risk", "improvement".'],
    ['library-models = 1', 'skyworthy.toml:1:18: library-models is a list.'],
    ['library-models = [1]', 'skyworthy.toml:1:19: a model is a table.'],
    ['library-models = [{ id = "a" }]', 'skyworthy.toml:1:19: a model has id and performs: write performs.'],
    ['library-models = [{ id = 1, performs = [] }]', 'skyworthy.toml:1:26: id is a text.'],
    [
      'library-models = [{ id = "a", performs = [], gifs = "b" }]',
      'skyworthy.toml:1:46: unknown key gifs. Known: id, performs, parameters, others, only, mode, from, gives.',
    ],
    ['step = ["runtimes"]', 'skyworthy.toml:1:9: there is no step runtimes. Did you mean runtime?'],
    ['only = "sdk-unpinned"', 'skyworthy.toml:1:8: only is a list of ids of checks.'],
    ['only = ["sdk"]', 'skyworthy.toml:1:9: there is no check sdk. skyworthy explain lists them.'],
    ['severity = "low"', 'skyworthy.toml:1:12: severity is one of "blocker", "risk", "improvement".'],
    ['overrides = 1', 'skyworthy.toml:1:13: overrides is a list of tables: write [[overrides]].'],
    ['[overrides]\nskip = []', 'overrides is a list of tables: write [[overrides]].'],
    [
      '[[overrides]]\nskip = ["sdk-unpinned"]',
      'skyworthy.toml:1:1: an override says where it holds: write paths or services.',
    ],
    ['[[overrides]]\npath = ["old/"]', 'skyworthy.toml:2:1: unknown key path. Did you mean paths?'],
    [
      '[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["b"]\nskip = ["sdk-unpined"]',
      'skyworthy.toml:5:9: there is no check sdk-unpined. Did you mean sdk-unpinned?',
    ],
    ['[[overrides]]\npaths = ["a"]\nexclude = ["b"]', 'skyworthy.toml:3:1: unknown key exclude.'],
    ['exclude = "old/"', 'skyworthy.toml:1:11: exclude is a list of texts.'],
    ['exclude = ["old/", 1]', 'skyworthy.toml:1:11: exclude is a list of texts.'],
    ['skip = ["sdk-unpined"]', 'there is no check sdk-unpined. Did you mean sdk-unpinned?'],
    ['[strict]\nx = 1', 'strict is true or false.'],
  ] as const)('%j', ([text, message]) => expect(problem({ 'skyworthy.toml': text })).toContain(message));

  test('in pyproject.toml', () => {
    expect(problem({ 'pyproject.toml': '[tool.skyworthy]\nstrct = true\n' })).toBe(
      'pyproject.toml:2:1: unknown key strct. Did you mean strict?',
    );
  });

  test('a tool.skyworthy that is no table', () => {
    expect(problem({ 'pyproject.toml': '[tool]\nskyworthy = 1\n' })).toContain('write [tool.skyworthy]');
  });

  test('what is no TOML', () =>
    expect(problem({ 'skyworthy.toml': 'strict == true\n' })).toMatch(/^skyworthy\.toml:1:\d+: /));

  test('what is no text', () => {
    expect(problem({ 'skyworthy.toml': new Uint8Array([0xff, 0xfe]) })).toContain('write it as TOML in UTF-8');
  });

  test('on one line', () => expect(problem({ 'skyworthy.toml': 'a = """\n' })).not.toContain('\n'));
});

test('the published schema has every key of an override, and no more', () => {
  const { properties } = configurationSchema(checks) as {
    properties: { overrides: { items: { properties: object } } };
  };
  const keys = Object.keys(properties.overrides.items.properties);
  expect(keys).toEqual(overrideSettings.map(({ key }) => key));
});

test('the published schema has every setting, and no more', () => {
  const schema = configurationSchema(checks) as { properties: object; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual(settings.map(({ key }) => key));
  expect(schema.additionalProperties).toBe(false);
});
