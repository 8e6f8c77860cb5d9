import { expect, test } from 'vitest';
import { environmentOf } from './environment.ts';
import { markerHolds } from './marker-text.ts';

const linux = environmentOf({
  python: '3.12',
  platform: 'linux',
  machine: 'x86_64',
  implementation: 'cpython',
  extras: ['s3-transfer'],
});

test.each([
  ['python_version >= "3.9"', true],
  ['python_version < "3.10"', false],
  ['"3.13" <= python_version', false],
  ['python_version in "3.11 3.12"', true],
  ['python_version not in "3.11"', true],
  ['python_version == "3.*"', true],
  ['python_full_version >= "3.12.0"', true],
  ['python_full_version < "3.12"', false],
  ['python_full_version >= "3.12.4"', 'unknown'],
  ['sys_platform == "linux"', true],
  ['sys.platform == "win32"', false],
  ['os_name == "nt"', false],
  ['platform_system == "Linux" and platform_machine == "aarch64"', false],
  ['platform_python_implementation == "CPython"', true],
  ['implementation_name != "pypy"', true],
  ['platform_release >= "5"', 'unknown'],
  ['platform_release >= "5" or os_name == "posix"', true],
  ['platform_release >= "5" and os_name == "nt"', false],
  ['platform_release >= "5" and os_name == "posix"', 'unknown'],
  ['extra == "S3_transfer"', true],
  ['extra == "other"', false],
  ['"s3.transfer" in extras', true],
  ['"dev" in dependency_groups', 'unknown'],
  ['sys_platform > "a"', false],
  ['os_name ~= "posix"', 'unknown'],
  ['not a marker', 'unknown'],
  ['constructor == "x"', 'unknown'],
])('%s → %s', (marker, expected) => {
  expect(markerHolds(marker, linux)).toBe(expected);
});

test('nothing known, nothing told', () => {
  expect(markerHolds('python_version >= "3.9"', environmentOf({}))).toBe('unknown');
  expect(markerHolds(null, environmentOf({}))).toBe(true);
});
