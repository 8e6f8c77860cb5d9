import { describe, expect, test } from 'vitest';
import { readPyproject } from './index.ts';

const read = (text: string) => readPyproject('pyproject.toml', text);
const rows = (text: string) => read(text).dependencies.map(({ name, specifier, group }) => [name, specifier, group]);

test('project metadata: name, Python, dependencies and extras, with places', () => {
  const manifest = read(
    [
      '[project]',
      'name = "Image_Service"',
      'requires-python = ">=3.11"',
      'dependencies = [',
      '  "boto3[crt]>=1.34,<2",',
      '  "pillow ; sys_platform == \'linux\'", # comment',
      ']',
      '[project.optional-dependencies]',
      'Dev_Tools = ["pytest==8.0.0"]',
      '[build-system]',
      'requires = ["hatchling"]',
    ].join('\n'),
  );
  expect(manifest).toMatchObject({ project: 'image-service', role: 'declaration', faults: [] });
  expect(manifest.python).toMatchObject({ specifier: '>=3.11', place: { line: 3, column: 19, endColumn: 27 } });
  expect(manifest.dependencies).toMatchObject([
    {
      name: 'boto3',
      extras: ['crt'],
      specifier: '>=1.34,<2',
      group: null,
      place: { line: 5, column: 3, endColumn: 24 },
    },
    { name: 'pillow', marker: "sys_platform == 'linux'", group: null, place: { line: 6 } },
    { name: 'pytest', group: 'dev-tools', pinned: true, place: { line: 9 } },
    { name: 'hatchling', group: 'build-system', place: { line: 11 } },
  ]);
});

describe('dependency groups', () => {
  test('include each other', () => {
    const text = '[dependency-groups]\ntest = ["pytest"]\nDev = [{include-group = "Test"}, "ruff"]\n';
    expect(rows(text)).toEqual([
      ['pytest', '', 'test'],
      ['pytest', '', 'dev'],
      ['ruff', '', 'dev'],
    ]);
    expect(read(text).dependencies.map(({ place }) => place.line)).toEqual([2, 2, 3]);
  });

  test('circles, missing groups and other things are faults where they stand', () => {
    const { faults, dependencies } = read(
      '[dependency-groups]\na = ["x", {include-group = "b"}]\nb = [{include-group = "a"}]\nc = [\n  {include-group = "z"},\n  3,\n  "ok",\n]\n',
    );
    expect(faults.map(({ place, message }) => [place.line, message])).toEqual([
      [2, 'a includes itself'],
      [3, 'b includes itself'],
      [5, 'there is no group z'],
      [6, 'a group holds requirements and include-group'],
    ]);
    expect(dependencies.map(({ name, group }) => [name, group])).toEqual([
      ['x', 'a'],
      ['x', 'b'],
      ['ok', 'c'],
    ]);
  });
});

describe('Poetry', () => {
  test('dependencies, groups, extras and Python', () => {
    const manifest = read(
      [
        '[tool.poetry]',
        'name = "svc"',
        '[tool.poetry.dependencies]',
        'python = "^3.11"',
        'Django = "~4.2"',
        'boto3 = {version = "^1.34", extras = ["crt"], optional = true}',
        'psycopg = [',
        '  {version = "<3", python = "<3.12"},',
        '  {version = "^3.1", markers = "os_name == \'nt\' or os_name == \'posix\'", platform = "linux"},',
        ']',
        'lib = {git = "https://host/lib.git", rev = "0123456789abcdef0123456789abcdef01234567"}',
        'other = {path = "../other", develop = true}',
        '[tool.poetry.group.test.dependencies]',
        'pytest = "8.0"',
        '[tool.poetry.dev-dependencies]',
        'mypy = "*"',
        '[tool.poetry.extras]',
        'aws = ["boto3"]',
        '[[tool.poetry.source]]',
        'name = "private"',
        'url = "https://index/simple"',
        'priority = "supplemental"',
      ].join('\n'),
    );
    expect(manifest).toMatchObject({
      project: 'svc',
      python: { specifier: '>=3.11,<4.0', place: { line: 4 } },
      faults: [],
    });
    expect(manifest.dependencies).toMatchObject([
      { name: 'django', specifier: '>=4.2,<4.3', group: null, place: { line: 5, column: 1, endColumn: 16 } },
      { name: 'boto3', specifier: '>=1.34,<2.0', group: 'aws', extras: ['crt'], place: { line: 6 } },
      { name: 'psycopg', specifier: '<3', marker: 'python_version < "3.12"', place: { line: 8 } },
      {
        name: 'psycopg',
        specifier: '>=3.1,<4.0',
        marker: "(os_name == 'nt' or os_name == 'posix') and sys_platform == \"linux\"",
        place: { line: 9 },
      },
      {
        name: 'lib',
        source: 'vcs',
        pinned: true,
        url: 'git+https://host/lib.git@0123456789abcdef0123456789abcdef01234567',
      },
      { name: 'other', source: 'path', url: '../other', pinned: false },
      { name: 'pytest', specifier: '==8.0', group: 'test', pinned: true },
      { name: 'mypy', specifier: '', group: 'dev' },
    ]);
    expect(manifest.options).toMatchObject([{ name: 'extra-index-url', value: 'https://index/simple' }]);
  });

  test('groups that include others', () => {
    const { dependencies, faults } = read(
      [
        '[tool.poetry.group.Test_All]',
        'include-groups = ["lint", "gone"]',
        '[tool.poetry.group.Test_All.dependencies]',
        'pytest = "8.0"',
        '[tool.poetry.group.lint.dependencies]',
        'ruff = "*"',
        '[tool.poetry.group.a]',
        'include-groups = ["a"]',
      ].join('\n'),
    );
    expect(dependencies.map(({ name, group, place }) => [name, group, place.line])).toEqual([
      ['pytest', 'test-all', 4],
      ['ruff', 'test-all', 6],
      ['ruff', 'lint', 6],
    ]);
    expect(faults.map(({ place, message }) => [place.line, message])).toEqual([
      [2, 'there is no group gone'],
      [8, 'a includes itself'],
    ]);
  });

  test('beside [project] it only says where a dependency comes from', () => {
    const { dependencies } = read(
      '[project]\ndependencies = ["lib>=1", "x"]\n[tool.poetry.dependencies]\nlib = {git = "https://h/lib"}\nx = {version = "^1"}\ny = "1"\n',
    );
    expect(dependencies).toMatchObject([
      { name: 'lib', specifier: '>=1', source: 'vcs', url: 'git+https://h/lib' },
      { name: 'x', source: 'index', url: null },
    ]);
  });

  test('what is no version is a fault, the rest stands', () => {
    const { faults, dependencies } = read('[tool.poetry.dependencies]\na = "latest"\nb = 3\nc = "^1"\n');
    expect(faults.map(({ place }) => place.line)).toEqual([2, 3]);
    expect(dependencies.map(({ name }) => name)).toEqual(['a', 'c']);
  });
});

test('uv: development, sources, workspace and indexes', () => {
  const manifest = read(
    [
      '[project]',
      'dependencies = ["lib", "core>=1", "wheel-lib==1.0"]',
      '[tool.uv]',
      'dev-dependencies = ["ruff"]',
      '[tool.uv.sources]',
      'lib = { git = "https://h/lib", tag = "v1" }',
      'Core = { workspace = true }',
      'wheel_lib = [{ url = "https://h/x.whl", marker = "os_name == \'nt\'" }]',
      '[[tool.uv.index]]',
      'url = "https://index"',
      'default = true',
      '[tool.uv.workspace]',
      'members = ["packages/*"]',
    ].join('\n'),
  );
  expect(manifest.dependencies).toMatchObject([
    { name: 'lib', source: 'vcs', url: 'git+https://h/lib@v1', pinned: false },
    { name: 'core', source: 'workspace', url: null, specifier: '>=1' },
    { name: 'wheel-lib', source: 'url', url: 'https://h/x.whl', pinned: true },
    { name: 'ruff', group: 'dev', source: 'index' },
  ]);
  expect(manifest.options).toMatchObject([
    { name: 'index-url', value: 'https://index', place: { line: 10 } },
    { name: 'workspace-member', value: 'packages/*', place: { line: 13 } },
  ]);
});

test('uv: what limits or replaces versions asks for nothing', () => {
  const { dependencies, options, faults } = read(
    [
      '[tool.uv]',
      'constraint-dependencies = ["grpcio<1.65"]',
      'override-dependencies = ["werkzeug==2.3.0", 1]',
      'build-constraint-dependencies = ["setuptools==60.0.0"]',
    ].join('\n'),
  );
  expect(dependencies).toEqual([]);
  expect(options.map(({ name, value, place }) => [name, value, place.line])).toEqual([
    ['constraint-dependency', 'grpcio<1.65', 2],
    ['override-dependency', 'werkzeug==2.3.0', 3],
    ['build-constraint-dependency', 'setuptools==60.0.0', 4],
  ]);
  expect(faults).toMatchObject([{ place: { line: 3 }, message: expect.stringContaining('must be a text') }]);
});

test('PDM, Hatch, Flit, Rye and files of setuptools', () => {
  const text = [
    '[tool.pdm.dev-dependencies]',
    'test = ["pytest", "-e file:///${PROJECT_ROOT}/lib#egg=lib"]',
    '[tool.hatch.envs.lint]',
    'dependencies = ["ruff"]',
    'extra-dependencies = ["mypy"]',
    '[tool.flit.metadata]',
    'module = "svc"',
    'requires = ["flask"]',
    'requires-python = ">=3.8"',
    '[tool.flit.metadata.requires-extra]',
    'doc = ["sphinx"]',
    '[tool.rye]',
    'dev-dependencies = ["black"]',
    '[tool.setuptools.dynamic]',
    'dependencies = {file = ["requirements.txt"]}',
    'optional-dependencies.test = {file = "../out.txt"}',
  ].join('\n');
  expect(rows(text)).toEqual([
    ['pytest', '', 'test'],
    ['lib', '', 'test'],
    ['ruff', '', 'lint'],
    ['mypy', '', 'lint'],
    ['flask', '', null],
    ['sphinx', '', 'doc'],
    ['black', '', 'dev'],
  ]);
  expect(read(text)).toMatchObject({ project: 'svc', includes: ['requirements.txt'], python: { specifier: '>=3.8' } });
  expect(read(text).faults).toMatchObject([{ place: { line: 16 }, message: expect.stringContaining('outside') }]);
});

describe('faults never hide the rest', () => {
  test.each([
    ['[project]\ndependencies = "boto3"\nname = "x"\n', [2]],
    ['[project]\ndependencies = ["a=1", "b"]\n', [2]],
    ['[project]\ndependencies = ["a", 3, ["b"]]\n', [2, 2]],
    ['[project]\nname = 3\n', [2]],
    ['project = 3\n', []],
    ['[tool]\npoetry = "x"\n', []],
  ])('%j', (text, lines) => {
    expect(read(text).faults.map(({ place }) => place.line)).toEqual(lines);
  });

  test('a broken line', () => {
    const { faults, dependencies } = read(
      '[project]\ndependencies = ["a", "b=2"]\nversion = \n[dependency-groups]\ndev = ["c"]\n',
    );
    expect(faults.map(({ place }) => place.line)).toEqual([2, expect.any(Number)]);
    expect(dependencies.map(({ name }) => name)).toEqual(['a', 'c']);
  });
});
