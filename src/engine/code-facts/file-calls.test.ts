import { expect, test } from 'vitest';
import type { CodeCall } from '../../steps/code.ts';
import { parseModule } from '../../syntax/python/index.ts';
import { codeFile, fileCalls } from './file-calls.ts';

const callsIn = (text: string): CodeCall[] =>
  fileCalls(codeFile(parseModule(new TextEncoder().encode(text)), (range) => ({ file: 'a.py', ...range })));

test.for<[text: string, path: string]>([
  ['import boto3\nboto3.client("s3").put_object()', 'boto3.client().put_object'],
  ['import boto3 as b\nb.client("s3")', 'boto3.client'],
  ['from urllib import request\nrequest.urlopen("a")', 'urllib.request.urlopen'],
  ['import requests\ns = requests.Session()\ns.get("a")', 'requests.Session().get'],
  ['import requests\nwith requests.Session() as s:\n    s.get("a")', 'requests.Session().get'],
  [
    'import boto3\nclass A:\n    def __init__(self):\n        self.c = boto3.client("s3")\n    def f(self):\n        self.c.get_object()',
    'boto3.client().get_object',
  ],
  ['print(1)', 'print'],
  ['def print(a): pass\nprint(1)', '?print'],
  ['def f(requests):\n    requests.get("a")', '?requests.get'],
  ['from .requests import get\nget("a")', '?.requests.get'],
  ['import requests\nif a:\n    requests = None\nrequests.get("a")', '?requests.get'],
])('%s calls %s', ([text, path]) => {
  expect(callsIn(text).map((call) => call.path)).toContain(path);
});

test.for<[body: string, use: CodeCall['use']]>([
  ['c()', 'dropped'],
  ['await c()', 'dropped'],
  ['a = c()', 'dropped'],
  ['a = c()\n    print(a)', 'printed'],
  ['logger.info(c())', 'printed'],
  ['a = c()\n    print(a)\n    return a', 'used'],
  ['return c()', 'used'],
  ['if c():\n        pass', 'used'],
])('what %s gives is %s', ([body, use]) => {
  const call = callsIn(`async def f():\n    ${body}\n`).find(({ text }) => text === 'c');
  expect(call?.use).toBe(use);
});

test('arguments, and what is around', () => {
  const [, call] = callsIn(
    'import os\nNAME = "a"\ndef f(x):\n    if os.name:\n        g(NAME, x, k=os.environ["A"], **x)\n    h()\n',
  );
  expect(call).toMatchObject({ text: 'h', conditional: false, within: ['f'] });
  const [g] = callsIn(
    'import os\nNAME = "a"\ndef f(x):\n    if os.name:\n        g(NAME, x, k=os.environ["A"], **x)\n',
  );
  expect(g).toMatchObject({ open: true, conditional: true, within: ['f'] });
  expect(g?.positional.map(({ value, local }) => [value, local])).toEqual([
    ['a', false],
    [undefined, true],
  ]);
  expect(g?.keywords.get('k')?.path).toBe('os.environ[]');
});
