import { array, assert, constantFrom, property, tuple } from 'fast-check';
import ignore from 'ignore';
import { describe, expect, test } from 'vitest';
import { IgnoreRules, isForeignFolder } from './ignore-rules.ts';

const rules = new IgnoreRules();

describe('one ignore file', () => {
  test.for([
    ['*.log', 'a.log', true],
    ['*.log', 'deep/a.log', true],
    ['/a.log', 'deep/a.log', false],
    ['build/', 'build', false], // a file of that name
    ['# a.log', 'a.log', false],
    [String.raw`\#a`, '#a', true],
    ['a.log\r', 'a.log', true],
    ['*.log\n!keep.log', 'keep.log', false],
    ['!keep.log\n*.log', 'keep.log', true],
    ['docs/**/*.py', 'docs/a/b/c.py', true],
    ['a?c', 'abc', true],
    ['[ab].py', 'b.py', true],
  ] as const)('%j on %s: %s', ([text, path, ignored]) => {
    expect(rules.with('', text).ignores(path, false)).toBe(ignored);
  });

  test.for([
    ['[b-a]', 'b', true], // its first letter
    ['[!a-c]x', 'dx', true],
    ['[!a-c]x', 'bx', false],
    ['[[:digit:]]', '7', true],
    ['[[:alpha:]]', '7', false],
    ['[]]', ']', true],
    ['[a', '[a', false], // never closed
    ['a/***/b', 'a/x/y/b', true],
    ['logs/**', 'logs', false],
    [String.raw`a\ `, 'a ', true],
    ['a ', 'a', true],
  ] as const)('%j on %s: %s', ([text, path, ignored]) => {
    expect(rules.with('', text).ignores(path, false)).toBe(ignored);
  });

  test('no pattern takes long', () => {
    const names = rules.with('', `${'*a'.repeat(120)}b\n${'**/a/'.repeat(40)}**/b`);
    expect(names.ignores('a'.repeat(250), false)).toBe(false);
    expect(names.ignores('a/'.repeat(100) + 'a', false)).toBe(false);
  });

  test('a pattern for folders', () => expect(rules.with('', 'build/').ignores('build', true)).toBe(true));
});

test('names that no line can fit are decided as all lines together decide', () => {
  const word = (...letters: string[]) =>
    array(constantFrom(...letters), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
  const glob = word('a', 'b', '.', '*', '?', '[ab]', '[a-c]', '[!a]', '[b-a]', '**', 'x-y', '~', String.raw`\a`, ' ');
  const line = tuple(
    constantFrom('', '', '!'),
    constantFrom('', '/', '**/', 'a/'),
    glob,
    constantFrom('', '/', '/**', '/*', '/*/'),
  );
  const lines = array(
    line.map((parts) => parts.join('')),
    { minLength: 1, maxLength: 4 },
  );
  const names = tuple(word('a', 'b', 'x-y'), word('a', 'b', 'c', '~'), word('a', 'b.', 'x-y'));
  assert(
    property(lines, names, (written, [first, second, third]) => {
      const all = ignore({ ignorecase: false }).add(written);
      const own = rules.with('', written.join('\n'));
      for (const path of [`${first}/`, `${first}/${second}/`, `${first}/${second}/${third}`]) {
        expect(own.ignores(path.replace(/\/$/, ''), path.endsWith('/'))).toBe(all.ignores(path));
        if (all.ignores(path)) return;
      }
    }),
    { numRuns: 500 },
  );
});

describe('several', () => {
  test('a nearer one wins', () => {
    const nested = rules.with('', '*.log').with('src', '!keep.log');
    expect(nested.ignores('src/keep.log', false)).toBe(false);
    expect(nested.ignores('src/other.log', false)).toBe(true);
  });

  test('a rule is relative to its own folder', () => {
    const nested = rules.with('', '').with('src', '/build');
    expect(nested.ignores('src/build', true)).toBe(true);
    expect(nested.ignores('src/deep/build', true)).toBe(false);
  });

  test('entering a folder leaves the rules above as they were', () => {
    const above = rules.with('', '*.log');
    above.with('src', '!*.log');
    expect(above.ignores('src/a.log', false)).toBe(true);
  });
});

test.for(['node_modules', '.venv', '__pycache__', 'cdk.out', 'skyworthy.egg-info'])('%s is never entered', (name) =>
  expect(isForeignFolder(name)).toBe(true),
);

test.for(['src', 'venv.py', 'build', 'dist', '.github'])('%s may be', (name) =>
  expect(isForeignFolder(name)).toBe(false),
);
