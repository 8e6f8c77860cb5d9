import { describe, expect, test } from 'vitest';
import { readSetupPy } from './index.ts';

const read = (text: string) => readSetupPy('setup.py', text);
const names = (text: string) => read(text).dependencies.map(({ name, group }) => [name, group]);

test('keywords of setup, with places', () => {
  const manifest = read(
    `from setuptools import setup

BOTO = "boto3>=1.34"
BASE = [BOTO, "flask[async]==3.0.0"]

setup(
    name="My_Service",
    python_requires=">=3.9",
    install_requires=BASE + ["é", 'click; os_name == "nt"'],
    extras_require={
        "Dev": ["pytest"],
        "win:sys_platform == 'win32'": "pywin32; python_version < '4'",
        ":python_version < '3.11'": ["tomli"],
    },
    setup_requires=["wheel"],
    tests_require="moto\\nresponses\\n",
)
`,
  );
  expect(manifest).toMatchObject({
    project: 'my-service',
    python: { specifier: '>=3.9', place: { line: 8, column: 21 } },
  });
  expect(manifest.dependencies).toMatchObject([
    { name: 'boto3', specifier: '>=1.34', group: null, place: { line: 3, column: 8, endColumn: 21 } },
    { name: 'flask', extras: ['async'], pinned: true, place: { line: 4, column: 15 } },
    { name: 'click', marker: 'os_name == "nt"', place: { line: 9, column: 35 } },
    { name: 'pytest', group: 'dev' },
    { name: 'pywin32', group: 'win', marker: "(python_version < '4') and (sys_platform == 'win32')" },
    { name: 'tomli', group: null, marker: "python_version < '3.11'" },
    { name: 'wheel', group: 'build-system' },
    { name: 'moto', group: 'test' },
    { name: 'responses', group: 'test' },
  ]);
  expect(manifest.faults).toMatchObject([{ place: { line: 9, column: 30 } }]);
});

describe('what is followed', () => {
  test.each([
    ['setup(install_requires=["a" ">=1", "b"])', ['a', 'b']],
    ['import setuptools\nif __name__ == "__main__":\n  setuptools.setup(install_requires=("a",))', ['a']],
    ['kw = {"install_requires": ["a"]}\nsetup(**kw)', ['a']],
    ['kw = dict(install_requires=["a"])\nsetup(**kw)', ['a']],
    ['base = ["a"]\nsetup(install_requires=[*base, "b"])', ['a', 'b']],
    ['v = "1"\nsetup(install_requires=[f"a=={v}"])', ['a']],
    ['setup(install_requires="""\n a # why\n b\n""")', ['a', 'b']],
    ['setup(install_requires="a b".split())', ['a', 'b']],
    ['setup(install_requires="""a\nb""".strip().splitlines())', ['a', 'b']],
    ['e = {"x": ["a"]}\nsetup(install_requires=e["x"])', ['a']],
    ['setup(install_requires=list(("a",)))', ['a']],
    ['setup(install_requires=None)', []],
  ])('%j', (text, expected) => {
    expect(read(text).faults).toEqual([]);
    expect(names(text).map(([name]) => name)).toEqual(expected);
  });
});

describe('what is computed is a fault where it stands, and the rest is kept', () => {
  test.each([
    ['setup(install_requires=["a", pick(), "b"])', ['a', 'b'], 1, 'install_requires: pick() is computed'],
    ['r = ["a"]\nif x:\n  r.append("b")\nsetup(install_requires=r)', ['a'], 3, 'r is changed afterwards'],
    ['r = ["a"]\nr += ["b"]\nsetup(install_requires=r)', ['a'], 2, 'r is changed afterwards'],
    ['if x:\n  r = ["a"]\nelse:\n  r = ["b"]\nsetup(install_requires=r)', [], 5, 'assigned more than once'],
    ['setup(install_requires=r)', [], 1, 'not assigned in this file'],
    ['setup(install_requires=["a"] + (["b"] if x else []))', ['a'], 1, 'is computed'],
    ['setup(**load())', [], 1, 'some keywords of setup()'],
    ['setup(extras_require={k: ["a"], "x": ["b"]})', ['b'], 1, 'some extras'],
    ['r = r2\nr2 = r\nsetup(install_requires=r)', [], 1, 'too deep'],
    ['setup(install_requires=["a"', ['a'], 1, ''],
    ['x = = 1\nsetup(install_requires=["a"])', ['a'], 1, ''],
  ])('%j', (text, expected, line, message) => {
    const { faults } = read(text);
    expect(names(text).map(([name]) => name)).toEqual(expected);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.place.line).toBe(line);
    expect(faults[0]?.message).toContain(message);
  });

  test('a file that a loop reads is included', () => {
    const text =
      'R = []\nwith open("requirements.txt") as f:\n    for line in f:\n        R.append(line)\nsetup(install_requires=R)\n';
    expect(read(text)).toMatchObject({ includes: ['requirements.txt'], faults: [{ place: { line: 4 } }] });
  });

  test('files of requirements that are read are included', () => {
    const manifest = read(
      'def load(name):\n    return open(name).read().splitlines()\n\ndef base():\n    return load("requirements/base.txt")\n\nsetup(install_requires=base(), extras_require={"dev": load("requirements-dev.txt")})\n',
    );
    expect(manifest.includes).toEqual(['requirements/base.txt', 'requirements-dev.txt']);
    expect(manifest.options).toMatchObject([
      { name: 'requirement', value: 'requirements/base.txt', place: { line: 5 } },
      { name: 'requirement', value: 'requirements-dev.txt', place: { line: 7 } },
    ]);
    expect(manifest.faults).toHaveLength(2);
  });
});

test('long sums and deep nesting are bounded', () => {
  expect(names(`setup(install_requires=${'["a"] + '.repeat(800)}["b"])`)).toHaveLength(801);
  expect(read(`setup(install_requires=${'['.repeat(5000)}"a"${']'.repeat(5000)})`).faults.length).toBeGreaterThan(0);
});
