import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { isManifest, readManifests } from './index.ts';

describe('isManifest', () => {
  test.each([
    ['requirements.txt', 'requirements'],
    ['a/requirements-dev.txt', 'requirements'],
    ['dev_requirements.txt', 'requirements'],
    ['requirements3.10.txt', 'requirements'],
    ['requirements.in', 'requirements'],
    ['requirements.lock', 'requirements'],
    ['requirements/edx/base.txt', 'requirements'],
    ['constraints-3.12.txt', 'requirements'],
    ['upper-constraints.txt', 'requirements'],
    ['pyproject.toml', 'pyproject'],
    ['Pipfile', 'pipfile'],
    ['Pipfile.lock', 'pipfile-lock'],
    ['pylock.dev.toml', 'pylock'],
    ['environment-gpu.yaml', 'conda-environment'],
    ['.python-version', 'python-version'],
    ['robots.txt', undefined],
    ['docs/_sources/v1_node_selector_requirement.rst.txt', undefined],
    ['docs/requirements.md', undefined],
    ['constructor', undefined],
    ['requirements/README.md', undefined],
  ])('%s: %s', (path, format) => {
    expect(isManifest(path)).toBe(format);
  });
});

const read = (files: Record<string, string | Uint8Array>) => readManifests(memoryRepository(files));

const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const files = (count: number, text: (index: number) => string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`requirements/r${index}.txt`, text(index)]));

describe('readManifests', () => {
  test('follows includes under any name, each file once', () => {
    const manifests = read({
      'requirements.txt': '-r deps/base.list\n-c deps/pins.list\n',
      'requirements-dev.txt': '-r requirements.txt\n-r deps/base.list\npytest\n',
      'deps/base.list': 'boto3\n',
      'deps/pins.list': 'boto3==1.34\n',
    });
    expect(manifests.map(({ file, role, faults }) => [file, role, faults.length])).toEqual([
      ['deps/base.list', 'declaration', 0],
      ['deps/pins.list', 'constraint', 0],
      ['requirements-dev.txt', 'declaration', 0],
      ['requirements.txt', 'declaration', 0],
    ]);
  });

  test('a file that its own name declares stays one, though others take it as constraints', () => {
    const manifests = read({
      'requirements.txt': 'boto3==1.34\n',
      'requirements-dev.in': '-c requirements.txt\nmoto\n',
    });
    expect(manifests.map(({ file, role }) => [file, role])).toEqual([
      ['requirements-dev.in', 'declaration'],
      ['requirements.txt', 'declaration'],
    ]);
  });

  test('missing files, circles and ways out are faults where they stand', () => {
    const manifests = read({
      'requirements.txt': 'a\n-r b.txt\n-r gone.txt\n-r ../../out.txt\n',
      'b.txt': '\n-r requirements.txt\n',
    });
    expect(
      manifests.flatMap(({ faults }) => faults.map(({ place, message }) => [place.file, place.line, message])),
    ).toEqual([
      ['b.txt', 2, 'requirements.txt: the includes go in a circle'],
      ['requirements.txt', 4, '../../out.txt: lies outside the repository, so not followed'],
      ['requirements.txt', 2, 'b.txt: the includes go in a circle'],
      ['requirements.txt', 3, 'gone.txt: no such file in the repository'],
    ]);
  });

  test.each<[string, number, Record<string, string>]>([
    ['many that are missing', 20_000, { 'requirements.txt': numbered(20_000, (i) => `-r a${i}.txt`) }],
    ['all that include all', 160_000, files(400, () => numbered(400, (i) => `-r r${i}.txt`))],
    ['a long ring', 3000, files(3000, (i) => `-r r${(i + 1) % 3000}.txt`)],
    ['a long chain', 1, files(3000, (i) => `-r r${i + 1}.txt`)],
  ])('%s are named in linear time', (_, faults, repository) => {
    const start = performance.now();
    const manifests = read(repository);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(manifests.reduce((sum, manifest) => sum + manifest.faults.length, 0)).toBe(faults);
  });

  test('prose with the name of requirements is left out, unless it is included', () => {
    const prose = 'These are the system requirements.\nYou need a computer with 4 GB.\n';
    expect(read({ 'docs/requirements.txt': prose })).toEqual([]);
    expect(read({ 'requirements.txt': '-r docs/requirements.txt', 'docs/requirements.txt': prose })).toHaveLength(2);
  });

  test('paths to projects of the repository carry their names', () => {
    const manifests = read({
      'services/api/requirements.txt': '-e ../../libs/core\n./libs/other\n.\n-e ./gone\n/srv/x\n',
      'libs/core/pyproject.toml': '[project]\nname = "My_Core"\n',
      'libs/other/setup.py': 'setup(name="other")\n',
      'services/api/setup.cfg': '[metadata]\nname = api\n',
    });
    const found = manifests.find(({ file }) => file.endsWith('requirements.txt'));
    expect(found?.dependencies.map(({ name }) => name)).toEqual(['my-core', 'other', 'api', '', '']);
  });

  test('a file of requirements that setup.py or pyproject.toml reads is followed', () => {
    const manifests = read({
      'setup.py': 'setup(install_requires=open("deps/req.txt").read().splitlines())\n',
      'deps/req.txt': 'boto3\n',
      'pyproject.toml': '[tool.setuptools.dynamic]\ndependencies = {file = "deps/gone.txt"}\n',
    });
    expect(manifests.map(({ file, faults }) => [file, faults.length])).toEqual([
      ['deps/req.txt', 0],
      ['pyproject.toml', 1],
      ['setup.py', 1],
    ]);
  });

  test('UTF-16 with a byte order mark is read, binary is a fault', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...'boto3==1.0\r\n'].map((c) => c.charCodeAt(0))).buffer),
    ]);
    const [manifest] = read({ 'requirements.txt': utf16 });
    expect(manifest?.dependencies).toMatchObject([
      { name: 'boto3', specifier: '==1.0', place: { line: 1, column: 1 } },
    ]);
    const [binary] = read({ 'pyproject.toml': new Uint8Array([0, 1, 2]) });
    expect(binary?.faults).toMatchObject([{ place: { line: 1 }, message: 'binary file (it has a NUL byte)' }]);
  });

  test('the Python that files ask for', () => {
    const manifests = read({
      '.python-version': '# pinned\n3.12.4\n3.11\n',
      'runtime.txt': 'python-3.11.x\n',
      '.tool-versions': 'nodejs 20.1\npython 3.13.1 3.12.0 # two\n',
      'sub/.python-version': 'my-env\n',
    });
    expect(
      manifests.map(({ file, python, faults }) => [file, python?.specifier, python?.place.line, faults.length]),
    ).toEqual([
      ['.python-version', '3.12.4', 2, 0],
      ['.tool-versions', '3.13.1', 2, 0],
      ['runtime.txt', '3.11', 1, 0],
      ['sub/.python-version', undefined, undefined, 1],
    ]);
  });
});
