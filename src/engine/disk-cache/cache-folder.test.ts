import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, type Machine } from './cache-folder.ts';

const home = '/home/ada';

test.runIf(process.platform !== 'win32').for<[string, Omit<Machine, 'home'>, string | undefined]>([
  ['Linux', { platform: 'linux', environment: {} }, '/home/ada/.cache/skyworthy'],
  ['XDG', { platform: 'linux', environment: { XDG_CACHE_HOME: '/fast' } }, '/fast/skyworthy'],
  ['XDG, relative', { platform: 'linux', environment: { XDG_CACHE_HOME: 'x' } }, '/home/ada/.cache/skyworthy'],
  ['macOS', { platform: 'darwin', environment: {} }, '/home/ada/Library/Caches/skyworthy'],
  ['own', { platform: 'darwin', environment: { SKYWORTHY_CACHE: '/own' } }, '/own'],
  ['own, relative', { platform: 'linux', environment: { SKYWORTHY_CACHE: 'own' } }, resolve('own')],
  ['own, empty', { platform: 'linux', environment: { SKYWORTHY_CACHE: '' } }, '/home/ada/.cache/skyworthy'],
  ['Windows', { platform: 'win32', environment: { LOCALAPPDATA: '/c/Local' } }, '/c/Local/skyworthy'],
])('%s', ([, machine, folder]) => expect(cacheFolder({ ...machine, home })).toBe(folder));

test('no home, no cache', () => {
  expect(cacheFolder({ platform: 'linux', environment: {}, home: '' })).toBeUndefined();
});
