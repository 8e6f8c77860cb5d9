import { expect, test } from 'vitest';
import { reveal, revealOne } from './testing/reveal.ts';

test.each([
  ['import os', "os.environ['A']", '$A'],
  ['import os', "os.environ.get('A')", '$A|None'],
  ['import os', "os.environ.get('A', 'b')", "$A|'b'"],
  ['import os', "os.environ.get('A', default='b')", "$A|'b'"],
  ['import os', "os.environ.get('A') or 'b'", "$A|'b'"],
  ['import os', "os.environ.setdefault('A', 'b')", "$A|'b'"],
  ['import os', "os.environ.pop('A')", '$A'],
  ['import os', "os.getenv('A')", '$A|None'],
  ['import os', "os.getenv('A', os.getenv('B', 'c'))", "$A|$B|'c'"],
  ['import os as o', "o.getenv(key='A', default='b')", "$A|'b'"],
  ['from os import environ', "environ['A']", '$A'],
  ['from os import environ as env', "env.get('A')", '$A|None'],
  ['from os import getenv as g', "g('A')", '$A|None'],
  ['import os\nenv = os.environ', "env['A']", '$A'],
  ['import os\nenv = os.environ.copy()', "env['A']", '$A'],
  ['import os\ndef read(name, default=None): return os.environ.get(name, default)', "read('A', 'b')", "$A|'b'"],
  ['import os', "os.environ['A' if x else 'B']", '$A | $B'],
  ['import os', 'os.environ[input()]', '?'],
  ['from decouple import config', "config('A', default='b')", "$A|'b'"],
  ['from decouple import config', "config('A', cast=str)", '$A'],
  ['import environ\nenv = environ.Env()', "env('A')", '$A'],
  ['import environ\nenv = environ.Env(DEBUG=(bool, False))', "env.str('A', default='b')", "$A|'b'"],
  ['from environs import Env\nenv = Env()', "env.int('A', 3)", '$A|3'],
  ['from environs import Env\nenv = Env()\nenv.read_env()', "env('A')", '$A'],
  ["from starlette.config import Config\nconfig = Config('.env')", "config('A', default='b')", "$A|'b'"],
])('%s: %s is %s', (before, expression, value) => {
  expect(revealOne(expression, before)).toBe(value);
});

test('loading a file of variables changes nothing', () => {
  expect(reveal("from dotenv import load_dotenv\nimport os\nload_dotenv()\nreveal(os.environ['A'])")).toEqual(['$A']);
});
