import { describe, expect, test } from 'vitest';
import type { ImportFact } from './module-facts.ts';
import { readModule } from './read-module.ts';

const imports = (text: string): readonly ImportFact[] => readModule(new TextEncoder().encode(text)).imports;

test.for([
  ['import a.b as c, d', [{ module: 'a.b', name: null, level: 0 }, { module: 'd' }]],
  [
    'from a.b import c as d, e',
    [
      { module: 'a.b', name: 'c', level: 0 },
      { module: 'a.b', name: 'e' },
    ],
  ],
  ['from a import *', [{ module: 'a', name: '*' }]],
  ['from . import a', [{ module: '', name: 'a', level: 1 }]],
  ['from ...a.b import c', [{ module: 'a.b', name: 'c', level: 3 }]],
  ['def f():\n  class A:\n    import a', [{ module: 'a' }]],
  ['"import a"', []],
] as const)('%j', ([text, expected]) => {
  expect(imports(text)).toMatchObject(expected);
});

test('a fact has the place and the text of its statement', () => {
  const [first] = imports('x = 1\nfrom a import (\n  b,\n)\n');
  expect(first).toMatchObject({
    range: { line: 2, column: 1, endLine: 4, endColumn: 2 },
    text: 'from a import (\n  b,\n)',
  });
});

describe('for type checkers only', () => {
  test.for([
    ['if TYPE_CHECKING:\n  import a', true],
    ['if typing.TYPE_CHECKING:\n  import a', true],
    ['if TYPE_CHECKING:\n  if x:\n    import a', true],
    ['if TYPE_CHECKING:\n  pass\nelse:\n  import a', false],
    ['if not TYPE_CHECKING:\n  import a', false],
    ['if TYPE_CHECKING:\n  pass\nimport a', false],
  ] as const)('%j: %s', ([text, typeOnly]) => expect(imports(text)).toMatchObject([{ typeOnly }]));
});

describe('what the module goes on without', () => {
  test.for([
    ['try:\n  import a\nexcept ImportError:\n  pass', true],
    ['try:\n  import a\nexcept ModuleNotFoundError as e:\n  pass', true],
    ['try:\n  import a\nexcept (KeyError, ImportError):\n  pass', true],
    ['try:\n  import a\nexcept Exception:\n  pass', true],
    ['try:\n  import a\nexcept:\n  pass', true],
    ['try:\n  import a\nexcept ValueError:\n  pass\nexcept ImportError:\n  pass', true],
    ['try:\n  pass\nexcept ImportError:\n  import a', true],
    ['if sys.version_info >= (3, 12):\n  import a', true],
    ['if x:\n  pass\nelif six.PY2:\n  import a', true],
    ['if sys.platform == "win32":\n  pass\nelse:\n  import a', true],
    ['if x:\n  pass\nelse:\n  import a', false],
    ['if sys.version_info >= (3, 12):\n  pass\nimport a', false],
    ['try:\n  import a\nexcept KeyError:\n  pass', false],
    ['try:\n  import a\nfinally:\n  pass', false],
    ['try:\n  pass\nexcept ImportError:\n  pass\nelse:\n  import a', false],
    ['try:\n  pass\nexcept ImportError:\n  pass\nimport a', false],
  ] as const)('%j: %s', ([text, optional]) => expect(imports(text)).toMatchObject([{ optional }]));
});

test.for([
  ['import a', false],
  ['class A:\n  import a', false],
  ['def f():\n  if x:\n    import a', true],
  ['async def f():\n  pass\nimport a', false],
] as const)('in a function: %j is %s', ([text, deferred]) => expect(imports(text)).toMatchObject([{ deferred }]));
