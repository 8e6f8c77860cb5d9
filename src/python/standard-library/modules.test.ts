import { expect, test } from 'vitest';
import { reveal } from './testing/reveal.ts';

const files = { 'pkg/__init__.py': "z = 'z'", 'pkg/sub.py': "x = 'a'\nclass C:\n  k = 'v'" };
const imports = 'import importlib, sys\nfrom importlib import import_module\nimport pkg.sub\n';

test.each([
  ["import_module('pkg.sub').x", "'a'"],
  ["importlib.import_module('.sub', 'pkg').x", "'a'"],
  ["importlib.import_module('.sub', package='pkg').x", "'a'"],
  ["import_module('..sub', 'pkg.other').x", "'a'"],
  ["import_module('...sub', 'pkg.other')", '?'],
  ["getattr(import_module('pkg.sub'), 'x')", "'a'"],
  ["import_module('boto3').client", 'boto3.client'],
  ["import_module(f'pkg.{name}')", '?'],
  ["__import__('pkg.sub').z", "'z'"],
  ["sys.modules['pkg.sub'].x", "'a'"],
  ['importlib.reload(pkg.sub).x', "'a'"],
])('%s is %s', (expression, value) => {
  expect(reveal(`${imports}reveal(${expression})`, files)).toEqual([value]);
});

test('a class by the string of its path', () => {
  const code = "from django.utils.module_loading import import_string\nreveal(import_string('pkg.sub.C')().k)";
  expect(reveal(code, files)).toEqual(["'v'"]);
});
