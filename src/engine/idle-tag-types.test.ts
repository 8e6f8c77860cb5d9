import { expect, test } from 'vitest';
import { reportOn } from '../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../steps/examples.ts';

test.for([
  [
    'AWS::S3::Buckett',
    ['tag-policy.toml:1: no type of resources is known as AWS::S3::Buckett. Did you mean AWS::S3::Bucket'],
  ],
  [
    'aws_s3_buckett',
    ['tag-policy.toml:1: no type of resources is known as aws_s3_buckett. Did you mean aws_s3_bucket'],
  ],
  ['AWS::S3::Bucket', []],
  ['AWS::*', []],
  ['Acme::Own::Thing', []],
] as const)('%s', async ([type, expected]) => {
  const template = `${samTemplate(['Handler: app.handler', 'Runtime: python3.13'])}  Own:\n    Type: Acme::Own::Thing\n`;
  const { notes } = await reportOn({
    'app.py': handlerModule,
    'template.yaml': template,
    'tag-policy.toml': `[tags.Team]\nresources = ["${type}"]\n`,
  });
  const said = notes.filter((note) => note.startsWith('tag-policy.toml'));
  expect(said.map((note, at) => note.slice(0, expected[at]?.length))).toEqual(expected);
});
