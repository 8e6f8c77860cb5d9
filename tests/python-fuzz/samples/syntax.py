# Sample for the parser's fuzzing: one of each construct, up to Python 3.15.
import asyncio, sys as system
from . import (sibling as brother,)
from ..package.module import *
lazy import heavy.module as heavy


type Pair[T: (int, str) = int, *Ts, **P] = tuple[T, *Ts]


@system.setrecursionlimit
@(lambda function: function)
async def gather[T](first: T, /, second=1, *rest: *tuple[int, ...], key: str = "k", **others) -> list[T]:
    r"""A raw docstring: \d+ {not a field}"""
    async with asyncio.timeout(1) as timer, asyncio.Lock():
        results = [await item async for item in rest if item if not timer]
    async for index, (name, *tail) in others:
        yield index, name, *tail
    await asyncio.sleep(0.5e-3 if first else 1_000)
    lambda: (yield)


def text(value, width=10):
    global counter
    message = f"{value!r:>{width}} {value = } {{literal}} {'nested' + f'{width:{width}.{width}}'}" "tail"
    template = t"{value} and {width:x}"
    lines = """
    def not_code(): pass
    """ + rb'\x00'.hex() + b"\xff".decode() + u"\N{BULLET}\u00e9\x41\101"
    print(message, template, lines, sep='\t', end="""\n""", file=system.stderr)
    del lines, (message, [template])
    assert value, "no value"
    return value if width < 10 <= value is not None else not value and -width ** 2 or ~value @ width


class Empty(text(1), metaclass=type, **{}):
    x: int = 3; y: "str"
    z = x if y in (1,) else [*range(3)][1:2, ::-1, ...]
    items = {**{"a": 1}, "b": {1, 2, *range(3)}, 0xFF: 1j, 0b1: {k: v for k, v in zip("ab", (1, 2))}}
    def method(self): return super().method(*self.args, **self.kwargs)


def control(subject):
    while True:
        try:
            if (n := len(subject)) > 10: break
            elif n == 3:
                continue
            else:
                pass
        except* (OSError, ValueError) as group:
            raise group.exceptions[0] from None
        except* KeyError:
            nonlocal_name = 1
        finally:
            subject.close()
    else:
        subject += 1; subject <<= 2
    with (open("a") as a, open("b") as b):
        a.write(b.read())
    match subject:
        case [1, -2.5, *rest] | (None, rest) if rest:
            return rest
        case {"key": value, **others} as whole:
            print(value, others, whole)
        case Empty(x=0, y=Empty.z) | "text" | b"bytes" | 1 + 2j:
            print("class")
        case _:
            print \
                ("other")
