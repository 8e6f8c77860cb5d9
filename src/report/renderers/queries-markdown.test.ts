import { expect, test } from 'vitest';
import { run } from '../../../tests/run-main.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';

const files = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src }
  Again:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src }
`,
  'src/app.py':
    'import boto3\nimport pytz\n\ndef handler(event, context):\n    return boto3.client("s3").list_buckets()\n',
  'src/requirements.txt': 'boto3\npytz==2025.1\n',
};
const markdown = async (command: string): Promise<string> => {
  const { code, out } = await run([command, '.', '--format', 'markdown', '--cwd', temporaryFolder(files)]);
  expect(code).toBe(0);
  return out;
};

test('skills: a table for each category, and where each is proven', async () => {
  const text = await markdown('skills');
  expect(text).toMatch(/^# Skills that the code shows\n\n\d+ skills: /);
  expect(text).toMatch(
    /\n## Cloud and infrastructure\n\n\| Skill \| Strength \| Where \| Places \| Asked of \|\n\|---/,
  );
  expect(text).toMatch(/\n\| AWS Lambda \| deployed \| `[^`]+:\d+` \| \d+ \| /);
});

test('road: services that stand alike share a table, and the next step names its place', async () => {
  const text = await markdown('road');
  expect(text).toContain('## template.yaml: 2 services alike\n\non AWS: Again and Hello\n\n| Rung | State |');
  expect(text.match(/^\| \d .+ \| (reached|partly|not reached|unknown|not applicable) \| /gm)).toHaveLength(5);
  expect(text).toMatch(/\n\*\*Next:\*\* .+ e\.g\. `template\.yaml:\d+`/);
});

test('libraries: a row for each need, and what is superseded', async () => {
  const text = await markdown('libraries');
  expect(text).toMatch(/\n\| Need \| In use \| Current choices \(\d{4}-\d\d\) \|\n/);
  expect(text).toMatch(/\n\| Time \| pytz ! \| /);
  expect(text).toMatch(/\n- pytz is superseded by zoneinfo .+ `src\/app\.py:2`/);
});
