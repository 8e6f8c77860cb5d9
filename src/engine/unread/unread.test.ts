import { describe, expect, test } from 'vitest';
import { type Files, reportOn } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../../steps/examples.ts';
import { checks } from '../../steps/registry.ts';
import { judgedFrom } from './unproven-steps.ts';

const template = samTemplate(['Handler: app.handler', 'Runtime: python3.13']);
const broken = `${handlerModule}\n\ndef other(:\n    pass\n`;

const stepsWith = async (files: Files, state: string, request = {}) => {
  const [service] = (await reportOn(files, request)).services;
  return Object.entries(service?.steps ?? {}).flatMap(([step, is]) => (is === state ? [step] : []));
};

test('the checks that speak for files exist', () => {
  const known = new Set(checks.filter(({ scope }) => scope === 'service').map(({ id }) => id));
  expect(
    Object.values(judgedFrom)
      .flat()
      .filter((id) => !known.has(id)),
  ).toEqual([]);
});

describe('a file of a service that cannot be read leaves steps unproven', () => {
  test.for<[string, Files, string[]]>([
    ['nothing wrong', { 'template.yaml': template, 'app.py': handlerModule }, []],
    [
      'its code',
      { 'template.yaml': template, 'app.py': broken },
      ['runtime', 'sdk', 'credentials', 'permissions', 'package', 'coldstart', 'resilience', 'observability'],
    ],
    [
      'a module that it imports',
      { 'template.yaml': template, 'app.py': `import other\n${handlerModule}`, 'other.py': 'import requests\nx = (\n' },
      ['runtime', 'sdk', 'credentials', 'permissions', 'package', 'coldstart', 'resilience', 'observability'],
    ],
    [
      'its manifest',
      { 'template.yaml': template, 'app.py': handlerModule, 'requirements.txt': 'boto3==1.43.0\n!!!\n' },
      ['runtime', 'sdk', 'package'],
    ],
    [
      'the definition that it may have',
      { 'template.yaml': 'Resources: [\n', 'app.py': handlerModule },
      ['runtime', 'credentials', 'permissions', 'package', 'coldstart', 'resilience', 'observability', 'tags'],
    ],
    ['code that it does not run', { 'template.yaml': template, 'app.py': handlerModule, 'other.py': 'x = (\n' }, []],
    [
      'dependencies that setup.py computes',
      {
        'template.yaml': template,
        'app.py': handlerModule,
        'setup.py': 'from setuptools import setup\nsetup(name="x", install_requires=found())\n',
      },
      [],
    ],
    ['tests', { 'template.yaml': template, 'app.py': handlerModule, 'tests/test_app.py': 'x = (\n' }, []],
    [
      'the definition of something else',
      { 'template.yaml': template, 'app.py': handlerModule, 'ops/other.yaml': 'Resources: [\n' },
      [],
    ],
  ])('%s', async ([, files, steps]) => {
    expect(await stepsWith(files, 'unproven')).toEqual(steps);
  });

  test('which counts where it is strict', async () => {
    const files = { 'main.py': 'def f(:\n', 'template.yaml': 'Resources: [\n', 'main.tf': 'resource "x" {\n' };
    expect((await reportOn(files)).ready).toBe(true);
    const report = await reportOn(files, { strict: true });
    expect(report.ready).toBe(false);
    expect(report.unreadable.map(({ file, services }) => [file, services])).toEqual([
      ['main.py', ['#.']],
      ['main.tf', ['#.']],
      ['template.yaml', ['#.']],
    ]);
  });

  test('the checks that were asked for say it', async () => {
    const files = { 'template.yaml': template, 'app.py': broken };
    const [service] = (await reportOn(files, { only: ['timeout-missing', 'error-swallowed'] })).services;
    expect(service?.findings).toMatchObject([
      { check: 'error-swallowed', verdict: 'not-applicable' },
      { check: 'timeout-missing', verdict: 'unknown', reason: 'unreadable-file', subject: 'app.py', at: { line: 5 } },
    ]);
  });
});

describe('syntax errors are listed', () => {
  test.for<[string, Files]>([
    ["in a service's only file", { 'main.py': 'def f(:\n' }],
    ['in a file that only a check parses', { 'main.py': '', 'a/b/jobs.py': 'import requests\nrequests.get(\n' }],
    [
      'in code inside a template',
      {
        'template.yaml':
          'Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Handler: index.handler\n      Runtime: python3.13\n      Code:\n        ZipFile: |\n          def f(:\n',
      },
    ],
  ])('%s', async ([, files]) => {
    const { unreadable } = await reportOn(files);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]?.services).toHaveLength(1);
  });
});
