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
  [
    'a tag policy of AWS that says what policies below it may change',
    'tag-policy.json',
    `{"tags": {"@@operators_allowed_for_child_policies": ["@@none"], "stage": {
      "tag_key": {"@@assign": "Stage", "@@operators_allowed_for_child_policies": ["@@none"]},
      "tag_value": {"@@assign": ["dev"], "@@append": ["prod*"]},
      "enforced_for": {"@@assign": ["s3:bucket"]}}}}`,
    [{ name: 'Stage', required: false, values: ['dev', 'prod*'] }],
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
  [
    'tag-policy.toml',
    '[tags.Team]\nvalues = []\n',
    /^tag-policy\.toml:2:10: this list is empty: .* take the key out\.$/,
  ],
  ['tag-policy.toml', '[tags.Team]\nresources = []\n', /^tag-policy\.toml:2:13: this list is empty/],
  ['tag-policy.toml', '[tags.Team]\nvalues = [100]\n', /:2:11: write a text, in quotes/],
  ['tag-policy.toml', '[tags.Team]\nvalues = [""]\n', /:2:11: this text is empty/],
  ['tag-policy.toml', '', /^tag-policy\.toml:1:1: it names no tag: write \[tags\.NAME\], or delete the file\.$/],
  ['tag-policy.toml', '[tags]\n', /:1:1: it names no tag/],
  ['tag-policy.toml', '[tags.""]\n', /:1:\d+: this text is empty/],
  ['tag-policy.toml', '[tags.Team]\n[tags.team]\n', /:2:\d+: team is Team of line 1: keep one of them\.$/],
  ['tag-policy.toml', '[tags.Team]\nrequired = tru\n', /:2:12: tru stands without quotes\. Did you mean true\?$/],
  ['tag-policy.json', '{"rules": []}', /no tag policy of AWS/],
  ['tag-policy.json', '', /^tag-policy\.json:1:1: /],
  ['tag-policy.json', '[]', /no tag policy of AWS/],
  ['tag-policy.json', '{"tags": {}}', /:1:10: it names no tag/],
  ['tag-policy.json', '{"tags": []}', /:1:10: tags is an object/],
  ['tag-policy.json', '{"tags": {"Team": "a"}}', /:1:19: a tag is an object/],
  [
    'tag-policy.json',
    '{"tags": {\n"Team": {"tag_key": "Team"}}}',
    /^tag-policy\.json:2:21: tag_key is an object: write \{ "@@assign": … \}\.$/,
  ],
  ['tag-policy.json', '{"tags": {"Team": {"tag_value": ["a"]}}}', /tag_value is an object: write \{ "@@assign": … \}/],
  ['tag-policy.json', '{"tags": {"Team": {"enforced_for": ["s3:bucket"]}}}', /enforced_for is an object/],
  [
    'tag-policy.json',
    '{"tags": {"Team": {"tag_ky": {"@@assign": "Team"}}}}',
    /:1:20: tag_ky is unknown.* Did you mean tag_key/,
  ],
  [
    'tag-policy.json',
    '{"tags": {"Team": {"tag_key": {"@assign": "Team"}}}}',
    /@assign is unknown.* Did you mean @@assign/,
  ],
  ['tag-policy.json', '{"tags": {"Team": {"tag_key": {"@@assign": 1}}}}', /write a text/],
  ['tag-policy.json', '{"tags": {"Team": {"tag_value": {"@@assign": "a"}}}}', /write a list of texts/],
  ['tag-policy.json', '{"tags": {"Team": {}}, "version": 1}', /:1:24: version is unknown: write tags\.$/],
  [
    'tag-policy.json',
    '{"tags": {"a": {"tag_key": {"@@assign": "Team"}}, "team": {}}}',
    /team is Team of line 1: keep one/,
  ],
  ['tag-policy.json/a.json', '{}', /^tag-policy\.json:1:1: it is a folder/],
])('%s: %s', ([file, text, message]) => {
  const load = (): unknown => rulesOf(file, text);
  expect(load).toThrow(ConfigurationError);
  expect(load).toThrow(message);
});

test('two files', () => {
  const files = { 'tag-policy.toml': '[tags.Team]\n', 'tag-policy.json': '{"tags": {"Team": {}}}' };
  expect(() => loadTagPolicy(memoryRepository(files))).toThrow(
    'tag-policy.toml:1:1: there is a tag-policy.json too: keep one of them.',
  );
});
