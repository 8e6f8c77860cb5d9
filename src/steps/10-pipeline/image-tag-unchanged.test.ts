import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const task = (image: string, more = ''): Files => ({
  Dockerfile: 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n',
  'main.py': 'print()\n',
  'main.tf': `resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "${image}" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
${more}}
`,
});

test.for<[image: string, expected: object]>([
  [
    '${aws_ecr_repository.web.repository_url}:latest',
    { verdict: 'fail', severity: 'improvement', at: { file: 'main.tf', line: 7 } },
  ],
  ['${aws_ecr_repository.web.repository_url}:${var.tag}', { verdict: 'pass' }],
  ['${aws_ecr_repository.web.repository_url}@sha256:0f1e', { verdict: 'pass' }],
])('%s', async ([image, expected]) => {
  expect(await findingsOn('image-tag-unchanged', task(image))).toMatchObject([expected]);
});

test('a service that stands at none takes the image anew', async () => {
  const files = task('web:latest', '  desired_count   = 0\n');
  expect(await findingsOn('image-tag-unchanged', files)).toMatchObject([{ verdict: 'not-applicable' }]);
});
