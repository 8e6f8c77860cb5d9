import { describe, expect, test } from 'vitest';
import { readRequirements } from './index.ts';

const read = (text: string, file = 'requirements.txt') => readRequirements(file, text);
const faultLines = (text: string): number[] => read(text).faults.map((fault) => fault.place.line);

test('each requirement with its place', () => {
  const { dependencies, faults, role } = read(
    '# web\nFlask[async]>=2,<3  # why\n\n  boto3==1.34.0 ; os_name == "nt"\n',
  );
  expect(role).toBe('declaration');
  expect(faults).toEqual([]);
  expect(dependencies).toMatchObject([
    {
      name: 'flask',
      specifier: '>=2,<3',
      extras: ['async'],
      marker: null,
      pinned: false,
      place: { file: 'requirements.txt', line: 2, column: 1, endLine: 2, endColumn: 19 },
    },
    {
      name: 'boto3',
      specifier: '==1.34.0',
      marker: 'os_name == "nt"',
      pinned: true,
      place: { line: 4, column: 3, endColumn: 34 },
    },
  ]);
});

test('hashes stand on continued lines', () => {
  const text = 'a==1 \\\n    --hash=sha256:aa \\\n    --hash sha384:bb\nb==2 --hash=md5:cc\n';
  const { dependencies, faults } = read(text);
  expect(dependencies).toMatchObject([
    { name: 'a', specifier: '==1', hashes: 2, place: { line: 1, column: 1, endLine: 3, endColumn: 21 } },
    { name: 'b', hashes: 0, place: { line: 4 } },
  ]);
  expect(faults).toMatchObject([{ place: { line: 4 }, message: '--hash takes sha256:…, sha384:… or sha512:…' }]);
});

describe('continuations and comments', () => {
  test.each([
    ['a\\\n>=1', [['a', '>=1']]],
    ['a>=1, \\\n  <2', [['a', '>=1,<2']]],
    [
      'a \\\n# comment\nb',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    ['# comment \\\na', [['a', '']]],
    ['a#egg', []],
    ['a #b', [['a', '']]],
    ['a\t# b', [['a', '']]],
    [
      'a\r\nb\rc',
      [
        ['a', ''],
        ['b', ''],
        ['c', ''],
      ],
    ],
    ['a \\', [['a', '']]],
  ])('%j', (text, expected) => {
    expect(read(text).dependencies.map(({ name, specifier }) => [name, specifier])).toEqual(expected);
  });
});

describe('URLs, repositories and paths', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  test.each([
    [`-e git+https://host/o/r.git@${commit}#egg=My_Lib[x]&subdirectory=p`, 'my-lib', 'vcs', true],
    ['git+ssh://git@host/o/r.git@v1.0#egg=lib', 'lib', 'vcs', false],
    ['lib @ git+https://host/o/r@main', 'lib', 'vcs', false],
    [`lib@git+https://host/o/r@${commit}`, 'lib', 'vcs', true],
    ['git+https://host/o/r.git', '', 'vcs', false],
    ['https://host/a/My_Lib-1.2-py3-none-any.whl', 'my-lib', 'url', false],
    ['https://host/a/lib-1.2.tar.gz#sha256=aa', '', 'url', true],
    ['lib @ file:///srv/lib', 'lib', 'path', false],
    ['./libs/common', '', 'path', false],
    ['libs/common[dev]', '', 'path', false],
    ['-e .', '', 'path', false],
    ['--editable=.[dev,test]', '', 'path', false],
    ['lib-1.0.tar.gz', '', 'path', false],
    ['wheels/lib-1.0-py3-none-any.whl', 'lib', 'path', false],
  ])('%s', (text, name, source, pinned) => {
    const { dependencies, faults } = read(text);
    expect(faults).toEqual([]);
    expect(dependencies).toMatchObject([{ name, source, pinned }]);
  });

  test('extras, version and marker of an address', () => {
    expect(read('https://h/lib-1.2-py3-none-any.whl ; os_name == "nt"').dependencies).toMatchObject([
      { specifier: '==1.2', marker: 'os_name == "nt"', url: 'https://h/lib-1.2-py3-none-any.whl' },
    ]);
    expect(read('-e ".[dev,Test_2]"').dependencies).toMatchObject([{ url: '.', extras: ['dev', 'test-2'] }]);
    expect(read('-e git+https://h/r#egg=a[b]').dependencies).toMatchObject([{ name: 'a', extras: ['b'] }]);
  });
});

test('options, and files that are included', () => {
  const { options, includes, faults, dependencies } = read(
    '-i https://a/simple\n--extra-index-url=https://b\n--pre\n-r base.txt\n-c../constraints.txt\n--requirem other.txt\na --no-binary a\n',
    'requirements/dev.txt',
  );
  expect(faults).toEqual([]);
  expect(options.map(({ name, value, place }) => [name, value, place.line])).toEqual([
    ['index-url', 'https://a/simple', 1],
    ['extra-index-url', 'https://b', 2],
    ['pre', null, 3],
    ['requirement', 'base.txt', 4],
    ['constraint', '../constraints.txt', 5],
    ['requirement', 'other.txt', 6],
  ]);
  expect(includes).toEqual(['requirements/base.txt', 'constraints.txt', 'requirements/other.txt']);
  expect(dependencies.map(({ name }) => name)).toEqual(['a']);
});

describe('faults have a place and never hide the rest', () => {
  test.each([
    ['a\n--req x\nb', [2]],
    ['a=1\nb', [1]],
    ['ok\n<html>\nok2', [2]],
    ['a --install-option="x"\nb', [1]],
    ["a --hash='sha256:aa\nb", [1]],
    ['-r ../x.txt', [1]],
    ['-r /etc/x.txt', [1]],
    ['-r https://h/x.txt', [1]],
    ['-r ${HOME}/x.txt', [1]],
    ['-r', [1]],
    ['--pre=1', [1]],
    ['a; python_version == 3', [1]],
    ['./a; python_version == 3', [1]],
    ['{{ cookiecutter.name }}\na', [1]],
  ])('%j', (text, lines) => {
    expect(faultLines(text)).toEqual(lines);
  });

  test('the rest stands', () => {
    const { dependencies, faults } = read('a==1 --install-option="x"\n!!\nb --hash=\'sha256:1\nc');
    expect(dependencies.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(faults.map(({ place }) => [place.line, place.column])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  test('their number is bounded', () => {
    const { faults } = read('!!\n'.repeat(100_000));
    expect(faults).toHaveLength(201);
    expect(faults.at(-1)?.message).toBe('99800 more parts could not be read');
  });
});

test('roles come from the name', () => {
  expect(read('a==1', 'constraints.txt').role).toBe('constraint');
  expect(read('a==1', 'requirements-dev.lock').role).toBe('lock');
});
