import { expect, test } from 'vitest';
import { reveal } from './testing/reveal.ts';

const imports = `
import threading, multiprocessing, atexit
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
from multiprocessing.pool import ThreadPool
def same(x, *rest): return x
`;

test.each<[string, string, string[]]>([
  ['a future', "with ThreadPoolExecutor(4) as ex:\n  reveal(ex.submit(same, 'a').result())", ["'a'"]],
  ['a mapped function', "ex = ThreadPoolExecutor()\nfor r in ex.map(same, ['a', 'b']):\n  reveal(r)", ["'a' | 'b'"]],
  [
    'the futures as they are done',
    "ex = ThreadPoolExecutor()\nfs = [ex.submit(same, x) for x in 'a'.split()]\nfor f in as_completed(fs): reveal(f.result())",
    ["'a'"],
  ],
  [
    'futures that are keys',
    "ex = ThreadPoolExecutor()\nfs = {ex.submit(same, x): x for x in ['a']}\nfor f in as_completed(fs): reveal(f.result())",
    ["'a'"],
  ],
  [
    'those that were waited for',
    "ex = ThreadPoolExecutor()\ndone, _ = wait([ex.submit(same, 'a')])\nfor f in done: reveal(f.result())",
    ["'a'"],
  ],
  ['a pool', "with multiprocessing.Pool(2) as p:\n  reveal(p.map(same, ['a'], 5))", ["['a']"]],
  ['a call applied', "p = ThreadPool()\nreveal(p.apply(same, ('a',)))", ["'a'"]],
  ['a result to come', "p = ThreadPool()\nreveal(p.apply_async(same, args=['a']).get(timeout=1))", ["'a'"]],
  ['tuples spread', "p = ThreadPool()\nreveal(p.starmap(same, [('a', 1), ('a', 2)]))", ["~['a']"]],
])('%s gives what the function gives', (_, code, values) => {
  expect(reveal(imports + code)).toEqual(values);
});

test.each([
  ['submit', "ThreadPoolExecutor().submit(work, 'a', k='b')"],
  ['an annotated executor', "def go(ex: ThreadPoolExecutor):\n  ex.submit(work, 'a', k='b')"],
  ['apply', "ThreadPool().apply(work, ('a',), {'k': 'b'})"],
  ['a thread', "threading.Thread(target=work, args=('a',), kwargs={'k': 'b'}).start()"],
  ['a timer', "threading.Timer(5, work, ['a'], {'k': 'b'}).start()"],
  ['a process', "multiprocessing.Process(target=work, args=('a', 'b')).start()"],
  ['starmap', "ThreadPool().starmap(work, [('a', 'b')])"],
  ['map', "ThreadPoolExecutor().map(work, ['a'], ['b'])"],
  ['an initializer', "ThreadPoolExecutor(initializer=work, initargs=('a', 'b'))"],
  ['that of a pool', "multiprocessing.Pool(4, work, ('a', 'b'))"],
  ['atexit', "atexit.register(work, 'a', k='b')"],
])('%s passes arguments on', (_, call) => {
  expect(reveal(`${imports}\ndef work(x, k):\n  reveal(x)\n  reveal(k)\n${call}\n`)).toEqual(["'a'", "'b'"]);
});

test('a callback gets the future', () => {
  const code = "def done(f): reveal(f.result())\nThreadPoolExecutor().submit(same, 'a').add_done_callback(done)";
  expect(reveal(imports + code)).toEqual(["'a'"]);
});
