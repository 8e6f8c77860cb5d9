import { expect, test } from 'vitest';
import { ConfigurationError } from '../evidence/errors.ts';
import { memoryRepository } from '../repository/memory.ts';
import { loadTagPolicy } from './tag-policy.ts';

const rulesOf = (file: string, text: string): unknown => loadTagPolicy(memoryRepository({ [file]: text }))?.rules;

test.for<[title: string, file: string, text: string, rules: object[]]>([
  [
    'a table for each tag',
    'tag-policy.toml',
    '[tags.Team]\n[tags.Stage]\nvalues = ["dev", "prod*"]\nrequired = false\nresources = ["AWS::S3::*"]\n',
    [
      { name: 'Team', required: true, values: null, resources: null, place: { line: 1 } },
      { name: 'Stage', required: false, values: ['dev', 'prod*'], resources: ['AWS::S3::*'], place: { line: 2 } },
    ],
  ],
  [
    'a tag policy of AWS',
    'tag-policy.json',
    '{"tags": {"costcenter": {"tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@assign": ["100", "200"]}}, "Team": {}}}',
    [
      { name: 'CostCenter', required: false, values: ['100', '200'] },
      { name: 'team', required: false, values: null },
    ],
  ],
])('%s', ([, file, text, rules]) => {
  expect(rulesOf(file, text)).toMatchObject(rules);
});

test('no file, no policy', () => {
  expect(loadTagPolicy(memoryRepository({}))).toBeNull();
});

test.for<[file: string, text: string, message: RegExp]>([
  ['tag-policy.toml', 'tags = 1\n', /^tag-policy\.toml:1:8: write a table/],
  ['tag-policy.toml', '[labels.Team]\n', /:1:\d+: write \[tags\.NAME\]/],
  ['tag-policy.toml', '[tags.Team]\nvalue = ["a"]\n', /:2:1: value is unknown/],
  ['tag-policy.toml', '[tags.Team]\nrequired = "yes"\n', /:2:\d+: write true or false/],
  ['tag-policy.toml', '[tags.Team]\nvalues = "a"\n', /:2:\d+: write a list/],
  ['tag-policy.toml', '[tags.Team\n', /^tag-policy\.toml:/],
  ['tag-policy.json', '{"rules": []}', /no tag policy of AWS/],
])('%s: %s', ([file, text, message]) => {
  const load = (): unknown => rulesOf(file, text);
  expect(load).toThrow(ConfigurationError);
  expect(load).toThrow(message);
});
