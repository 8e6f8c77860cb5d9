import { expect, test } from 'vitest';
import { readPipfileLock } from '../pipfile-lock/index.ts';
import { readPipfile } from './index.ts';

test('Pipfile: versions, tables, categories, sources and Python', () => {
  const manifest = readPipfile(
    'Pipfile',
    `[[source]]
url = "https://index.example/simple"
[[source]]
url = "https://private/simple"

[packages]
requests = "*"
Flask = {version = ">= 2.0, <3", extras = ["async"], markers = "os_name == 'nt'", sys_platform = "== 'win32'"}
lib = {git = "https://h/lib.git", ref = "v1"}
local = {path = ".", editable = true}
boto3 = "==1.34.0"
odd = "latest"
two = {}
"splinter[django]" = "*"
"_bad" = "*"

[dev-packages]
pytest = "~=8.0"

[docs]
sphinx = "*"

[requires]
python_version = "3.11"

[scripts]
run = "python app.py"
`,
  );
  expect(manifest.python).toMatchObject({ specifier: '3.11', place: { line: 24 } });
  expect(manifest.options.map(({ name, value }) => [name, value])).toEqual([
    ['index-url', 'https://index.example/simple'],
    ['extra-index-url', 'https://private/simple'],
  ]);
  expect(manifest.dependencies).toMatchObject([
    { name: 'requests', specifier: '', group: null, pinned: false, place: { line: 7, column: 1 } },
    {
      name: 'flask',
      specifier: '>=2.0,<3',
      extras: ['async'],
      marker: "(os_name == 'nt') and sys_platform == 'win32'",
    },
    { name: 'lib', source: 'vcs', url: 'git+https://h/lib.git@v1', pinned: false },
    { name: 'local', source: 'path', url: '.' },
    { name: 'boto3', specifier: '==1.34.0', pinned: true },
    { name: 'odd', specifier: '' },
    { name: 'two', specifier: '' },
    { name: 'splinter', extras: ['django'] },
    { name: '-bad' },
    { name: 'pytest', group: 'dev', specifier: '~=8.0' },
    { name: 'sphinx', group: 'docs' },
  ]);
  expect(manifest.faults.map(({ place }) => place.line)).toEqual([12, 15]);
});

test('Pipfile.lock', () => {
  const manifest = readPipfileLock(
    'Pipfile.lock',
    `{
  "_meta": {"requires": {"python_version": "3.11"}, "sources": [{"name": "pypi", "url": "https://index.example/simple"}]},
  "default": {
    "boto3": {"hashes": ["sha256:a", "sha256:b"], "index": "pypi", "version": "==1.34.0", "markers": "python_version >= '3.8'"},
    "lib": {"git": "https://h/lib", "ref": "0123"},
    "bad": 3
  },
  "develop": {
    "pytest": {"version": "==8.0.0", "extras": ["x"]}
  }
}`,
  );
  expect(manifest).toMatchObject({ role: 'lock', python: { specifier: '3.11', place: { line: 2 } } });
  expect(manifest.options).toMatchObject([{ name: 'index-url', value: 'https://index.example/simple' }]);
  expect(manifest.dependencies).toMatchObject([
    {
      name: 'boto3',
      specifier: '==1.34.0',
      hashes: 2,
      group: null,
      pinned: true,
      marker: "python_version >= '3.8'",
      place: { line: 4, column: 5 },
    },
    { name: 'lib', specifier: '', source: 'vcs', url: 'git+https://h/lib@0123', pinned: true },
    { name: 'pytest', group: 'dev', extras: ['x'] },
  ]);
  expect(manifest.faults).toMatchObject([{ message: 'bad: expected an object', place: { line: 6 } }]);
});
