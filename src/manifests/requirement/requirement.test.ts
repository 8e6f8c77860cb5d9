import { describe, expect, test } from 'vitest';
import { isPinned } from './pinned.ts';
import { parseRequirement } from './requirement.ts';

describe('parseRequirement', () => {
  test.each([
    ['boto3', 'boto3', '', []],
    ['boto3==1.34.0', 'boto3', '==1.34.0', []],
    [' Flask [async, dotenv] >= 2 , < 3 ', 'Flask', '>=2,<3', ['async', 'dotenv']],
    ['name (>=1.0, !=1.5.*)', 'name', '>=1.0,!=1.5.*', []],
    ['zope.interface~=5.4', 'zope.interface', '~=5.4', []],
    ['a===any-thing', 'a', '===any-thing', []],
    ['x[]', 'x', '', []],
    ['x>=1,', 'x', '>=1', []],
    ['pkg==1!2.0.post1.dev2+ubuntu.1', 'pkg', '==1!2.0.post1.dev2+ubuntu.1', []],
  ])('%j', (text, name, specifier, extras) => {
    expect(parseRequirement(text)).toMatchObject({ requirement: { name, specifier, extras, url: null }, fault: null });
  });

  test('a URL with a marker', () => {
    const { requirement, fault } = parseRequirement('pip @ https://example.org/pip.zip#sha1=da ; os_name == "nt"');
    expect(fault).toBeNull();
    expect(requirement?.url).toBe('https://example.org/pip.zip#sha1=da');
    expect(requirement?.marker?.text).toBe('os_name == "nt"');
  });

  test('a marker is kept as written', () => {
    const text = 'python_version>="3.8" and (sys_platform == \'win32\' or extra == "all")';
    expect(parseRequirement(`x>1;${text} `).requirement?.marker?.text).toBe(text);
  });

  test('a version that only older installers took keeps its name', () => {
    expect(parseRequirement('pytz>=2012d-x')).toMatchObject({
      requirement: { name: 'pytz', specifier: '>=2012d-x' },
      fault: { message: '>=2012d-x is no version of PEP 440', offset: 4 },
    });
  });

  test.each([
    ['', 0, 'name'],
    ['=1', 0, 'name'],
    ['a=1', 1, '== is'],
    ['a b', 2, 'version specifier'],
    ['a===b,c', 6, '; or the end'],
    ['a[x', 3, ', or ]'],
    ['a[x y]', 4, ', or ]'],
    ['a(>=1', 5, ')'],
    ['a @ https://x y', 14, 'marker after the URL'],
  ])('%j is refused', (text, offset, message) => {
    const { requirement, fault } = parseRequirement(text);
    expect(requirement).toBeNull();
    expect(fault?.offset).toBe(offset);
    expect(fault?.message).toContain(message);
  });

  test.each([
    ['a;', 2, 'marker variable'],
    ['a; python == "3"', 3, 'marker variable'],
    ['a; python_version "3"', 18, 'operator'],
    ['a; python_version == 3', 21, 'marker variable'],
    ['a; (os_name == "nt"', 19, ')'],
    ['a; os_name == "nt" b', 19, 'after the marker'],
  ])('%j keeps its name, though not its marker', (text, offset, message) => {
    const { requirement, fault } = parseRequirement(text);
    expect(requirement).toMatchObject({ name: 'a', marker: { tree: null, text: text.slice(2).trim() } });
    expect(fault?.offset).toBe(offset);
    expect(fault?.message).toContain(message);
  });

  test('parentheses are bounded', () => {
    expect(parseRequirement(`a; ${'('.repeat(100_000)}`).fault?.message).toContain('nested deeper');
  });
});

test.each([
  ['==1.2.3', true],
  ['>=1,==1.2', true],
  ['===1.2', true],
  ['===weird thing', false],
  ['===weird', true],
  ['==1.2.*', false],
  ['>=1.2', false],
  ['~=1.2.3', false],
  ['', false],
])('%j is pinned: %s', (specifier, pinned) => {
  expect(isPinned(specifier)).toBe(pinned);
});
