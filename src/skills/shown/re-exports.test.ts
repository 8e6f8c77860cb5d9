import { expect, test } from 'vitest';
import type { ImportLine } from './import-lines.ts';
import { openOwnModules } from './own-modules.ts';
import { openReExports } from './re-exports.ts';

const line = (path: string, bound: string): ImportLine => ({ path, bound });
const imports = new Map([
  ['app/__init__.py', []],
  ['app/compat.py', [line('pandas', 'pd'), line('os', 'os'), line('google.cloud.storage', 'storage')]],
  ['app/main.py', []],
]);
const reExports = openReExports(
  imports,
  openOwnModules([...imports.keys()]),
  (path) => path !== 'os' && !path.startsWith('app.compat'),
);

const cases: [string, ImportLine, ImportLine[]][] = [
  ['a name', line('app.compat.pd', 'frames'), [line('pandas', 'frames')]],
  ['what is below a name', line('.compat.storage.Client', 'Client'), [line('google.cloud.storage.Client', 'Client')]],
  [
    'the module',
    line('app.compat', 'compat'),
    [line('pandas', 'compat.pd'), line('google.cloud.storage', 'compat.storage')],
  ],
  ['all names', line('.compat.*', '*'), [line('pandas', 'pd'), line('google.cloud.storage', 'storage')]],
  ['a module of the project, which may be a library itself', line('.tasks', 'tasks'), [line('app.tasks', 'tasks')]],
  ['another name', line('app.compat.frames', 'frames'), []],
  ['another module', line('json', 'json'), []],
];

test.for(cases)('%s', ([, wanted, expected]) => {
  expect(reExports.behind(wanted, 'app/main.py')).toEqual(expected);
});
