import { expect, test } from 'vitest';
import { layerRoots } from './layer-roots.ts';

test.each([
  ['a folder python', ['layers/shared/python/shared.py'], 'src/app', ['layers/shared/python']],
  ['a folder that is called a layer', ['server/layers/utils.py'], 'server/orders', ['server/layers']],
  ['a package', ['common-layer/shared/__init__.py'], 'app', ['common-layer']],
  ['the nearest of two', ['a/layers/shared.py', 'b/layers/shared.py'], 'b/app', ['b/layers']],
  ['no other name', ['layers/python/other.py'], 'app', []],
  ['no other folder', ['lib/shared.py'], 'app', []],
])('%s', (_, files, codeRoot, roots) => {
  expect(layerRoots(files, codeRoot, new Set(['shared', 'utils']))).toEqual(roots);
});
