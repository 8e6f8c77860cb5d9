import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { type Recorded, readRecordings } from './recordings.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** As much of botocore as the hook touches, without a network. */
const files: Readonly<Record<string, string>> = {
  'site-packages/botocore/__init__.py': '',
  'site-packages/botocore/client.py': `
class Model: service_name = "s3"
class Meta: service_model = Model
class BaseClient:
    meta = Meta
    def _make_api_call(self, operation, kwargs): return operation
class ClientCreator:
    def _create_api_method(self, name, operation, model):
        def _api_call(self, **kwargs): return self._make_api_call(operation, kwargs)
        return _api_call
`,
  'site-packages/botocore/paginate.py': `
class PageIterator:
    def __init__(self, method): self.method = method
    def _make_request(self): return self.method()
    def __iter__(self): yield self._make_request()
`,
  'site-packages/other.py': 'def call(client): return client.put_object()\n',
  'app/code.py': `
import asyncio, threading
from concurrent.futures import ThreadPoolExecutor
from botocore.client import BaseClient, ClientCreator, Model
from botocore.paginate import PageIterator
import other
create = ClientCreator()._create_api_method
class S3(BaseClient):
    get_object = create("get_object", "GetObject", Model)
    put_object = create("put_object", "PutObject", Model)
def run(s3):
    s3.get_object()  # 12
    s3.get_object(
        Key="k")  # 13 to 14
    pages = PageIterator(s3.get_object)  # 15
    list(pages)
    thread = threading.Thread(target=s3.get_object)  # 17
    thread.start(), thread.join()
    with ThreadPoolExecutor() as pool:
        pool.submit(s3.get_object).result()  # 20
    async def both():
        await asyncio.gather(asyncio.to_thread(s3.get_object))  # 22
    asyncio.run(both())
    BaseClient._make_api_call(s3, "PutObject", {})  # 24
    other.call(s3)
    BaseClient._make_api_call = lambda self, operation, kwargs: "mocked"
    s3.put_object()  # 27
`,
  'tests/test_code.py': `
from app.code import S3, run
run(S3())
S3().get_object()
`,
};

function record(): Recorded {
  const root = temporaryFolder(files);
  const output = join(root, 'calls.jsonl');
  const PYTHONPATH = [import.meta.dirname, join(root, 'site-packages'), root].join(':');
  execFileSync('python3', ['-c', 'import record_calls, tests.test_code'], {
    env: {
      PATH: process.env['PATH'],
      PYTHONPATH,
      PYTHONDONTWRITEBYTECODE: '1',
      RECORDED_CALLS: output,
      RECORDED_CALLS_ROOT: root,
    },
  });
  return readRecordings(readFileSync(output, 'utf8'));
}

test.skipIf(!hasPython)('operations are recorded at the line of the code that asked for them (needs python3)', () => {
  const { sites, ...counts } = record();
  expect(sites.map(({ operation, places: [{ file, line }] }) => `${operation} ${file}:${line}`)).toEqual([
    'GetObject app/code.py:12',
    'GetObject app/code.py:13',
    'GetObject app/code.py:15',
    'GetObject app/code.py:17',
    'GetObject app/code.py:20',
    'GetObject app/code.py:22',
    'PutObject app/code.py:24',
    'PutObject app/code.py:27',
  ]);
  expect(counts).toEqual({ performed: 10, inTests: 1, throughLibraries: 1, unreadable: 0 });
});
