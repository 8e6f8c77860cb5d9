import { expect, test } from 'vitest';
import { reveal } from './testing/reveal.ts';

const imports = `
from contextlib import closing, contextmanager, asynccontextmanager, nullcontext, suppress, ExitStack, AsyncExitStack
class C:
  def __enter__(self): return 'entered'
class K:
  name = 'k'
@contextmanager
def one():
  yield 'yielded'
@asynccontextmanager
async def other():
  yield 'yielded'
`;

test.each<[string, string, string[]]>([
  ['contextmanager', 'with one() as x: reveal(x)', ["'yielded'"]],
  ['asynccontextmanager', 'async def f():\n  async with other() as x: reveal(x)', ["'yielded'"]],
  ['contextmanager called', 'def g(): yield 1\nwith contextmanager(g)() as x: reveal(x)', ['1']],
  ['closing', 'with closing(K()) as x: reveal(x.name)', ["'k'"]],
  ['nullcontext', "with nullcontext('a') as x: reveal(x)", ["'a'"]],
  ['nullcontext without anything', 'with nullcontext() as x: reveal(x)', ['None']],
  ['nullcontext or another', "with (nullcontext('a') if c else C()) as x: reveal(x)", ["'a' | 'entered'"]],
  ['an exit stack', 'with ExitStack() as s:\n  reveal(s.enter_context(C()))', ["'entered'"]],
  ['an annotated one', 'def f(s: ExitStack): reveal(s.enter_context(one()))', ["'yielded'"]],
  [
    'an asynchronous one',
    'async def f():\n  async with AsyncExitStack() as s:\n    reveal(await s.enter_async_context(other()))',
    ["'yielded'"],
  ],
  ['a callback', "def work(x): reveal(x)\nwith ExitStack() as s: s.callback(work, 'a')", ["'a'"]],
  ['suppress', "with suppress(OSError):\n  x = 'a'\nreveal(x)", ["'a'"]],
])('%s', (_, code, values) => {
  expect(reveal(imports + code)).toEqual(values);
});
