import { expect, test } from 'vitest';
import { handlerFiles } from './handler-files.ts';

const files = ['src/orders/submit.py', 'src/orders/update.py', 'src/carts/update.py', 'src/idle.py', 'src/index.py'];

test.each([
  ['a module', ['submit'], [], ['src/orders/submit.py']],
  ['a module of a folder', ['carts/update'], [], ['src/carts/update.py']],
  ['a name of several files', ['update'], [], []],
  ['a name that says nothing', ['index'], [], []],
  ['an archive of one file', [], ['idle'], ['src/idle.py']],
])('%s', (_, handlers, archives, expected) => {
  expect([...handlerFiles(handlers, archives, files)]).toEqual(expected);
});
