import { expect, test } from 'vitest';
import { handlerFiles } from './handler-files.ts';
import { importLines } from './import-lines.ts';
import { openOwnModules } from './own-modules.ts';

const texts: Record<string, string> = {
  'src/orders/submit.py': 'from shared import store\n',
  'src/orders/index.py': '',
  'src/carts/index.py': '',
  'src/layer/shared.py': 'store = 1\n',
  'src/idle.py': '',
};
const files = Object.keys(texts);
const around = {
  files,
  imports: new Map(files.map((file) => [file, importLines(new TextEncoder().encode(texts[file]))])),
  own: openOwnModules(files),
};

test.each([
  ['a module and what it imports', ['submit'], [], ['src/layer/shared.py', 'src/orders/submit.py']],
  ['a module of a folder', ['carts/index'], [], ['src/carts/index.py']],
  ['a name of several files', ['index'], [], []],
  ['an archive of one file', [], ['idle'], ['src/idle.py']],
])('%s', (_, handlers, archives, expected) => {
  expect([...handlerFiles(new Set(handlers), new Set(archives), around)].sort()).toEqual(expected);
});
