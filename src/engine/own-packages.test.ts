import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { ownPackages } from './own-packages.ts';

const packages = new Map([
  ['storages', 'django-storages'],
  ['celery', 'celery'],
]);

test.for<[string, Record<string, string>, string[]]>([
  [
    'a project',
    { 'pyproject.toml': '[project]\nname = "Django_Storages"\n', 'storages/__init__.py': '' },
    ['storages'],
  ],
  ['below src', { 'setup.cfg': '[metadata]\nname = celery\n', 'src/celery/__init__.py': '' }, ['celery']],
  ['a script', { 'lib/setup.py': "setup(\n    name='celery',\n)", 'lib/celery/__init__.py': '' }, ['celery']],
  ['a copy', { 'pyproject.toml': '[project]\nname = "shop"\n', 'celery/__init__.py': '' }, []],
  ['a copy without a manifest', { 'layer/python/celery/__init__.py': '' }, []],
  ['a module of that name inside of a package', { 'setup.py': "name='celery'", 'shop/celery.py': '' }, []],
])('%s', ([, files, expected]) => {
  expect([...ownPackages(memoryRepository(files), packages)]).toEqual(expected);
});
