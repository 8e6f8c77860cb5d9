"""Records which AWS operations a Python program performs, and which line of its own code asked for each.

    PYTHONPATH=tools/recorded-calls RECORDED_CALLS=/tmp/calls.jsonl RECORDED_CALLS_ROOT=path/of/clone \\
        python -m pytest -p record_calls tests

or `import record_calls` before the first client is made. Needs botocore, 3.8 or newer. Nothing happens while
RECORDED_CALLS is not set. One JSON object a line, each place and operation once for each process:

    service, operation   botocore's names, "s3" and "GetObject"
    stack                the frames of the repository, innermost first: file, line, function, test
    made                 where a paginator's pages or a collection were got or an item was put into a batch, if a step
                         of theirs performs it
    via                  the library between the code and the SDK, if it is another one's call

The last line of a process is {"operations": N, "unplaced": M}: how many it performed, and how many of these no code of
the repository asked for. Tasks, threads and the work of pools continue the stack of whoever made them, which is how a
transfer's parts find their caller.
"""

import asyncio
import atexit
import functools
import json
import os
import re
import sys
import sysconfig
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from botocore.client import BaseClient, ClientCreator
from botocore.paginate import PageIterator

OUTPUT = os.environ.get("RECORDED_CALLS")
ROOT = os.path.realpath(os.environ.get("RECORDED_CALLS_ROOT", ".")) + os.sep
DEPTH = 8

# Libraries that carry a call out for the code that hands it to them; any other between the two is the caller.
CARRIERS = frozenset(
    "aioboto3 aiobotocore asgiref aws_xray_sdk backoff boto3 botocore cachetools mock moto placebo retrying retry"
    " s3transfer tenacity wrapt".split()
)
LIBRARY = re.compile(r".*[/\\](?:site|dist)-packages[/\\]([^/\\]+)")
TEST = re.compile(r"(?:^|/)(?:tests?|testing|test_[^/]*|[^/]*_test\.py|conftest\.py)(?:/|$)")
STANDARD = tuple(os.path.realpath(sysconfig.get_path(name)) + os.sep for name in ("stdlib", "platstdlib"))
HERE = os.path.realpath(__file__)
EVENT_LOOP = asyncio.events.Handle._run.__code__

_local = threading.local()
_lock = threading.Lock()
_seen = set()
_counts = {"operations": 0, "unplaced": 0}
_tasks = weakref.WeakKeyDictionary()


@functools.lru_cache(maxsize=None)
def _owner(filename):
    """Whose code a file holds: ("repository", path below the root), ("library", name) or None for what only carries."""
    if filename.startswith("<"):
        return None
    path = os.path.realpath(filename)
    library = LIBRARY.match(path)
    if library:
        name = re.sub(r"\.py$", "", library.group(1))
        return None if name in CARRIERS else ("library", name)
    if path == HERE or path.startswith(STANDARD) or not path.startswith(ROOT):
        return None
    return ("repository", path[len(ROOT) :].replace(os.sep, "/"))


def _where():
    """The repository's frames, innermost first, and the library that stands in front of them (or None)."""
    stack, via, origin = [], None, None
    frame = sys._getframe(1)
    while frame is not None and len(stack) < DEPTH:
        code = frame.f_code
        if code is _run_with_origin.__code__:
            origin = frame.f_locals["origin"]
            break
        if code is EVENT_LOOP:
            task = asyncio.current_task()
            origin = None if task is None else _tasks.get(task)
            break
        owner = _owner(code.co_filename)
        if owner and owner[0] == "repository":
            site = {"file": owner[1], "line": frame.f_lineno, "function": code.co_name}
            stack.append({**site, "test": bool(TEST.search(owner[1]))})
        elif owner and not stack and via is None:
            via = owner[1]
        frame = frame.f_back
    if frame is None:
        origin = getattr(threading.current_thread(), "_recorded_origin", None)
    if stack or origin is None:
        return stack, via
    return origin[0], via or origin[1]


def _run_with_origin(origin, fn, args, kwargs):
    """Runs what was handed to a pool; `origin` is what `_where` said there."""
    return fn(*args, **kwargs)


def _record(service, operation):
    stack, via = _where()
    with _lock:
        _counts["operations"] += 1
        _counts["unplaced"] += not stack
    if not stack:
        return
    made = getattr(_local, "made", None)
    row = {"service": service, "operation": operation, "stack": stack}
    if made and (made["file"], made["line"]) != (stack[0]["file"], stack[0]["line"]):
        row["made"] = made
    if via:
        row["via"] = via
    key = (service, operation, stack[0]["file"], stack[0]["line"], via, json.dumps(row.get("made")))
    with _lock:
        if key in _seen:
            return
        _seen.add(key)
        _write(row)


def _write(row):
    with open(OUTPUT, "a", encoding="utf-8") as output:
        output.write(json.dumps(row) + "\n")


def _write_count():
    if _counts["operations"]:
        _write(_counts)


@contextmanager
def _inside(name, value):
    before = getattr(_local, name, None)
    setattr(_local, name, value)
    try:
        yield
    finally:
        setattr(_local, name, before)


def _recorded(call, name_of):
    """`call`, recorded. What the SDK does for itself inside, fetching credentials for one, is no call of the code."""

    @functools.wraps(call)
    def recorded(*args, **kwargs):
        if getattr(_local, "busy", False):
            return call(*args, **kwargs)
        _record(*name_of(args))
        with _inside("busy", True):
            return call(*args, **kwargs)

    return recorded


def _record_methods(creator):
    """Records at the client's own methods, because tests put theirs in the place of _make_api_call."""
    original = creator._create_api_method

    def create(self, py_operation_name, operation_name, service_model, *args, **kwargs):
        method = original(self, py_operation_name, operation_name, service_model, *args, **kwargs)
        return _recorded(method, lambda _: (service_model.service_name, operation_name))

    creator._create_api_method = create


def _record_direct(client):
    """Records what calls _make_api_call without a method."""

    def name_of(args):
        return args[0].meta.service_model.service_name, args[1]

    client._make_api_call = _recorded(client._make_api_call, name_of)


def _site():
    stack, _ = _where()
    return stack[0] if stack else None


def _remember_maker(kind, *steps):
    """Objects of `kind` remember the line that made them, and their steps carry it."""
    original = kind.__init__

    @functools.wraps(original)
    def initialise(self, *args, **kwargs):
        self._recorded_site = getattr(_local, "made", None) or _site()
        original(self, *args, **kwargs)

    kind.__init__ = initialise
    for name in steps:
        setattr(kind, name, _carrying(getattr(kind, name)))


def _remember_items(writer):
    """A batch stands where its last item was put: it is sent from there or where the batch ends."""

    def remembering(put):
        @functools.wraps(put)
        def remembered(self, *args, **kwargs):
            self._recorded_site = _site()
            return put(self, *args, **kwargs)

        return remembered

    for name in ("put_item", "delete_item"):
        setattr(writer, name, remembering(getattr(writer, name)))
    writer._flush = _carrying(writer._flush)


def _carrying(step):
    @functools.wraps(step)
    def carrying(self, *args, **kwargs):
        with _inside("made", getattr(self, "_recorded_site", None)):
            return step(self, *args, **kwargs)

    return carrying


def _carrying_pages(pages):
    @functools.wraps(pages)
    def carrying(self):
        iterator = pages(self)
        while True:
            with _inside("made", self._recorded_site):
                page = next(iterator, None)
            if page is None:
                return
            yield page

    return carrying


def _follow_tasks():
    create = asyncio.BaseEventLoop.create_task

    @functools.wraps(create)
    def create_with_origin(self, *args, **kwargs):
        origin = _where()
        task = create(self, *args, **kwargs)
        _tasks[task] = origin
        return task

    asyncio.BaseEventLoop.create_task = create_with_origin


def _follow_pool(pool):
    submit = pool.submit

    @functools.wraps(submit)
    def submit_with_origin(self, fn, /, *args, **kwargs):
        return submit(self, _run_with_origin, _where(), fn, args, kwargs)

    pool.submit = submit_with_origin


def _follow_threads():
    initialise = threading.Thread.__init__

    @functools.wraps(initialise)
    def initialise_with_origin(self, *args, **kwargs):
        self._recorded_origin = _where()
        initialise(self, *args, **kwargs)

    threading.Thread.__init__ = initialise_with_origin


def _install():
    _record_methods(ClientCreator)
    _record_direct(BaseClient)
    _remember_maker(PageIterator, "_make_request")
    _follow_tasks()
    _follow_threads()
    _follow_pool(ThreadPoolExecutor)
    try:
        from asgiref.current_thread_executor import CurrentThreadExecutor
    except ImportError:
        pass
    else:
        _follow_pool(CurrentThreadExecutor)
    try:
        from boto3.dynamodb.table import BatchWriter
        from boto3.resources.collection import ResourceCollection
    except ImportError:
        pass
    else:
        _remember_items(BatchWriter)
        _remember_maker(ResourceCollection)
        ResourceCollection.pages = _carrying_pages(ResourceCollection.pages)
    try:
        from aiobotocore.client import AioClientCreator
    except ImportError:
        pass
    else:
        _record_methods(AioClientCreator)
    atexit.register(_write_count)


if OUTPUT:
    _install()
