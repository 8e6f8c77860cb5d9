import { describe, expect, test } from 'vitest';
import { plain } from '../../../tests/plain-value.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { property } from '../model/resource.ts';
import { read } from './index.ts';

const surroundings = `
variable "stage" { default = "dev" }
variable "open" {}
variable "empty" { default = null }
variable "flag" { default = false }
variable "sizes" { default = { small = 1, large = 9 } }
variable "config" {
  type    = object({ name = string, retries = optional(number, 3), extra = optional(string) })
  default = { name = "n" }
}
locals {
  names = ["a", "b", "c"]
  stage = var.stage
  self  = local.self
}
resource "aws_sqs_queue" "one" { name = "first" }
resource "aws_sqs_queue" "many" {
  for_each = toset(["x", "y"])
  name     = each.key
}
resource "aws_sqs_queue" "counted" { count = 2 }
resource "aws_sqs_queue" "any" { for_each = var.open }
data "aws_region" "here" {}
`;

async function evaluated(expression: string, more: Record<string, string> = {}): Promise<unknown> {
  const main = `${surroundings}\nresource "aws_sns_topic" "subject" {\n  value = ${expression}\n}\n`;
  const repository = memoryRepository({ 'main.tf': main, ...more });
  const { stacks } = await read({ repository, kindOf: () => null });
  const subject = stacks[0]?.resources.get('aws_sns_topic.subject');
  return plain(subject && property(subject, 'value'));
}

describe('expressions', () => {
  test.for<[string, unknown]>([
    ['"a"', 'a'],
    ['12', 12],
    ['-12', -12],
    ['null', null],
    ['"${var.stage}-jobs"', 'dev-jobs'],
    ['"${var.open}-jobs"', ['$open', '-jobs']],
    ['"${local.stage}"', 'dev'],
    ['"$${a}"', '${a}'],
    ['<<-EOT\n    a ${var.stage}\n      b\n  EOT', 'a dev\n  b\n'],
    ['"%{ if var.flag }yes%{ else }no%{ endif }"', 'no'],
    ['"%{ for n in local.names }<${n}>%{ endfor }"', '<a><b><c>'],
    ['1 + 2 * 3', 7],
    ['10 % 4 == 2 && !var.flag', true],
    ['var.open > 1', '?dynamic-value'],
    ['var.open && false', false],
    ['var.empty == null', true],
    ['aws_sqs_queue.one == null', false],
    ['var.stage != "prod" ? "small" : "large"', 'small'],
    ['var.open ? "a" : "b"', { either: ['a', 'b'] }],
    ['var.open ? "a" : "a"', { either: ['a', 'a'] }],
    ['[for n in local.names : upper(n) if n != "b"]', ['A', 'C']],
    ['{ for i, n in local.names : n => i }', { a: 0, b: 1, c: 2 }],
    ['{ for k, v in var.sizes : k => v... }', { large: [9], small: [1] }],
    ['{ for n in local.names : (n == "a" ? "x" : "y") => n... }', { x: ['a'], y: ['b', 'c'] }],
    ['[for q in var.open : q.id]', ['?dynamic-value', '?many']],
    ['{ (var.open) = 1, b = 2 }', { b: 2, '…': 'dynamic-value' }],
    ['local.names[1]', 'b'],
    ['local.names[9]', '?unsupported-construct'],
    ['var.sizes["small"]', 1],
    ['var.sizes.large', 9],
    ['var.open.a.b[0]', '$open.a.b[0]'],
    ['var.config.retries', 3],
    ['var.config.extra', null],
    ['var.missing', '?unsupported-construct'],
    ['local.self', '?unsupported-construct'],
    ['aws_sqs_queue.one.arn', '→aws_sqs_queue.one.arn'],
    ['aws_sqs_queue.one.redrive[0].target', '→aws_sqs_queue.one.redrive[0].target'],
    ['"${aws_sqs_queue.one.arn}/*"', ['→aws_sqs_queue.one.arn', '/*']],
    ['aws_sqs_queue.many["x"].arn', '→aws_sqs_queue.many["x"].arn'],
    ['[for q in aws_sqs_queue.many : q.arn]', ['→aws_sqs_queue.many["x"].arn', '→aws_sqs_queue.many["y"].arn']],
    ['values(aws_sqs_queue.many)[*].id', ['→aws_sqs_queue.many["x"].id', '→aws_sqs_queue.many["y"].id']],
    ['aws_sqs_queue.counted[1].url', '→aws_sqs_queue.counted[1].url'],
    ['aws_sqs_queue.counted[*].url', ['→aws_sqs_queue.counted[0].url', '→aws_sqs_queue.counted[1].url']],
    ['aws_sqs_queue.counted.*.url', ['→aws_sqs_queue.counted[0].url', '→aws_sqs_queue.counted[1].url']],
    ['aws_sqs_queue.any["z"].arn', '→aws_sqs_queue.any.arn'],
    ['one(aws_sqs_queue.one[*].arn)', '→aws_sqs_queue.one.arn'],
    ['aws_sqs_queue.missing.arn', '?unsupported-construct'],
    ['data.aws_region.here.name', '→data.aws_region.here.name'],
    ['terraform.workspace', 'default'],
    ['path.module', '.'],
    ['each.key', '?dynamic-value'],
    ['frobnicate(1)', '?unsupported-construct'],
    ['provider::aws::arn_parse("a")', '?external-code'],
  ])('%s', async ([expression, value]) => expect(await evaluated(expression)).toEqual(value));
});

describe('functions', () => {
  test.for<[string, unknown]>([
    ['format("%s-%03d", var.stage, 7)', 'dev-007'],
    ['format("%s/x", aws_sqs_queue.one.arn)', ['→aws_sqs_queue.one.arn', '/x']],
    ['formatlist("%s!", local.names)', ['a!', 'b!', 'c!']],
    ['join(",", local.names)', 'a,b,c'],
    ['join("/", [aws_sqs_queue.one.arn, "x"])', ['→aws_sqs_queue.one.arn', '/x']],
    ['split(",", "a,b")', ['a', 'b']],
    ['lower("AB")', 'ab'],
    ['lower(aws_sqs_queue.one.name)', 'first'],
    ['upper(aws_sqs_queue.one.arn)', '→aws_sqs_queue.one.arn'],
    ['replace("a-b-c", "-", "_")', 'a_b_c'],
    ['replace("abc", "/b/", "x")', '?dynamic-value'],
    ['substr("hello", 1, 3)', 'ell'],
    ['trimsuffix("a.py", ".py")', 'a'],
    ['trim("--a--", "-")', 'a'],
    ['title("hello world")', 'Hello World'],
    ['concat(local.names, ["d"])', ['a', 'b', 'c', 'd']],
    ['concat(["d"], var.open)', ['d', '?many']],
    ['concat(["d"], var.open)[0]', 'd'],
    ['concat(["d"], var.open)[1]', '?dynamic-value'],
    ['length(concat(["d"], var.open))', '?dynamic-value'],
    ['merge({ a = 1 }, null, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['merge({ a = 1 }, var.open)', { a: 1, '…': 'dynamic-value' }],
    ['lookup(var.sizes, "small", 0)', 1],
    ['lookup(var.sizes, "none", 0)', 0],
    ['element(local.names, 4)', 'b'],
    ['coalesce(var.empty, "", "x")', 'x'],
    ['coalesce(var.open, "x")', { either: ['$open', 'x'] }],
    ['try(var.sizes.none, "x")', 'x'],
    ['try(aws_sqs_queue.one.arn, "x")', '→aws_sqs_queue.one.arn'],
    ['can(var.sizes.none)', false],
    [
      'jsonencode({ Statement = [{ Resource = aws_sqs_queue.one.arn }] })',
      { Statement: [{ Resource: '→aws_sqs_queue.one.arn' }] },
    ],
    ['jsondecode("{\\"a\\": [1, null]}")', { a: [1, null] }],
    ['yamldecode(file("a.yaml")).b[1]', 3],
    ['file("none.txt")', '?unreadable-file'],
    ['file("../../etc/passwd")', '?unreadable-file'],
    [
      'templatefile("${path.module}/t.tftpl", { name = "n", arn = aws_sqs_queue.one.arn })',
      ['hi n ', '→aws_sqs_queue.one.arn', '\n'],
    ],
    ['fileset("${path.module}/src", "**/*.py")', ['a.py', 'b/c.py']],
    ['filebase64sha256("a.zip")', '?dynamic-value'],
    ['basename("a/b/c.zip")', 'c.zip'],
    ['dirname("a/b/c.zip")', 'a/b'],
    ['abspath("${path.root}/src")', './src'],
    ['toset(["b", "a", "b"])', ['a', 'b']],
    ['tolist(toset(["b", "a"]))', ['a', 'b']],
    ['tonumber("12")', 12],
    ['tostring(1)', '1'],
    ['tobool("true")', true],
    ['keys(var.sizes)', ['large', 'small']],
    ['values(var.sizes)', [9, 1]],
    ['length(local.names)', 3],
    ['length("abc")', 3],
    ['flatten([["a"], [["b"]], "c"])', ['a', 'b', 'c']],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['contains(local.names, "b")', true],
    ['contains(local.names, var.open)', '?dynamic-value'],
    ['compact(["a", "", null])', ['a']],
    ['slice(local.names, 1, 3)', ['b', 'c']],
    ['slice(data.aws_region.here.zones, 0, 2)', ['→data.aws_region.here.zones[0]', '→data.aws_region.here.zones[1]']],
    ['slice(aws_sqs_queue.one.zones, 0, 1e9)', '?dynamic-value'],
    ['reverse(local.names)', ['c', 'b', 'a']],
    ['sort(["b", "a"])', ['a', 'b']],
    ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
    [
      'setproduct(["a", "b"], [1, 2])',
      [
        ['a', 1],
        ['a', 2],
        ['b', 1],
        ['b', 2],
      ],
    ],
    ['setsubtract(["a", "b"], ["b"])', ['a']],
    ['range(3)', [0, 1, 2]],
    ['range(100000000)', '?dynamic-value'],
    ['max(1, local.names...)', '?dynamic-value'],
    ['max([3, 8]...)', 8],
    ['cidrsubnet("10.0.0.0/16", 8, 1)', '?dynamic-value'],
    ['base64decode(base64encode("a"))', 'a'],
  ])('%s', async ([expression, value]) => {
    const files = {
      'a.yaml': 'b: [2, 3]\n',
      't.tftpl': 'hi ${name} ${arn}\n',
      'src/a.py': '',
      'src/b/c.py': '',
      'src/d.txt': '',
    };
    expect(await evaluated(expression, files)).toEqual(value);
  });
});
