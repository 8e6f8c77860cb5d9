import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'timeout-missing';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'an alias of the module',
    functionFiles(
      'import requests as r\n\ndef handler(event, context):\n    return r.get("https://example.com").text\n',
    ),
    [{ verdict: 'fail', at: { line: 4 }, message: expect.stringContaining('until the function is ended') }],
  ],
  [
    'a function that is imported',
    functionFiles(
      'from requests import post\n\ndef handler(event, context):\n    return post("https://example.com").text\n',
    ),
    [{ verdict: 'fail', at: { line: 4 }, message: expect.stringContaining('post has no time-out') }],
  ],
  [
    'None is no time-out',
    functionFiles(
      'import requests\n\ndef handler(event, context):\n    return requests.get("https://example.com", timeout=None).text\n',
    ),
    [{ verdict: 'fail', at: { line: 4 }, message: expect.stringContaining('requests.get') }],
  ],
  [
    'a session in a with',
    functionFiles(
      'import requests\n\ndef handler(event, context):\n    with requests.Session() as s:\n        return s.get("https://example.com").text\n',
    ),
    [{ verdict: 'fail', at: { line: 5 }, message: expect.stringContaining('s.get') }],
  ],
  [
    'an adapter may set one',
    functionFiles(
      'import requests\n\ndef handler(event, context):\n    s = requests.Session()\n    s.mount("https://", Adapter())\n    return s.get("https://example.com").text\n',
    ),
    [{ verdict: 'unknown', reason: 'external-code' }],
  ],
  [
    'a default for all sockets',
    functionFiles(
      'import socket\nfrom urllib.request import urlopen\n\nsocket.setdefaulttimeout(3)\n\ndef handler(event, context):\n    return urlopen("https://example.com").read()\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'a function that only another entry point calls',
    functionFiles(
      'import requests\n\ndef enable(event):\n    return requests.put("https://example.com")\n\ndef other(event, context):\n    return enable(event)\n\ndef handler(event, context):\n    return 1\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'another module of that name',
    functionFiles('from .requests import get\n\ndef handler(event, context):\n    return get("https://example.com")\n'),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a name that is bound again',
    functionFiles(
      'import requests\n\ndef handler(event, context):\n    requests = Fake()\n    return requests.get("https://example.com")\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
