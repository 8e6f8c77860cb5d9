// The contract of the commands that show how files were read: dependencies and parse.
import { describe, expect, test } from 'vitest';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function json(...args: string[]): Promise<unknown> {
  const { code, out, err } = await run([...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('dependencies', () => {
  test('what a manifest declares, with places', async () => {
    const folder = temporaryFolder({
      'requirements.txt':
        '# tools\nboto3[crt]==1.44.5 ; python_version > "3.10" --hash=sha256:0\n-e git+https://u:secret@example.com/x.git#egg=x\n',
      'pyproject.toml': '[project]\nname = "Jobs"\nrequires-python = ">=3.11"\n[dependency-groups]\ndev = ["pytest"]\n',
    });
    expect(await json('dependencies', folder)).toMatchObject({
      schemaVersion: 1,
      manifests: [
        {
          file: 'pyproject.toml',
          format: 'pyproject',
          python: '>=3.11',
          dependencies: [{ name: 'pytest', specifier: '', group: 'dev', source: 'index', pinned: false, line: 5 }],
        },
        {
          file: 'requirements.txt',
          format: 'requirements',
          python: null,
          dependencies: [
            {
              name: 'boto3',
              specifier: '==1.44.5',
              extras: ['crt'],
              group: null,
              source: 'index',
              pinned: true,
              line: 2,
            },
            { name: 'x', source: 'vcs', url: 'git+https://***@example.com/x.git#egg=x', line: 3 },
          ],
        },
      ],
      unreadable: [],
    });
  });

  test('what cannot be read is named, and exits 0', async () => {
    const folder = temporaryFolder({ 'requirements.txt': 'flask\n!!!\n-r gone.txt\n' });
    expect(await json('dependencies', folder)).toMatchObject({
      manifests: [{ dependencies: [{ name: 'flask' }] }],
      unreadable: [
        { file: 'requirements.txt', line: 2 },
        { file: 'requirements.txt', line: 3 },
      ],
    });
    expect((await run(['dependencies', folder])).out).toContain('requirements.txt:2');
  });

  test('a folder without manifests, and one that is not there', async () => {
    expect((await run(['dependencies', temporaryFolder()])).out).toBe('No dependency file found.\n');
    expect((await run(['dependencies', 'gone'])).code).toBe(2);
  });
});

describe('parse', () => {
  test('format, size and errors with places, sorted by file', async () => {
    const folder = temporaryFolder({
      'main.bicep': 'param a string\nvar b = [\n',
      'app.py': 'x = (\ndef f(): pass\n',
      'ok.tf': 'a = 1\n',
      'notes.md': '# not read\n',
    });
    expect(await json('parse', '.', '--cwd', folder)).toEqual({
      schemaVersion: 1,
      files: [
        {
          file: 'app.py',
          format: 'python',
          ok: false,
          sizeBytes: 20,
          errors: [expect.objectContaining({ line: 1, column: 5 })],
        },
        {
          file: 'main.bicep',
          format: 'bicep',
          ok: false,
          sizeBytes: 25,
          errors: [expect.objectContaining({ line: 2 })],
        },
        { file: 'ok.tf', format: 'hcl', ok: true, sizeBytes: 6, errors: [] },
      ],
    });
  });

  test.for([
    ['a.py', 'import os\n', 'Import 1:1'],
    ['a.yaml', 'a: !Ref b\n', 'value scalar 1:'],
    ['a.json', '{"a": 1}', 'value scalar 1:7'],
    ['a.toml', 'a = 1\n', 'value scalar 1:5'],
    ['a.ini', '[a]\nb = 1\n', 'b'],
    ['.env', 'A=1\n', 'A'],
    ['Dockerfile', 'FROM python:3.13\n', 'keyword="FROM"'],
    ['a.tf', 'a = 1\n', 'attribute 1:1'],
    ['a.bicep', 'var a = 1\n', '1:1'],
    ['requirements.txt', 'boto3\n', 'dependency 1:1 boto3'],
  ] as const)('%s: its tree', async ([file, text, part]) => {
    const folder = temporaryFolder({ [file]: text });
    const { code, out } = await run(['parse', file, '--tree', '--cwd', folder]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(part) as string });
  });

  test('a file of no known format is an error of that file; a path that is not there exits 2', async () => {
    const folder = temporaryFolder({ 'notes.md': '# not read\n' });
    expect(await json('parse', 'notes.md', '--cwd', folder)).toMatchObject({
      files: [{ file: 'notes.md', format: 'unknown', ok: false }],
    });
    const { code, err } = await run(['parse', 'gone.py', '--cwd', folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/^skyworthy: gone\.py does not exist.*\n$/);
  });
});
