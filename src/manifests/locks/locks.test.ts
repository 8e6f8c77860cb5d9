import { describe, expect, test } from 'vitest';
import { readPdmLock } from '../pdm-lock/index.ts';
import { readPoetryLock } from '../poetry-lock/index.ts';
import { readPylock } from '../pylock/index.ts';
import { readUvLock } from '../uv-lock/index.ts';

test('uv.lock', () => {
  const manifest = readUvLock(
    'uv.lock',
    `version = 1
requires-python = ">=3.11"

[manifest]
members = ["svc", "core"]

[[package]]
name = "boto3"
version = "1.34.0"
source = { registry = "https://index.example/simple" }
dependencies = [{ name = "botocore", extra = ["crt"] }]
sdist = { url = "https://x/boto3.tar.gz", hash = "sha256:aa", size = 1 }
wheels = [
    { url = "https://x/boto3.whl", hash = "sha256:bb", size = 1 },
]

[[package]]
name = "botocore"
version = "1.34.1"
source = { registry = "https://index.example/simple" }
resolution-markers = ["os_name == 'nt'", "os_name == 'posix'"]
[package.optional-dependencies]
crt = [{ name = "awscrt" }]

[[package]]
name = "awscrt"
version = "0.20"

[[package]]
name = "core"
source = { editable = "packages/core" }

[[package]]
name = "lib"
version = "1"
source = { git = "https://h/lib?rev=v1#0123" }

[[package]]
name = "ruff"
version = "0.5"

[[package]]
name = "moto"
version = "5"

[[package]]
name = "svc"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "boto3" }, { name = "core" }]
[package.optional-dependencies]
mock = [{ name = "moto" }, { name = "lib" }]
[package.dev-dependencies]
dev = [{ name = "ruff" }, { name = "moto" }]
`,
  );
  expect(manifest).toMatchObject({ project: 'svc', role: 'lock', faults: [] });
  expect(manifest.python).toMatchObject({ specifier: '>=3.11', place: { line: 2, column: 1 } });
  expect(manifest.dependencies).toMatchObject([
    { name: 'boto3', specifier: '==1.34.0', group: null, pinned: true, hashes: 2, place: { line: 7, endLine: 15 } },
    {
      name: 'botocore',
      group: null,
      marker: "(os_name == 'nt') or (os_name == 'posix')",
      place: { line: 17, endLine: 23 },
    },
    { name: 'awscrt', group: null, source: 'index' },
    { name: 'core', specifier: '', source: 'workspace', group: null },
    { name: 'lib', source: 'vcs', url: 'git+https://h/lib?rev=v1#0123', group: 'mock' },
    { name: 'ruff', group: 'dev' },
    { name: 'moto', group: 'mock' },
  ]);
});

test('poetry.lock, its versions', () => {
  const manifest = readPoetryLock(
    'poetry.lock',
    `[[package]]
name = "Boto3"
version = "1.34.0"
optional = false
groups = ["main", "dev"]
markers = "python_version >= \\"3.9\\""
files = [{file = "a.whl", hash = "sha256:a"}, {file = "b", hash = "sha256:b"}]

[package.dependencies]
botocore = ">=1"

[[package]]
name = "pytest"
version = "8"
category = "dev"

[[package]]
name = "redis"
version = "5"
optional = true
[package.source]
type = "git"
url = "https://h/redis"
reference = "main"
resolved_reference = "0123"

[[package]]
name = "transitive"
version = "1"
optional = true

[extras]
cache = ["redis (>=5)"]

[metadata]
python-versions = "^3.9"

[metadata.files]
pytest = [{file = "c", hash = "sha256:c"}]
`,
  );
  expect(manifest.faults).toEqual([]);
  expect(manifest.python).toMatchObject({ specifier: '>=3.9,<4.0', place: { line: 36 } });
  expect(manifest.dependencies).toMatchObject([
    { name: 'boto3', group: null, marker: 'python_version >= "3.9"', hashes: 2, place: { line: 1, endLine: 10 } },
    { name: 'pytest', group: 'dev', hashes: 1 },
    { name: 'redis', group: 'cache', source: 'vcs', url: 'git+https://h/redis@0123' },
    { name: 'transitive', group: 'optional', place: { line: 27, endLine: 30 } },
  ]);
});

test('pdm.lock', () => {
  const manifest = readPdmLock(
    'pdm.lock',
    `[metadata]
groups = ["default", "dev"]
[[metadata.targets]]
requires_python = ">=3.10"

[[package]]
name = "boto3"
version = "1.34.0"
groups = ["default"]
marker = "os_name == 'nt'"
files = [{file = "a", hash = "sha256:a"}]

[[package]]
name = "boto3"
version = "1.34.0"
extras = ["crt"]
groups = ["dev"]

[[package]]
name = "lib"
version = "1"
git = "https://h/lib"
revision = "0123"
`,
  );
  expect(manifest).toMatchObject({ python: { specifier: '>=3.10', place: { line: 4 } }, faults: [] });
  expect(manifest.dependencies).toMatchObject([
    { name: 'boto3', group: null, hashes: 1, marker: "os_name == 'nt'", place: { line: 6 } },
    { name: 'boto3', group: 'dev', extras: ['crt'] },
    { name: 'lib', source: 'vcs', url: 'git+https://h/lib@0123' },
  ]);
});

test('pylock.toml', () => {
  const manifest = readPylock(
    'pylock.toml',
    `lock-version = "1.0"
requires-python = "==3.12"
[[packages]]
name = "attrs"
version = "25.1.0"
marker = "'dev' in dependency_groups"
wheels = [{name = "attrs.whl", url = "https://x/attrs.whl", hashes = {sha256 = "aa"}}]
[[packages.attestation-identities]]
kind = "GitHub"
[[packages]]
name = "lib"
vcs = {type = "git", url = "https://h/lib", commit-id = "0123"}
[[packages]]
name = "local"
directory = {path = "."}
[[packages]]
name = "archived"
archive = {url = "https://h/a.zip", hashes = {sha256 = "aa", sha512 = "bb"}}
`,
  );
  expect(manifest).toMatchObject({ python: { specifier: '==3.12', place: { line: 2 } }, faults: [] });
  expect(manifest.dependencies).toMatchObject([
    {
      name: 'attrs',
      specifier: '==25.1.0',
      marker: "'dev' in dependency_groups",
      hashes: 1,
      place: { line: 3, endLine: 9 },
    },
    { name: 'lib', specifier: '', source: 'vcs', url: 'git+https://h/lib@0123', pinned: true },
    { name: 'local', source: 'path', url: '.' },
    { name: 'archived', source: 'url', hashes: 2 },
  ]);
});

test('packages as a list of inline tables', () => {
  const { dependencies } = readPylock(
    'pylock.toml',
    'packages = [\n  { name = "a", version = "1" },\n  { name = "b" },\n]\n',
  );
  expect(dependencies.map(({ name, place }) => [name, place.line, place.column])).toEqual([
    ['a', 2, 3],
    ['b', 3, 3],
  ]);
});

describe('a fault costs the package it stands in', () => {
  const text =
    '[[package]]\nname = "a"\nversion = "1"\n\n[[package]]\nname = \n\n[[package]]\nversion = "3"\n\n[[package]]\nname = "d"\nversion = "4';
  test.each([
    ['uv.lock', readUvLock],
    ['poetry.lock', readPoetryLock],
    ['pdm.lock', readPdmLock],
  ])('%s', (file, read) => {
    const { dependencies, faults } = read(file, text);
    expect(dependencies.map(({ name, place }) => [name, place.line])).toEqual([['a', 1]]);
    expect(faults.map(({ place }) => place.file)).toEqual([file, file, file]);
    expect(faults[1]?.place.line).toBe(8);
  });
});
