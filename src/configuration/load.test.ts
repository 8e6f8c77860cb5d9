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
/** What the patterns of `exclude` match, so that there is nothing to note. */
const excluded = { 'old/a.py': '', 'b.gen.py': '' };

describe('where settings stand', () => {
  test('skyworthy.toml', () => expect(load({ 'skyworthy.toml': everything, ...excluded })).toEqual(wanted));

  test('[tool.skyworthy] in pyproject.toml', () => {
    const text = `[project]\nname = "a"\n[tool.skyworthy]\n${everything}`;
    expect(load({ 'pyproject.toml': text, ...excluded })).toEqual(wanted);
  });

  test('skyworthy.toml wins over pyproject.toml', () => {
    const files = { 'skyworthy.toml': 'strict = true\n', 'pyproject.toml': '[tool.skyworthy]\nfail-on = "blocker"\n' };
    const notes = ['pyproject.toml: [tool.skyworthy] is not read, since there is a skyworthy.toml: keep one.'];
    expect(load(files)).toEqual({ ...defaultSettings, strict: true, notes });
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
    [
      '[[library-models]]\nid = "a"\nparameters = "bucket"\nfrom = { name = "setting NAME" }\nperforms = [{ service = "s3", operation = "put_object", arguments = { Key = "name", Body = "=x", Bucket = "buket|url-bucket" } }]',
      'neither parameters nor from has buket. Did you mean bucket?',
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
    ['strict = true\nfail-on = blocker', 'skyworthy.toml:2:11: blocker stands without quotes. Quote it: "blocker".'],
    ['strict = tru', 'tru stands without quotes. Did you mean true?'],
    ['skip = ["a", sdk-unpinned]', 'sdk-unpinned stands without quotes. Quote it: "sdk-unpinned".'],
    ['exclude = [""]', 'skyworthy.toml:1:12: this pattern is empty: take it out.'],
    ['[[overrides]]\npaths = ["a", " "]', 'skyworthy.toml:2:15: this pattern is empty: take it out.'],
    ['only = ["sdk-unpinned", "sdk-unpinned"]', 'skyworthy.toml:1:25: the check sdk-unpinned is named twice'],
    ['step = ["sdk", "sdk"]', 'skyworthy.toml:1:16: the step sdk is named twice: take one out.'],
  ] as const)('%j', ([text, message]) => expect(problem({ 'skyworthy.toml': text })).toContain(message));

  test('in pyproject.toml', () => {
    expect(problem({ 'pyproject.toml': '[tool.skyworthy]\nstrct = true\n' })).toBe(
      'pyproject.toml:2:1: unknown key strct. Did you mean strict?',
    );
  });

  test.for([
    ['[tool.skyworthy\nstrict = true\n', /^pyproject\.toml:1:\d+: .*: close the bracket\.$/],
    ['[tool.skyworthy]\nstrict = tru\n', /^pyproject\.toml:2:10: tru stands without quotes\. Did you mean true\?$/],
    ['[tool.skyworthy]\nstrict = true\n[project\n', /^pyproject\.toml:3:/],
    ['[tool]\nskyworthy.strict = true\n[project\n', /^pyproject\.toml:3:/],
    ['tool.skyworthy.strict = tru\n', /^pyproject\.toml:1:/],
  ] as const)('a pyproject.toml that is broken and has, or may have, the table: %j', ([text, message]) =>
    expect(problem({ 'pyproject.toml': text })).toMatch(message),
  );

  test('a pyproject.toml with the table that is no UTF-8', () => {
    const bytes = Buffer.from('[tool.skyworthy]\nskip = ["\xff"]\n', 'latin1');
    expect(problem({ 'pyproject.toml': bytes })).toMatch(/^pyproject\.toml:1:1: .*: write it as TOML in UTF-8\.$/);
  });

  test('a folder of that name', () => {
    expect(problem({ 'skyworthy.toml/a.toml': '' })).toBe(
      'skyworthy.toml:1:1: it is a folder: put a file of that name here.',
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

describe('what is odd is in the notes', () => {
  const notes = (text: string, file = 'skyworthy.toml'): readonly string[] => load({ [file]: text, 'a.py': '' }).notes;

  test.for([
    ['[tool.skyworthi]\nstrict = true\n', ['pyproject.toml:1: [tool.skyworthi] is not read: write [tool.skyworthy].']],
    ['[project]\n\n[skyworthy]\n', ['pyproject.toml:3: [skyworthy] is not read: write [tool.skyworthy].']],
    ['[tool.Skyworthy]\n', ['pyproject.toml:1: [tool.Skyworthy] is not read: write [tool.skyworthy].']],
    ['[[tool.skyworty.overrides]]\n', ['pyproject.toml:1: [tool.skyworty] is not read: write [tool.skyworthy].']],
    ['[tool.skyworthy]\n[[tool.skyworthy.library-models]]\nid = "a"\nperforms = []\n', []],
    ['[tool.pytest]\n[tool.isort]\n[tool.sky]\n', []],
  ] as const)('headers that are nearly ours: %j', ([text, expected]) =>
    expect(notes(text, 'pyproject.toml')).toEqual(expected),
  );

  test('a pattern of exclude that matches nothing', () => {
    expect(notes('exclude = ["gone/", "*.py", "!b.py"]\n')).toEqual([
      'skyworthy.toml: exclude names gone/, which matches no file that would be read.',
    ]);
  });

  test('an override that sets nothing', () => {
    expect(notes('[[overrides]]\npaths = ["a.py"]\n[[overrides]]\npaths = ["a.py"]\nstrict = false\n')).toEqual([
      'skyworthy.toml:1: the override sets nothing: write skip, fail-on or another key.',
    ]);
  });
});
