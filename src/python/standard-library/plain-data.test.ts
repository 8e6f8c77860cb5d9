import { expect, test } from 'vitest';
import { revealOne } from './testing/reveal.ts';

const imports = `
import uuid, time, datetime, json, re, os, random, string, hashlib, logging, configparser
from string import Template
from unittest import mock
`;

test.each([
  ['str(uuid.uuid4())', '?'],
  ['uuid.uuid4().hex', '?'],
  ["f'x-{uuid.uuid4()}'", "f'x-{?}'"],
  ["f'x-{int(time.time())}'", "f'x-{?}'"],
  ["'{}-{}'.format('a', datetime.datetime.now().strftime('%Y'))", "f'a-{?}'"],
  ['datetime.datetime.utcnow().isoformat()', '?'],
  ["json.dumps({'a': 1})", '?'],
  ["json.loads('{}')['a']", 'json.loads()[]'],
  ["re.sub('a', 'b', 'c')", '?'],
  ["random.choice(['a'])", '?'],
  ["configparser.ConfigParser().get('a', 'b')", '?'],
  ["hashlib.sha256(b'').hexdigest()", '?'],
  ['string.digits', "'0123456789'"],
  ["Template('$a-${b}$$').substitute(a='x', b='y')", "'x-y$'"],
  ["Template('$a-$b').safe_substitute({'a': 'x', 'b': os.environ['B']})", "f'x-{$B}'"],
  ["logging.getLogger('a').info", 'logging.getLogger().info'],
])('%s is %s', (expression, value) => {
  expect(revealOne(expression, imports)).toBe(value);
});

test.each(['mock.MagicMock().client', "mock.patch('a.b').start().get_object()"])(
  '%s stays something external, which is no object of the program',
  (expression) => {
    expect(revealOne(expression, imports)).toMatch(/^unittest\.mock\./);
  },
);
