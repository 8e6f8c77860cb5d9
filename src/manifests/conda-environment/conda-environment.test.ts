import { expect, test } from 'vitest';
import { readCondaEnvironment } from './index.ts';
import { readMatchSpec } from './match-spec.ts';

test('packages of conda and of pip, and Python', () => {
  const manifest = readCondaEnvironment(
    'environment.yml',
    `name: svc
channels: [conda-forge]
dependencies:
  - python=3.11
  - numpy>=1.26,<2 # comment
  - conda-forge::boto3=1.34
  - pip
  - pip:
      - -r requirements.txt
      - "flask[async]==3.0.0"
      - 3
  - [a]
`,
  );
  expect(manifest.python).toMatchObject({ specifier: '==3.11.*', place: { line: 4, column: 5 } });
  expect(manifest.includes).toEqual(['requirements.txt']);
  expect(manifest.dependencies).toMatchObject([
    { name: 'numpy', specifier: '>=1.26,<2', place: { line: 5 } },
    { name: 'boto3', specifier: '==1.34.*', pinned: false },
    { name: 'pip', specifier: '' },
    {
      name: 'flask',
      extras: ['async'],
      specifier: '==3.0.0',
      pinned: true,
      place: { line: 10, column: 10, endColumn: 29 },
    },
  ]);
  expect(manifest.faults.map(({ place }) => place.line)).toEqual([11, 12]);
});

test.each([
  ['numpy', 'numpy', ''],
  ['numpy=1.26', 'numpy', '==1.26.*'],
  ['numpy=1.26.*', 'numpy', '==1.26.*'],
  ['numpy=1.26*', 'numpy', '==1.26.*'],
  ['numpy==1.26.4', 'numpy', '==1.26.4'],
  ['numpy=1.26.4=py311_0', 'numpy', '==1.26.4'],
  ['numpy 1.26.4 py311_0', 'numpy', '==1.26.4'],
  ['numpy 1.26.*', 'numpy', '==1.26.*'],
  ['numpy >=1.26, <2', 'numpy', '>=1.26,<2'],
  ['numpy>=1.26.*', 'numpy', '>=1.26'],
  ["numpy[version='>=1.26,<2', build=x]", 'numpy', '>=1.26,<2'],
  ['defaults/linux-64::numpy', 'numpy', ''],
  ['_libgcc_mutex=0.1=main', '_libgcc_mutex', '==0.1'],
  ['numpy *', 'numpy', ''],
  ['openssl==1.1.1w', 'openssl', '===1.1.1w'],
  ['openssl=1.1.1w=h0_0', 'openssl', '===1.1.1w'],
])('%s', (text, name, specifier) => {
  expect(readMatchSpec(text)).toEqual({ name, specifier, fault: null });
});

test('what PEP 440 cannot write is a fault, and the name stands', () => {
  expect(readMatchSpec('openssl=1.1.1w')).toMatchObject({ name: 'openssl', specifier: '', fault: expect.any(String) });
  expect(readMatchSpec('a>=1|<0.5')).toMatchObject({ name: 'a', specifier: '', fault: expect.any(String) });
  expect(readMatchSpec('')).toBeUndefined();
  expect(readMatchSpec('- x')).toBeUndefined();
});
