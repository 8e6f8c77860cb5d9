import { describe, expect, test } from 'vitest';
import { declaredIn, lines } from '../../../tests/declared-in.ts';

const terraform = (body: string): Record<string, string> => ({
  'main.tf': `resource "aws_s3_bucket" "b" {}
resource "aws_iam_role" "r" {
  name = "worker"
  assume_role_policy = "{}"
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role = aws_iam_role.r.arn
  handler = "app.handler"
  runtime = "python3.13"
}
${body}`,
});

describe('Terraform', () => {
  const attached = (policy: string): string =>
    `resource "aws_iam_role_policy" "p" {\n  role = aws_iam_role.r.id\n  policy = ${policy}\n}`;
  test.for<[string, string, string[]]>([
    [
      'an object as JSON',
      attached(
        'jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.b.arn}/*" }] })',
      ),
      ['s3:GetObject on ${aws_s3_bucket.b.arn}/*'],
    ],
    [
      'JSON in a text',
      attached(
        '<<EOF\n{"Statement": {"Effect": "Deny", "Action": ["s3:*"], "Resource": "${aws_s3_bucket.b.arn}"}}\nEOF',
      ),
      ['Deny s3:* on ${aws_s3_bucket.b.arn}'],
    ],
    [
      'documents, their sources and what overrides them',
      `data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "narrow" {
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject"]
    resources = ["\${aws_s3_bucket.b.arn}/out/*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [data.aws_iam_policy_document.narrow.json]
  statement {
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}
${attached('data.aws_iam_policy_document.all.json')}`,
      ['s3:GetObject on *', '!iam:* on *', 's3:PutObject on ${aws_s3_bucket.b.arn}/out/* if'],
    ],
    [
      'a policy that is attached by the name of the role',
      'resource "aws_iam_policy" "q" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }] })\n}\nresource "aws_iam_policy_attachment" "a" {\n  name = "a"\n  roles = ["worker"]\n  policy_arn = aws_iam_policy.q.arn\n}',
      ['sns:Publish on *'],
    ],
    [
      'each of several managed policies',
      'resource "aws_iam_role_policy_attachment" "a" {\n  for_each = toset(["arn:aws:iam::aws:policy/AmazonSQSFullAccess"])\n  role = aws_iam_role.r.name\n  policy_arn = each.value\n}',
      ['managed AmazonSQSFullAccess: sqs:* on *'],
    ],
  ])('%s', async ([, body, expected]) => {
    const declared = await declaredIn(terraform(body), 'aws_lambda_function.f');
    expect(lines(declared)).toEqual(expected);
    expect(declared?.unknown).toEqual([]);
  });

  test('a policy of outside is not known', async () => {
    const declared = await declaredIn(
      terraform(
        'variable "p" {}\nresource "aws_iam_role_policy_attachment" "a" {\n  role = aws_iam_role.r.name\n  policy_arn = var.p\n}',
      ),
      'aws_lambda_function.f',
    );
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['a managed policy: ${p}']);
  });
});
