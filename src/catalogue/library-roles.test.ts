import { expect, test } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { libraryRoles } from './library-roles.ts';

const roles = libraryRoles(openCatalogue());

test.each([
  ['flask.Flask', ['web', 'web-routes']],
  ['aiohttp.web', ['web', 'web-routes']],
  ['aiohttp.ClientSession', []],
  ['flasks', []],
  ['google.cloud.logging', ['structured-logs', 'telemetry']],
  ['google.cloud.secretmanager_v1beta1.types', ['secrets']],
  ['django.db.models', ['database']],
])('%s is of the roles %j', (path, expected) => {
  expect(roles.of(path)).toEqual(expected);
});

test('the roots of a role are the first parts of its modules', () => {
  const found = roles.roots('web');
  expect(found.has('aiohttp')).toBe(true);
  expect(found.has('celery')).toBe(false);
  expect(roles.roots().has('celery')).toBe(true);
});
