import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles, imageFiles } from '../examples.ts';

const id = 'timeout-missing';

const redis = 'import redis\n\nr = redis.Redis(host="cache")\n\ndef handler(event, context):\n    return r.get("a")\n';

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
    'a pool of urllib3',
    functionFiles(
      'import urllib3\n\nhttp = urllib3.PoolManager()\n\ndef handler(event, context):\n    return http.request("GET", "https://example.com").data\n',
    ),
    [{ verdict: 'fail', severity: 'risk', at: { line: 6 }, message: expect.stringContaining('http.request has no') }],
  ],
  [
    'a pool that is told when it is made',
    functionFiles(
      'import urllib3\n\nhttp = urllib3.PoolManager(timeout=3)\n\ndef handler(event, context):\n    return http.request("GET", "https://example.com").data\n',
    ),
    [{ verdict: 'pass', message: 'http.request waits for 3 s.' }],
  ],
  [
    'urllib3.request has a default',
    functionFiles(
      'import urllib3\n\ndef handler(event, context):\n    return urllib3.request("GET", "https://example.com").data\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a connection of the standard library',
    functionFiles(
      'import http.client\n\ndef handler(event, context):\n    c = http.client.HTTPSConnection("example.com")\n    c.request("GET", "/")\n    return c.getresponse().read()\n',
    ),
    [{ verdict: 'fail', at: { line: 4 } }],
  ],
  [
    'mail to a server, and to one that is named later',
    functionFiles(
      'import smtplib\n\ndef handler(event, context):\n    smtplib.SMTP("mail.example.com", 25)\n    smtplib.SMTP()\n    smtplib.SMTP("localhost")\n    smtplib.SMTP("mail.example.com", 25, None, 9)\n',
    ),
    [{ verdict: 'fail', at: { line: 4 } }, { verdict: 'pass' }, { verdict: 'pass' }],
  ],
  [
    'a client of OpenAI has a long default',
    functionFiles(
      'from openai import OpenAI\n\nclient = OpenAI()\n\ndef handler(event, context):\n    return client.responses.create(input=event["q"]).output_text\n',
    ),
    [{ verdict: 'fail', severity: 'improvement', at: { line: 3 }, message: expect.stringContaining('waits 600 s') }],
  ],
  [
    'several clients of OpenAI are said once',
    functionFiles(
      'from openai import OpenAI\n\na = OpenAI(timeout=5)\nb = OpenAI()\nc = OpenAI()\n\ndef handler(event, context):\n    return a, b, c\n',
    ),
    [
      { verdict: 'pass', at: { line: 3 } },
      { verdict: 'fail', at: { line: 4 } },
    ],
  ],
  [
    'calls of a model that say it',
    functionFiles(
      'from openai import OpenAI\n\nclient = OpenAI()\n\ndef handler(event, context):\n    return client.responses.create(input=event["q"], timeout=20).output_text\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'a client of OpenAI that is given a client of HTTP',
    functionFiles(
      'import openai\n\nclient = openai.OpenAI(http_client=own())\n\ndef handler(event, context):\n    return client\n',
    ),
    [{ verdict: 'unknown', reason: 'external-code' }],
  ],
  [
    'an older redis',
    { ...functionFiles(redis), 'requirements.txt': 'redis==5.2.0\n' },
    [{ verdict: 'fail', at: { line: 3 } }],
  ],
  ['a redis that has a default', { ...functionFiles(redis), 'requirements.txt': 'redis\n' }, [{ verdict: 'pass' }]],
  [
    'an image that a compose file starts',
    {
      ...imageFiles('python:3.13', ['COPY . .'], {
        'app.py': 'import requests\n\nrequests.get("https://example.com")\n',
      }),
      'compose.yaml': 'services:\n  web:\n    build: .\n',
    },
    [{ verdict: 'fail', at: { line: 3 }, message: expect.stringContaining('may wait for ever') }],
  ],
  [
    'an image to run the tests in',
    imageFiles('python:3.13', ['COPY requirements-test.txt .', 'RUN pip install -r requirements-test.txt'], {
      'app.py': 'import requests\n\nrequests.get("https://example.com")\n',
      'requirements-test.txt': 'pytest\n',
    }),
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
