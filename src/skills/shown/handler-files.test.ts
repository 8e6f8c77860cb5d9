import { expect, test } from 'vitest';
import { handlerFiles } from './handler-files.ts';

const files = ['src/orders/submit.py', 'src/orders/update.py', 'src/carts/update.py', 'fn/route/src/index.py'];

test.each([
  ['a module', 'submit', null, ['src/orders/submit.py']],
  ['a module of a folder', 'carts/update', null, ['src/carts/update.py']],
  ['a name of several files', 'update', null, []],
  ['a name of several files, one of them near', 'update', 'src/carts', ['src/carts/update.py']],
  ['a name that says nothing', 'index', null, []],
  ['a name that says nothing, near', 'index', 'fn/route', ['fn/route/src/index.py']],
])('%s', (_, module, below, expected) => {
  expect([...handlerFiles([{ module, below }], files)]).toEqual(expected);
});
