import { expect, test } from 'vitest';
import { reveal } from './testing/reveal.ts';

const imports = `
import asyncio, anyio, functools
from starlette.concurrency import run_in_threadpool
async def same(x): return x
def plain(x, k=None): return x
`;

test.each<[string, string, string]>([
  ['a coroutine', "await same('a')", "'a'"],
  ['gather', "await asyncio.gather(same('a'), same('b'))", "['a', 'b']"],
  ['an element of gather', "(await asyncio.gather(same('a'), same('b')))[1]", "'b'"],
  ['gather of what is not known', 'await asyncio.gather(*x)', '~[builtins.x[]]'],
  ['gather of many', "await asyncio.gather(*[same(x) for x in ['a', 'b']])", "~['a' | 'b']"],
  [
    'gather of some and many',
    "await asyncio.gather(same('c'), *(same(x) for x in ['a']), same('d'))",
    "~['c', 'a' | 'd']",
  ],
  ['wait_for', "await asyncio.wait_for(same('a'), timeout=1)", "'a'"],
  ['a task', "await asyncio.create_task(same('a'))", "'a'"],
  ['the result of a task', "asyncio.ensure_future(same('a')).result()", "'a'"],
  ['gather of tasks', "await asyncio.gather(asyncio.create_task(same('a')))", "['a']"],
  ['to_thread', "await asyncio.to_thread(plain, 'a')", "'a'"],
  ['run_in_executor', "await asyncio.get_running_loop().run_in_executor(None, plain, 'a')", "'a'"],
  [
    'run_in_executor of a partial',
    "await asyncio.get_event_loop().run_in_executor(None, functools.partial(plain, x='a'))",
    "'a'",
  ],
  ['run_in_threadpool', "await run_in_threadpool(plain, 'a')", "'a'"],
  ['anyio', "await anyio.to_thread.run_sync(plain, 'a')", "'a'"],
])('%s gives what the function gives', (_, expression, value) => {
  expect(reveal(`${imports}\nasync def main():\n  reveal(${expression})\n`)).toEqual([value]);
});

test.each([
  ["asyncio.run(same('a'))", "'a'"],
  ["asyncio.get_event_loop().run_until_complete(same('a'))", "'a'"],
  ["anyio.run(same, 'a')", "'a'"],
])('%s is %s', (expression, value) => {
  expect(reveal(`${imports}\nreveal(${expression})\n`)).toEqual([value]);
});

test.each([
  ['as_completed', "for t in asyncio.as_completed([same('a')]):\n    reveal(await t)", "'a'"],
  [
    'wait',
    "done, _ = await asyncio.wait([asyncio.create_task(same('a'))])\n  for t in done: reveal(t.result())",
    "'a'",
  ],
  ['a group', "async with asyncio.TaskGroup() as g:\n    t = g.create_task(same('a'))\n  reveal(t.result())", "'a'"],
])('%s', (_, code, value) => {
  expect(reveal(`${imports}\nasync def main():\n  ${code}\n`)).toEqual([value]);
});

test.each([
  ['to_thread', "asyncio.to_thread(work, 'a', k='b')"],
  ['run_in_executor', "asyncio.get_running_loop().run_in_executor(None, work, 'a', 'b')"],
  ['call_later', "asyncio.get_running_loop().call_later(1, work, 'a', 'b')"],
  ['run_in_threadpool', "run_in_threadpool(work, 'a', k='b')"],
  ['anyio', "anyio.to_thread.run_sync(work, 'a', 'b', limiter=None)"],
  ['a partial', "asyncio.to_thread(functools.partial(work, 'a', k='b'))"],
])('%s passes arguments on', (_, call) => {
  expect(reveal(`${imports}\ndef work(x, k):\n  reveal(x)\n  reveal(k)\n${call}\n`)).toEqual(["'a'", "'b'"]);
});
