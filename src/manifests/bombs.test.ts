import { expect, test } from 'vitest';
import { type ManifestFormat, readManifest } from './index.ts';

// What is small as text and grows when it is followed: time and memory stay bounded, and what is left out is said.

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n');

const poetryGroups = rows(
  8000,
  (i) => `[tool.poetry.group.g${i}]\ninclude-groups = ["g${i + 1}"]\n[tool.poetry.group.g${i}.dependencies]\na = "1"`,
);

test.each<[string, ManifestFormat, string, most: number, fault: RegExp | null]>([
  [
    'groups that include the one before twice',
    'pyproject',
    `[dependency-groups]\ng0 = ["a"]\n${rows(40, (i) => `g${i + 1} = [{include-group = "g${i}"}, {include-group = "g${i}"}]`)}`,
    41,
    null,
  ],
  [
    'a chain of groups',
    'pyproject',
    `[dependency-groups]\n${rows(8000, (i) => `g${i} = ["a", {include-group = "g${i + 1}"}]`)}`,
    100_000,
    /the rest is left out/,
  ],
  ['a chain of groups of Poetry', 'pyproject', poetryGroups, 100_000, /the rest is left out/],
  [
    'groups in a circle',
    'pyproject',
    `[dependency-groups]\n${rows(8000, (i) => `g${i} = [{include-group = "g${(i + 1) % 8000}"}]`)}`,
    0,
    /includes itself/,
  ],
  [
    'one list of pip behind many aliases',
    'conda-environment',
    `x: &x\n  pip: [${'a, '.repeat(4000)}]\ndependencies: [${'*x, '.repeat(4000)}]`,
    4000,
    null,
  ],
  [
    'lists of lists behind aliases',
    'conda-environment',
    `l0: &l0 [a]\n${rows(40, (i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`)}\ndependencies: *l40`,
    0,
    /expected a package/,
  ],
  [
    'names that are the same name, in many extras',
    'pyproject',
    `[tool.poetry.dependencies]\n${rows(400, (i) => `"a${'-'.repeat(i + 1)}b" = {version = "1", optional = true}`)}\n[tool.poetry.extras]\n${rows(4000, (i) => `e${i} = ["a-b"]`)}`,
    100_000,
    /the rest is left out/,
  ],
  [
    'many names of Poetry beside as many of the project',
    'pyproject',
    `[project]\ndependencies = [${rows(20_000, (i) => `"a${i}",`)}]\n[tool.poetry.dependencies]\n${rows(20_000, (i) => `a${i} = {path = "x"}`)}`,
    20_000,
    null,
  ],
  [
    'many groups of a lock that lead to everything',
    'uv-lock',
    `version = 1\n[[package]]\nname = "p"\nsource = { virtual = "." }\n[package.optional-dependencies]\n${rows(3000, (i) => `e${i} = [{ name = "a0" }]`)}\n${rows(3000, (i) => `[[package]]\nname = "a${i}"\nversion = "1"\nsource = { registry = "x" }\ndependencies = [{ name = "a${i + 1}" }]`)}`,
    3000,
    null,
  ],
  [
    'settings that double',
    'setup-cfg',
    `[options]\na0 = x\n${rows(60, (i) => `a${i + 1} = %(a${i})s%(a${i})s`)}\ninstall_requires = %(a60)s`,
    0,
    /./,
  ],
  [
    'names that double',
    'setup-py',
    `x0 = ["a"]\n${rows(60, (i) => `x${i + 1} = x${i} + x${i}`)}\nsetup(install_requires=x60)`,
    100_000,
    /known only when the script runs/,
  ],
])('%s', (_, format, text, most, fault) => {
  const start = performance.now();
  const { dependencies, faults } = readManifest('x', format, text);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(dependencies.length).toBeLessThanOrEqual(most);
  expect(faults.map(({ message }) => message).join('\n')).toMatch(fault ?? /^$/);
});

test.each<[string, ManifestFormat, string, fault: string]>([
  [
    'very many requirements',
    'requirements',
    'a==1\n'.repeat(1_500_000),
    'more than 100000 entries: the rest is left out',
  ],
  ['very many includes', 'requirements', '-r x\n'.repeat(1_500_000), 'more than 100000 entries: the rest is left out'],
  [
    'a text of nine million characters',
    'setup-py',
    'x = 1\n'.repeat(1_500_000),
    'longer than 8 million characters, not read',
  ],
])('%s', (_, format, text, fault) => {
  const start = performance.now();
  const { dependencies, options, faults } = readManifest('x', format, text);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(dependencies.length + options.length).toBeLessThanOrEqual(100_000);
  expect(faults.map(({ message }) => message)).toEqual([fault]);
});
