import { expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { hookFolders } from './azd-hooks.ts';

test.for<[title: string, hooks: string, expected: readonly string[]]>([
  [
    'a script for each system',
    'postup: { posix: { run: ./scripts/init.sh }, windows: { run: ./scripts/init.ps1 } }',
    ['scripts'],
  ],
  ['a command that runs one', 'postup: { run: python tools/seed.py --all }', ['tools']],
  ['a list of hooks', 'postup: [{ run: ./scripts/init.sh }, { run: tools/seed.py }]', ['scripts', 'tools']],
  ['a script at the root, beside everything else', 'postup: { run: ./setup.sh }', []],
  ['a script that is not there', 'postup: { run: ./gone/init.sh }', []],
  ['a script outside', 'postup: { run: ../../init.sh }', []],
])('%s', async ([, hooks, expected]) => {
  const repository = memoryRepository({
    'azure.yaml': `name: shop\nhooks: { ${hooks} }\n`,
    'scripts/init.sh': '',
    'scripts/init.ps1': '',
    'tools/seed.py': '',
    'setup.sh': '',
  });
  expect([...(await hookFolders(repository))].sort()).toEqual(expected);
});

test('hooks of a service stand in its project', async () => {
  const repository = memoryRepository({
    'azure.yaml': 'services: { api: { project: src/api, hooks: { predeploy: { run: ./hooks/build.sh } } } }\n',
    'src/api/hooks/build.sh': '',
  });
  expect([...(await hookFolders(repository))]).toEqual(['src/api/hooks']);
});
