import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { draftJob } from './job-draft.ts';

const draft = (files: Record<string, string>) => draftJob({ root: '.', repository: memoryRepository(files) });

test('what only tests call is not asked for, the tools of tests are', async () => {
  const { skills, marginal } = await draft({
    'shop/app.py': 'import json\n\n\ndef total(order):\n    return json.loads(order)["total"]\n',
    'tests/test_app.py':
      'import boto3\nimport pytest\n\n\ndef test_total():\n    boto3.client("redshift").describe_clusters()\n    pytest.skip()\n',
  });
  const ids = skills.map(({ id }) => id);
  expect(ids).toContain('pytest');
  expect(ids).not.toContain('data-warehouse');
  expect(marginal).toContain('Data warehouses');
});

test('a depth is not told where a check that speaks of it fails', async () => {
  const depthOf = async (dockerfile: string): Promise<string | null | undefined> => {
    const { skills } = await draft({
      Dockerfile: dockerfile,
      'app.py': 'import json\n\nprint(json.dumps(1))\n',
      'requirements.txt': '',
    });
    return skills.find(({ id }) => id === 'docker')?.depth;
  };
  const lines =
    'FROM python:3.13.1-slim@sha256:0000000000000000000000000000000000000000000000000000000000000000\nCOPY app.py .\n';
  expect(await depthOf(`${lines}USER 1000\nCMD ["python", "app.py"]\n`)).toMatch(/pinned/);
  expect(await depthOf('FROM python\nCOPY app.py .\nCMD ["python", "app.py"]\n')).toBeNull();
});
