import { expect, test } from 'vitest';
import { readSetupCfg } from './index.ts';

test('metadata, lists, extras and Python, with places', () => {
  const manifest = readSetupCfg(
    'setup.cfg',
    `[metadata]
name = My_Service
[options]
python_requires = >=3.9
install_requires =
    boto3>=1.34
    # a comment
    flask[async]==3.0.0 ; os_name == "nt"
    bad=1
setup-requires = wheel; setuptools>=61
[options.extras_require]
Dev_Tools =
  pytest
docs = file: requirements/docs.txt, ../out.txt
[tool:pytest]
requires = x
`,
  );
  expect(manifest).toMatchObject({ project: 'my-service', includes: ['requirements/docs.txt'] });
  expect(manifest.python).toMatchObject({ specifier: '>=3.9', place: { line: 4, column: 19 } });
  expect(manifest.dependencies).toMatchObject([
    { name: 'boto3', specifier: '>=1.34', group: null, place: { line: 6, column: 5, endColumn: 16 } },
    { name: 'flask', extras: ['async'], marker: 'os_name == "nt"', pinned: true, place: { line: 8, column: 5 } },
    { name: 'wheel', group: 'build-system', place: { line: 10, column: 18 } },
    { name: 'setuptools', specifier: '>=61', group: 'build-system', place: { line: 10, column: 25 } },
    { name: 'pytest', group: 'dev-tools', place: { line: 13 } },
  ]);
  expect(manifest.faults.map(({ place, message }) => [place.line, message])).toEqual([
    [9, 'bad=1: = is no operator: == is'],
    [14, '../out.txt: lies outside the repository, so not followed'],
  ]);
});

test.each([
  ['[options]\ninstall_requires = a>=1', ['a']],
  ['[options]\r\ninstall_requires =\r\n  a\r\n  b\r\n', ['a', 'b']],
  ['[metadata]\nrequires-dist =\n  pbr\n', ['pbr']],
  ['[options]\ninstall_requires =\n  a # why\n', ['a']],
  ['[options\ninstall_requires = a\n', ['a']],
  ['[constructor]\nx = a\n', []],
  ['', []],
])('%j', (text, names) => {
  expect(readSetupCfg('setup.cfg', text).dependencies.map(({ name }) => name)).toEqual(names);
});

test('options that name others of their section', () => {
  const text = '[options.extras_require]\ntest =\n  pytest\n  moto\nall =\n  %(test)s\n  %(gone)s\n  %(all)s\n';
  const { dependencies, faults } = readSetupCfg('setup.cfg', text);
  const all = dependencies.filter(({ group }) => group === 'all');
  expect(all.slice(0, 2).map(({ name, place }) => [name, place.line])).toEqual([
    ['pytest', 6],
    ['moto', 6],
  ]);
  expect(faults[0]?.message).toContain('%(gone)s');
});
