// What cannot be read is named in the report with its place, and the rest goes on.
import { describe, expect, test } from 'vitest';
import { largestFileBytes } from '../src/repository/repository.ts';
import { handlerModule, samTemplate } from '../src/steps/examples.ts';
import { type Files, reportOn } from './judge-files.ts';
import { runCheck } from './run-main.ts';

/** A service that is ready, whatever stands beside it. */
const service: Files = {
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
};
const huge = new Uint8Array(largestFileBytes + 1).fill(0x23);
const binary = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]);
const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]\n`);

type Row = [title: string, files: Files, place: string, fragment: string];

const rows: Row[] = [
  ['a broken template', { 'b/template.yaml': 'Resources:\n  A: [\n  B: {' }, 'b/template.yaml:3', 'indentation'],
  [
    'a broken YAML file that holds resources',
    { 'b/x.yaml': 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n   B: 1' },
    'b/x.yaml:4',
    'indentation',
  ],
  [
    'broken JSON',
    { 'b/template.json': '{\n"Resources": {"A": {"Type": "AWS::SQS::Queue",}}}' },
    'b/template.json:2',
    'trailing comma',
  ],
  ['broken TOML', { 'b/pyproject.toml': '[project]\nname = "b\n' }, 'b/pyproject.toml:2', ''],
  ['a broken lock', { 'poetry.lock': '[[package]]\nname = [' }, 'poetry.lock:2', 'array'],
  ['a broken Dockerfile', { 'b/Dockerfile': 'FROM python:3.13\nFOO bar\n' }, 'b/Dockerfile:2', 'FOO'],
  ['a syntax error in Python', { 'app.py': `${handlerModule}x = (\n` }, 'app.py:3', "'(' was never closed"],
  [
    'brackets without end in Python',
    { 'app.py': `${handlerModule}x = ${'('.repeat(100_000)}\n` },
    'app.py:3',
    'nested',
  ],
  [
    'brackets without end in YAML',
    { 'b/template.yaml': `Resources: ${'['.repeat(20_000)}` },
    'b/template.yaml:1',
    '256',
  ],
  [
    'brackets without end in JSON',
    { 'b/template.json': `{"Resources": ${'['.repeat(100_000)}` },
    'b/template.json:1',
    '256',
  ],
  [
    'a second document that is broken',
    { 'b/template.yaml': 'Resources: { A: { Type: AWS::SQS::Queue } }\n---\nA: [\n' },
    'b/template.yaml:4',
    '',
  ],
  [
    'requirements that include each other',
    { 'requirements.txt': 'flask\n-r more.txt\n', 'more.txt': '-r requirements.txt\n' },
    'requirements.txt:2',
    'circle',
  ],
  [
    'requirements that include themselves',
    { 'requirements.txt': '-r requirements.txt\n' },
    'requirements.txt:1',
    'circle',
  ],
  ['requirements that include nothing', { 'requirements.txt': 'flask\n-r no.txt\n' }, 'requirements.txt:2', 'no.txt'],
  ['a huge template', { 'b/template.yaml': huge }, 'b/template.yaml:1', 'larger than 16 MiB'],
  ['a huge module', { 'app.py': huge }, 'app.py:1', 'larger than 16 MiB'],
  ['a huge Dockerfile', { 'b/Dockerfile': huge }, 'b/Dockerfile:1', 'larger than 16 MiB'],
  ['a binary file named .py', { 'app.py': binary }, 'app.py:1', 'binary'],
  ['one that a module imports', { 'app.py': `import lib\n${handlerModule}`, 'lib.py': binary }, 'lib.py:1', 'binary'],
  ['a binary file named as a template', { 'b/template.yaml': binary }, 'b/template.yaml:1', 'binary'],
  ['a binary Dockerfile', { 'b/Dockerfile': binary }, 'b/Dockerfile:1', 'binary'],
  [
    'a resource without a type',
    { 'b/template.yaml': "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A: {}\n" },
    'b/template.yaml:3',
    'has no Type',
  ],
  [
    'a function that CloudFormation does not have',
    { 'b/template.yaml': 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: !Shout a }\n' },
    'b/template.yaml:4',
    'Fn::Shout',
  ],
  [
    'a bomb of aliases with a fault',
    {
      'b/template.yaml': `a0: &a0 [x]\n${bomb.join('')}Resources:\n  A: { Properties: *a30 }\n  B: { Type: AWS::SQS::Queue }\n`,
    },
    'b/template.yaml:33',
    'has no Type',
  ],
];

describe('is named with its place', () => {
  test.for(rows)('%s', async ([, files, place, fragment]) => {
    const started = performance.now();
    const { unreadable, services } = await reportOn({ ...service, ...files });
    expect(unreadable.map(({ file, line }) => `${file}:${line}`)).toContain(place);
    const named = unreadable.find(({ file, line }) => `${file}:${line}` === place);
    expect(named?.reason).toContain(fragment);
    expect(named?.reason).toMatch(/^[^\n]+$/);
    expect(services.map(({ id }) => id)).toContain('template.yaml#Resize');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('what needs no word', () => {
  test.for<[string, Files]>([
    [
      'a bomb of aliases that nothing asks for',
      { 'b/template.yaml': `a0: &a0 [x]\n${bomb.join('')}Resources: { A: { Type: AWS::SQS::Queue } }\n` },
    ],
    ['one among dependencies', { 'environment.yml': `a0: &a0 [x]\n${bomb.join('')}dependencies: *a30\n` }],
    [
      'an alias that holds itself',
      { 'b/template.yaml': 'Resources: &r\n  A:\n    Type: AWS::SQS::Queue\n    Properties: &p { X: *p, <<: *r }\n' },
    ],
    ['data that is none of ours', { 'data.json': '{"a": ', 'notes.yaml': 'a: [', 'image.png': binary }],
  ])('%s', async ([, files]) => {
    const started = performance.now();
    const { unreadable, services } = await reportOn({ ...service, ...files });
    expect(unreadable).toEqual([]);
    expect(services).toMatchObject([{ id: 'template.yaml#Resize', steps: { package: 'ready' } }]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('all of it at once: the rest goes on, and the exit code is that of the findings', async () => {
  const files = Object.assign({}, service, ...rows.map(([, own], index) => prefixed(own, `r${index}`))) as Files;
  const { code, out, err } = await runCheck(files, '--service', 'template.yaml#Resize');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/2\d files could not be read/);
});

test('a repository of nothing but broken files exits 0 and names them', async () => {
  const { code, out } = await runCheck({ 'template.yaml': 'Resources: [' });
  expect(code).toBe(0);
  expect(out).toContain('template.yaml:1');
});

test('control characters in names and texts are shown, not obeyed', async () => {
  const { out } = await runCheck({ ...service, 'b\u001b[2J/template.yaml': 'Resources: [' });
  expect(out).toContain(String.raw`b\x1b[2J/template.yaml`);
  expect(out).not.toContain('\u001b');
});

function prefixed(files: Files, folder: string): Files {
  return Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]));
}
