import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findLibraries } from './libraries.ts';

type Files = Readonly<Record<string, string>>;

const libraries = (files: Files) => findLibraries(memoryRepository(files));

describe('what is run', () => {
  const rows: [title: string, need: string, files: Files, expected: string[]][] = [
    [
      'a declared library by a script',
      'testing',
      { 'requirements-dev.txt': 'coverage\npytest\n', 'scripts/test.sh': 'coverage run -m pytest tests/\n' },
      ['coverage scripts/test.sh:1', 'pytest scripts/test.sh:1'],
    ],
    [
      'a tool that no manifest declares, by a pipeline',
      'quality',
      {
        '.github/workflows/ci.yml':
          'jobs:\n  a:\n    steps:\n      - run: pip install ruff\n      - run: ruff check .\n',
      },
      ['ruff .github/workflows/ci.yml:5'],
    ],
    [
      'hooks',
      'quality',
      { '.pre-commit-config.yaml': 'repos:\n- repo: r\n  hooks:\n  - id: ruff-format\n  - id: end-of-file-fixer\n' },
      ['ruff .pre-commit-config.yaml:4'],
    ],
    [
      'what tox runs, not what it installs',
      'testing',
      { 'tox.ini': '[testenv]\ndeps =\n  nox\ncommands =\n  pytest {posargs}\n' },
      ['pytest tox.ini:5'],
    ],
    ['not what ships, unless it is declared', 'web', { 'start.sh': 'gunicorn app:app\n' }, []],
    [
      'what settings are for, where it is declared',
      'testing',
      { 'pyproject.toml': '[dependency-groups]\ndev = ["coverage"]\n[tool.coverage.run]\n[tool.tox]\n' },
      ['coverage pyproject.toml:3'],
    ],
    ['not in what tests read', 'quality', { 'tests/fixtures/a/lint.sh': 'ruff check\n' }, []],
    ['not in samples', 'quality', { 'examples/a/lint.sh': 'ruff check\n' }, []],
  ];
  test.for(rows)('%s', ([, need, files, expected]) => {
    const uses = libraries(files).needs.find((one) => one.need === need)?.uses ?? [];
    expect(
      uses.map(({ distribution, evidence }) => `${distribution} ${evidence.at(-1)?.file}:${evidence.at(-1)?.line}`),
    ).toEqual(expected);
    expect(uses.every(({ tool }) => tool)).toBe(true);
  });
});

describe('current choices', () => {
  const chosen = (need: string, files: Files): string[] =>
    libraries(files)
      .needs.find((one) => one.need === need)
      ?.current.map(({ distribution }) => distribution) ?? [];
  const rows: [title: string, need: string, requirements: string, expected: string[]][] = [
    ['of the cloud in use', 'cloud-sdk', 'azure-storage-blob\n', ['azure-identity']],
    ['of two clouds', 'cloud-sdk', 'boto3\ngoogle-cloud-pubsub\n', ['boto3', 'google-cloud-storage']],
    ['of no cloud', 'cloud-sdk', 'flask\npython-dateutil\n', []],
    ['of the kind of work', 'infrastructure', 'aws-cdk-lib\n', ['aws-cdk-lib']],
    ['of the databases in use', 'data', 'redis\n', ['redis']],
    ['of what is tested', 'testing', 'requests\n', ['pytest', 'hypothesis', 'responses']],
  ];
  test.for(rows)('%s', ([, need, requirements, expected]) =>
    expect(chosen(need, { 'requirements.txt': requirements })).toEqual(expected),
  );
});
