import { unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';

/** Modules whose functions give texts, numbers and other plain data that only running tells. */
const modules = new Set([
  'base64',
  'binascii',
  'configparser',
  'datetime',
  'decimal',
  'fractions',
  'getpass',
  'hashlib',
  'hmac',
  'locale',
  'math',
  'platform',
  'random',
  're',
  'secrets',
  'shlex',
  'statistics',
  'string',
  'textwrap',
  'time',
  'uuid',
]);

/** Single functions of other modules that do so. */
const functions = new Set([
  'builtins.abs',
  'builtins.all',
  'builtins.any',
  'builtins.bin',
  'builtins.chr',
  'builtins.divmod',
  'builtins.hash',
  'builtins.hex',
  'builtins.id',
  'builtins.input',
  'builtins.oct',
  'builtins.ord',
  'builtins.pow',
  'builtins.round',
  'builtins.sum',
  'json.dumps',
  'os.getcwd',
  'os.getpid',
  'os.uname',
  'os.urandom',
  'socket.gethostname',
  'tempfile.gettempdir',
  'tempfile.mkdtemp',
  'urllib.parse.quote',
  'urllib.parse.quote_plus',
  'urllib.parse.unquote',
  'urllib.parse.unquote_plus',
  'urllib.parse.urlencode',
  'urllib.parse.urljoin',
]);

/** Something unknown for a function that gives plain data; undefined for classes, which go on by their paths, and others. */
export function plainData(path: string): Value | undefined {
  const isPlain = functions.has(path) || (modules.has(firstPart(path)) && isFunction(path));
  return isPlain ? unknown('dynamic-value') : undefined;
}

function firstPart(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** Classes begin with a capital, but for those of `datetime`, whose objects are data as well. */
function isFunction(path: string): boolean {
  const first = path.charAt(path.lastIndexOf('.') + 1);
  return first === first.toLowerCase();
}
