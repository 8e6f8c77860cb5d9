import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const terraform = (auth: string, action: string): Files => ({
  'app.py': 'def handler(event, context):\n    return event\n',
  'main.tf': `resource "aws_iam_role" "work" {
  name               = "work"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "work" {
  role   = aws_iam_role.work.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })
}

resource "aws_lambda_function" "work" {
  function_name = "work"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"
  role          = aws_iam_role.work.arn
}

resource "aws_lambda_function_url" "work" {
  function_name      = aws_lambda_function.work.function_name
  authorization_type = ${auth}
}

variable "auth" {}
`,
});

test.for<[title: string, files: Files, expected: object]>([
  [
    'everybody may have items written',
    terraform('"NONE"', 'dynamodb:PutItem'),
    {
      verdict: 'fail',
      severity: 'risk',
      at: { file: 'main.tf', line: 21 },
      message: 'Everybody may call work at its URL, and it may do dynamodb:PutItem.',
    },
  ],
  ['everybody may have logs written', terraform('"NONE"', 'logs:PutLogEvents'), { verdict: 'pass' }],
  ['signed requests', terraform('"AWS_IAM"', 'dynamodb:PutItem'), { verdict: 'pass' }],
  [
    'the deployment decides',
    terraform('var.auth', 'dynamodb:PutItem'),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('endpoint-public', files)).toMatchObject([expected]);
});
