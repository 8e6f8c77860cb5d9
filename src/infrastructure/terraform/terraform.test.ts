import { describe, expect, test } from 'vitest';
import { plain } from '../../../tests/plain-value.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { property, type Resource, type Stack } from '../model/resource.ts';
import { read } from './index.ts';

async function stacksOf(files: Record<string, string | Uint8Array>): Promise<readonly Stack[]> {
  return (await read({ repository: memoryRepository(files), kindOf: (type) => type })).stacks;
}

async function resourcesOf(files: Record<string, string>): Promise<ReadonlyMap<string, Resource>> {
  const [stack] = await stacksOf(files);
  return stack?.resources ?? new Map();
}

describe('resources', () => {
  test('of count, for_each and modules have the addresses that Terraform gives them', async () => {
    const found = await resourcesOf({
      'main.tf': `
        module "api" {
          source   = "./api"
          for_each = { eu = "a", us = "b" }
          name     = each.value
        }
        resource "aws_iam_role" "off" { count = 0 }
        resource "aws_iam_role" "role" { name = module.api["eu"].url }`,
      'api/main.tf': `
        variable "name" {}
        resource "aws_sqs_queue" "q" {
          count = 2
          name  = "\${var.name}-\${count.index}"
        }
        output "url" { value = aws_sqs_queue.q[1].url }`,
    });
    expect([...found.keys()].sort()).toEqual([
      'aws_iam_role.role',
      'module.api["eu"].aws_sqs_queue.q[0]',
      'module.api["eu"].aws_sqs_queue.q[1]',
      'module.api["us"].aws_sqs_queue.q[0]',
      'module.api["us"].aws_sqs_queue.q[1]',
    ]);
    const last = found.get('module.api["us"].aws_sqs_queue.q[1]');
    expect(plain(last && property(last, 'name'))).toBe('b-1');
    const role = found.get('aws_iam_role.role');
    expect(plain(role && property(role, 'name'))).toBe('→module.api["eu"].aws_sqs_queue.q[1].url');
  });

  test('that a deployment may leave out are there with the condition', async () => {
    const found = await resourcesOf({
      'main.tf': `
        variable "create" { default = false }
        resource "aws_sqs_queue" "q" { count = var.create ? 1 : 0 }
        resource "aws_sqs_queue" "p" { name = aws_sqs_queue.q[0].name }`,
    });
    expect(found.get('aws_sqs_queue.q')?.condition).toBe('var.create ? 1 : 0');
    const other = found.get('aws_sqs_queue.p');
    expect([other?.condition, plain(other && property(other, 'name'))]).toEqual([null, '→aws_sqs_queue.q.name']);
  });

  test('have exact places, and literals their own tokens', async () => {
    const found = await resourcesOf({ 'main.tf': 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 30\n}\n' });
    const queue = found.get('aws_sqs_queue.q');
    expect(queue).toMatchObject({
      type: 'aws_sqs_queue',
      kind: 'aws_sqs_queue',
      cloud: 'aws',
      path: ['resource', 'aws_sqs_queue', 'q'],
    });
    expect(queue?.key).toMatchObject({ file: 'main.tf', line: 1, column: 26 });
    expect(queue && property(queue, 'delay_seconds')).toMatchObject({
      value: 30,
      shared: false,
      place: { line: 2, column: 19, endColumn: 21 },
    });
  });

  test('have blocks as maps, several as lists, dynamic ones as if written out', async () => {
    const found = await resourcesOf({
      'main.tf': `
        variable "open" {}
        resource "aws_x" "x" {
          environment {
            variables = { A = "1" }
          }
          rule { n = 1 }
          rule { n = 2 }
          dynamic "setting" {
            for_each = { a = 1, b = 2 }
            content {
              name  = setting.key
              value = setting.value
            }
          }
          dynamic "none" {
            for_each = []
            content {}
          }
          dynamic "maybe" {
            for_each = var.open
            iterator = it
            content { v = it.value }
          }
          lifecycle { prevent_destroy = true }
        }`,
    });
    const x = found.get('aws_x.x');
    expect(plain(x?.properties)).toEqual({
      environment: { variables: { A: '1' } },
      rule: [{ n: 1 }, { n: 2 }],
      setting: [
        { name: 'a', value: 1 },
        { name: 'b', value: 2 },
      ],
      none: 'absent',
      maybe: { either: [{ v: '?dynamic-value' }, 'absent'] },
    });
    expect(plain(x?.metadata)).toEqual({ lifecycle: { prevent_destroy: true } });
  });

  test('have the tags of their provider, also through modules', async () => {
    const found = await resourcesOf({
      'main.tf': `
        provider "aws" {
          default_tags { tags = { team = "a", env = "dev" } }
        }
        provider "aws" {
          alias = "west"
          default_tags { tags = { team = "west" } }
        }
        resource "aws_sqs_queue" "q" { tags = { env = "prod" } }
        resource "aws_sqs_queue" "w" { provider = aws.west }
        resource "random_id" "r" {}
        module "m" {
          source    = "./m"
          providers = { aws = aws.west }
        }`,
      'm/m.tf': 'resource "aws_sqs_queue" "q" {}',
    });
    const tags = (id: string): unknown => plain(found.get(id)?.tags ?? undefined);
    expect(tags('aws_sqs_queue.q')).toEqual({ team: 'a', env: 'prod' });
    expect(tags('aws_sqs_queue.w')).toEqual({ team: 'west' });
    expect(tags('module.m.aws_sqs_queue.q')).toEqual({ team: 'west' });
    expect(found.get('random_id.r')?.tags).toBe(null);
  });

  test('stand for modules that are not in the tree', async () => {
    const found = await resourcesOf({
      'main.tf': `
        module "fn" {
          source      = "terraform-aws-modules/lambda/aws"
          handler     = "app.handler"
          source_path = "\${path.module}/src"
        }
        resource "aws_sns_topic" "t" { name = module.fn.lambda_function_arn }`,
    });
    const module = found.get('module.fn');
    expect(module).toMatchObject({ type: 'module:terraform-aws-modules/lambda/aws', cloud: 'aws' });
    expect(plain(module && property(module, 'source_path'))).toBe('./src');
    const topic = found.get('aws_sns_topic.t');
    expect(plain(topic && property(topic, 'name'))).toBe('→module.fn.lambda_function_arn');
  });

  test('of data keep what they say', async () => {
    const found = await resourcesOf({
      'main.tf': `
        data "aws_iam_policy_document" "d" {
          statement {
            actions   = ["s3:GetObject"]
            resources = ["\${aws_s3_bucket.b.arn}/*"]
          }
        }
        resource "aws_s3_bucket" "b" {}`,
    });
    expect(found.get('data.aws_iam_policy_document.d')).toMatchObject({
      type: 'data.aws_iam_policy_document',
      kind: null,
    });
    expect(plain(found.get('data.aws_iam_policy_document.d')?.properties)).toEqual({
      statement: { actions: ['s3:GetObject'], resources: [['→aws_s3_bucket.b.arn', '/*']] },
    });
  });
});

describe('stacks', () => {
  const call = (source: string): string => `module "m" { source = "${source}" }\n`;

  test.for<[string, Record<string, string>, string[]]>([
    ['a folder that another calls is none', { 'a/main.tf': call('../b'), 'b/main.tf': '' }, ['a/main.tf']],
    [
      'unless it keeps state',
      { 'a/main.tf': call('../b'), 'b/x.tf': 'terraform {\n  backend "s3" {}\n}' },
      ['a/main.tf', 'b/x.tf'],
    ],
    ['or has values', { 'a/main.tf': call('../b'), 'b/x.tf': '', 'b/terraform.tfvars': '' }, ['a/main.tf', 'b/x.tf']],
    ['of a circle the first is', { 'a/main.tf': call('../b'), 'b/main.tf': call('../a') }, ['a/main.tf']],
    ['the main file is named so', { 'a.tf': '', 'main.tf': '' }, ['main.tf']],
    ['downloaded modules are none', { 'main.tf': '', '.terraform/modules/x/main.tf': '' }, ['main.tf']],
  ])('%s', async ([, files, expected]) => {
    expect((await stacksOf(files)).map(({ file }) => file)).toEqual(expected);
  });

  test('take values in the order of Terraform', async () => {
    const found = await resourcesOf({
      'main.tf': 'variable "a" { default = 0 }\nresource "x_y" "z" { a = var.a }',
      'terraform.tfvars': 'a = 1',
      'terraform.tfvars.json': '{"a": 2}',
      'b.auto.tfvars': 'a = 4',
      'a.auto.tfvars': 'a = 3',
    });
    const resource = found.get('x_y.z');
    expect(plain(resource && property(resource, 'a'))).toBe(4);
  });

  test('merge override files and prefer files of OpenTofu', async () => {
    const found = await resourcesOf({
      'main.tf': 'resource "x_y" "z" {\n  a = 1\n  b = 2\n}',
      'main_override.tf': 'resource "x_y" "z" {\n  b = 3\n}',
      'two.tf': 'resource "x_y" "t" { a = 1 }',
      'two.tofu': 'resource "x_y" "t" { a = 2 }',
    });
    expect(plain(found.get('x_y.z')?.properties)).toEqual({ a: 1, b: 3 });
    expect(plain(found.get('x_y.t')?.properties)).toEqual({ a: 2 });
  });

  test('are read from JSON', async () => {
    const found = await resourcesOf({
      'main.tf.json': JSON.stringify({
        variable: { name: { default: 'n' } },
        resource: { aws_sqs_queue: { q: { name: '${var.name}-q', count: 1 } } },
      }),
    });
    expect(plain(found.get('aws_sqs_queue.q[0]')?.properties)).toEqual({ name: 'n-q' });
  });

  test('of another template language have unknowns in the places of what it fills in', async () => {
    const found = await resourcesOf({
      'main.tf':
        '{% if x %}\nresource "aws_sqs_queue" "q" {\n  name  = "{{ name }}-q"\n  delay = {{ delay }}\n}\n{% endif %}\n',
    });
    expect(plain(found.get('aws_sqs_queue.q')?.properties)).toEqual({
      name: '?unsupported-construct',
      delay: '?unsupported-construct',
    });
  });
});
