import { describe, expect, test } from 'vitest';
import { revealOne } from '../testing/reveal.ts';

describe('strings that are known to the letter are what Python makes of them', () => {
  test.each([
    ["' a b '.strip()", "'a b'"],
    ["'\\u2003a\\x1f'.strip()", "'a'"],
    ["'xxaxx'.lstrip('x')", "'axx'"],
    ["'https://a/'.rstrip('/')", "'https://a'"],
    ["'abcba'.strip('ab')", "'c'"],
    ["'Queue'.lower()", "'queue'"],
    ["'qUEUE'.upper()", "'QUEUE'"],
    ["'hello WORLD-of it\\'s'.title()", '"Hello World-Of It\'S"'],
    ["'hello World'.capitalize()", "'Hello world'"],
    ["'aB'.swapcase()", "'Ab'"],
    ["'aaa'.replace('a', 'b', 2)", "'bba'"],
    ["'a-b'.replace('-', '_')", "'a_b'"],
    ["'s3://b/k'.removeprefix('s3://')", "'b/k'"],
    ["'a.py'.removesuffix('.py')", "'a'"],
    ["'a.py'.removesuffix('')", "'a.py'"],
    ["'a,b,,c'.split(',')", "['a', 'b', '', 'c']"],
    ["'a,b,c'.split(',', 1)", "['a', 'b,c']"],
    ["'a,b,c'.rsplit(',', 1)", "['a,b', 'c']"],
    ["'a::b::c'.rsplit('::', maxsplit=1)", "['a::b', 'c']"],
    ["' a  b c '.split()", "['a', 'b', 'c']"],
    ["' a  b c '.split(None, 1)", "['a', 'b c ']"],
    ["' a b  c '.rsplit(None, 1)", "[' a b', 'c']"],
    ["''.split()", '[]'],
    ["''.split(',')", "['']"],
    ["'a\\nb\\r\\nc\\n'.splitlines()", "['a', 'b', 'c']"],
    ["'a\\nb'.splitlines(keepends=True)", "['a\\n', 'b']"],
    ["'a:b:c'.partition(':')", "('a', ':', 'b:c')"],
    ["'a:b:c'.rpartition(':')", "('a:b', ':', 'c')"],
    ["'abc'.partition(':')", "('abc', '', '')"],
    ["'abc'.rpartition(':')", "('', '', 'abc')"],
    ["'-7'.zfill(4)", "'-007'"],
    ["'7'.rjust(3, '0')", "'007'"],
    ["'ab'.ljust(4)", "'ab  '"],
    ["'abc'.startswith('ab')", 'True'],
    ["'abc'.endswith('ab')", 'False'],
    ["'banana'.count('an')", '2'],
    ["'banana'.find('n')", '2'],
    ["'12'.isdigit()", 'True'],
    ["'ab'.encode()", "b'ab'"],
    ["b'ab'.decode('utf-8')", "'ab'"],
    ["b'a,b'.split(b',')", "[b'a', b'b']"],
    ["', '.join(['a', 'b'])", "'a, b'"],
    ["'-'.join({'a': 1, 'b': 2})", "'a-b'"],
    ["''.join(())", "''"],
    ["'arn:aws:s3:::name'.split(':')[-1]", "'name'"],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression)).toBe(value);
  });
});

describe('templates', () => {
  test.each([
    ["'{}-{}'.format('a', 1)", "'a-1'"],
    ["'{1}{0}{1}'.format('a', 'b')", "'bab'"],
    ["'{name}/{{x}}'.format(name='n')", "'n/{x}'"],
    ["'{0[k]}{1[0]}'.format({'k': 'v'}, ['w'])", "'vw'"],
    ["'{a[b]}'.format(a={'b': 'c'})", "'c'"],
    ["'{:s}{:d}'.format('a', 2)", "'a2'"],
    ["'{x}'.format(**{'x': 'y'})", "'y'"],
    ["'{}{}'.format(*['p', 'q'])", "'pq'"],
    ["'{k}'.format_map({'k': 'v'})", "'v'"],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression)).toBe(value);
  });

  test.each([
    ["'{:>10}'.format('a')", '?'],
    ["'a{!r}'.format('b')", "f'a{?}'"],
    ["'{}-{}'.format('a')", "f'a-{?}'"],
    ["'{}/x'.format(os.environ['B'])", "f'{$B}/x'"],
    ["'{0.name}'.format(open('f'))", 'builtins.open().name'],
  ])('%s is known in part: %s', (expression, value) => {
    expect(revealOne(expression, 'import os')).toBe(value);
  });
});

describe('strings with unknown parts', () => {
  test.each([
    ["os.environ['A'].strip().rstrip('/')", '$A'],
    ["os.environ['A'].lower()", '?'],
    ['f"Queue-{os.environ[\'A\']}".lower()', "f'queue-{?}'"],
    ["os.environ['A'].split(',')", '~[?]'],
    ["os.environ['A'].replace('-', '_')", '?'],
    ["'-'.join(['x', os.environ['A']])", "f'x-{$A}'"],
    ["'-'.join(x for x in y)", '?'],
    ["os.environ['A'].encode('utf-8')", '$A'],
    ["'é'.upper()", '?'],
    ["('a' if c else 'b').upper()", "'A' | 'B'"],
    ["'a'.replace('a', 'x' if c else 'y')", "'x' | 'y'"],
    ["'a'.ljust(10 ** 9)", '?'],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, 'import os')).toBe(value);
  });
});
