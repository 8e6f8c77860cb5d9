import { expect, test } from 'vitest';
import { parseModule } from '../../syntax/python/index.ts';
import { type CallingFile, openIsCalled } from './is-called.ts';
import { readMentions } from './mentions.ts';

const file = (name: string, text: string): CallingFile => {
  const bytes = Buffer.from(text);
  const tree = parseModule(bytes);
  return { file: name, bytes, tree: () => tree, mentions: () => readMentions(tree) };
};

const place = { file: 'store.py', line: 1, column: 1, endLine: 1, endColumn: 1 };
const store =
  'def get_all():\n    return page()\n\ndef page():\n    pass\n\ndef unused():\n    pass\n\ndef __own():\n    pass\n\n@app.get("/")\ndef route():\n    pass\n\nclass Store:\n    def __init__(self):\n        pass\n\n    def put(self):\n        pass\n\nclass Worker(Thread):\n    def run(self):\n        pass\n';

const isCalled = (handler: string, within: string[], started = 'handler'): boolean => {
  const files = [file('app.py', handler), file('store.py', store)];
  return openIsCalled(() => files, new Map([['app.py', new Set([started])]]))({ place, within });
};

test.for<[title: string, handler: string, within: string[], expected: boolean]>([
  ['the top of a module', 'def handler(): pass\n', [], true],
  ['what the handler calls', 'import store\ndef handler():\n    store.get_all()\n', ['get_all'], true],
  ['through another function', 'import store\ndef handler():\n    store.get_all()\n', ['page'], true],
  ['what nothing calls', 'import store\ndef handler():\n    store.get_all()\n', ['unused'], false],
  ['a private function that nothing calls', 'def handler(): pass\n', ['__own'], false],
  [
    'what only another entry calls',
    'import store\ndef other():\n    store.get_all()\ndef handler(): pass\n',
    ['page'],
    false,
  ],
  ['an import alone', 'from store import get_all\ndef handler(): pass\n', ['page'], false],
  ['an import under another name', 'from store import get_all as all_of\ndef handler(): pass\n', ['page'], true],
  ['an entry point of another file', 'from store import handler\n', ['handler'], true],
  ['a table at the top', 'import store\ntable = {"a": store.get_all}\ndef handler(): pass\n', ['page'], true],
  ['a name in a text', 'import store\ndef handler():\n    getattr(store, "unused")()\n', ['unused'], true],
  ['a name that is put together', 'import store\ndef handler(e):\n    getattr(store, e["f"])()\n', ['unused'], true],
  [
    'what only the command line calls',
    'import store\ndef handler(): pass\nif __name__ == "__main__":\n    store.get_all()\n',
    ['page'],
    false,
  ],
  [
    "another function of Google's framework",
    'import store\n@functions_framework.http\ndef other(r):\n    store.get_all()\ndef handler(): pass\n',
    ['page'],
    false,
  ],
  ['what a decorator registers', 'def handler(): pass\n', ['route'], true],
  ['a method', 'import store\ndef handler():\n    store.Store().put()\n', ['Store', 'put'], true],
  ['a method that is not called', 'import store\ndef handler():\n    store.Store()\n', ['Store', 'put'], false],
  [
    'a method whose name another object has too',
    'import store, queue\ndef handler():\n    queue.Queue().put()\n',
    ['Store', 'put'],
    false,
  ],
  [
    'a method of an object that is made in what nothing calls',
    'import store\ndef other():\n    return store.Store()\ndef handler(o):\n    o.put()\n',
    ['Store', 'put'],
    false,
  ],
  [
    'a method of an object that is made at the top',
    'import store\nown = store.Store()\ndef handler():\n    own.put()\n',
    ['Store', 'put'],
    true,
  ],
  [
    'functions that call each other alone',
    'import store\ndef one():\n    two()\ndef two():\n    one()\n    store.get_all()\ndef handler(): pass\n',
    ['page'],
    false,
  ],
  [
    'a name that is put together, of a module of elsewhere',
    'import logging\ndef handler(e):\n    getattr(logging, e["level"])("x")\n',
    ['unused'],
    false,
  ],
  [
    'whether there is what a name that is put together names',
    'def handler(e):\n    return not getattr(e, e["f"], None)\n',
    ['unused'],
    false,
  ],
  ['a constructor', 'import store\ndef handler():\n    store.Store()\n', ['Store', '__init__'], true],
  [
    'a method that a base may call',
    'import store\ndef handler():\n    store.Worker().start()\n',
    ['Worker', 'run'],
    true,
  ],
])('%s', ([, handler, within, expected]) => {
  expect(isCalled(handler, within)).toBe(expected);
});

test('a script runs what stands under its condition', () => {
  const text = 'import store\nif __name__ == "__main__":\n    store.get_all()\n';
  expect(isCalled(text, ['page'], '__main__')).toBe(true);
});

test('everything may run where no function is started', () => {
  expect(openIsCalled(() => [file('store.py', store)], new Map())({ place, within: ['unused'] })).toBe(true);
});
