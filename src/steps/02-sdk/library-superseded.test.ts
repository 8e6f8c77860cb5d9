import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'library-superseded';

const lambda = (code: string): Files => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': `${code}\n${handlerModule}`,
});

const rows: [title: string, today: string, files: Files, ...expected: Expected[]][] = [
  [
    'three years after its last release',
    '2026-11-21',
    lambda('import boto.s3'),
    finding('fail', 'risk', 'boto', 'src/app.py:1', 'boto is superseded by boto3; its release 2.49.0 is of 2018-07-11'),
  ],
  [
    'before that',
    '2024-01-01',
    lambda('import adal'),
    finding('fail', 'improvement', 'adal', 'src/app.py:1', 'superseded by msal'),
  ],
  [
    'one of several',
    '2026-11-21',
    lambda('import boto3\nfrom aws_xray_sdk.core import xray_recorder'),
    finding('pass', 'improvement', 'boto3', 'src/app.py:1', 'Nothing supersedes boto3'),
    finding('fail', 'improvement', 'aws-xray-sdk', 'src/app.py:2', 'aws-opentelemetry-distro'),
  ],
  [
    'for type checkers',
    '2026-11-21',
    lambda('from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import adal'),
    notApplicable('imports no cloud SDK'),
  ],
];

test.for(rows)('%s', async ([, today, files, ...expected]) => {
  expect(await findingsOn(id, files, { today })).toMatchObject(expected);
});
