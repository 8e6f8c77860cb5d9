import { expect, test } from 'vitest';
import { installedFiles } from './installed.ts';
import { memoryRepository } from './memory.ts';

test('what a RECORD lists is installed, and what stands beside it is not', () => {
  const isInstalled = installedFiles(
    memoryRepository({
      'layer/python/boto3-1.29.7.dist-info/METADATA': '',
      'layer/python/boto3-1.29.7.dist-info/RECORD': 'boto3/__init__.py,sha256=x,1\nboto3/s3/inject.py,,\nbin/tool,,\n',
      'layer/python/boto3/s3/inject.py': '',
      'layer/python/six-1.16.0.dist-info/METADATA': '',
      'layer/python/six-1.16.0.dist-info/RECORD': 'six.py,sha256=x,1\n',
      'layer/python/six.py': '',
      'layer/python/handler.py': '',
      'boto3/own.py': '',
    }),
  );
  expect(isInstalled('layer/python/boto3/s3/inject.py')).toBe(true);
  expect(isInstalled('layer/python/six.py')).toBe(true);
  expect(isInstalled('layer/python/handler.py')).toBe(false);
  expect(isInstalled('boto3/own.py')).toBe(false);
});

test.each([
  ['without a RECORD the package of its name', { 'requests-2.28.2.dist-info/METADATA': '' }, 'requests/api.py', true],
  [
    'top_level.txt names the packages',
    { 'PyYAML-6.dist-info/METADATA': '', 'PyYAML-6.dist-info/top_level.txt': 'yaml\n' },
    'yaml/loader.py',
    true,
  ],
  ['a project that is installed in place is its own', { 'app.egg-info/PKG-INFO': '' }, 'app/x.py', false],
  ['nothing is installed where nothing says so', {}, 'boto3/session.py', false],
])('%s', (_, files, file, wanted) => {
  expect(installedFiles(memoryRepository({ ...files, [file]: '' }))(file)).toBe(wanted);
});
