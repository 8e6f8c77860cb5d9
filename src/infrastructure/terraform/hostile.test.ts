import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import type { Stack } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { read } from './index.ts';

type Files = Record<string, string | Uint8Array>;

async function stacksOf(files: Files): Promise<readonly Stack[]> {
  return (await read({ repository: memoryRepository(files), kindOf: () => null })).stacks;
}

/** Works everything out, and gives how many values there are. */
function force(stacks: readonly Stack[]): number {
  const reached = new Set<Value>();
  for (const { resources } of stacks) {
    for (const { properties, metadata, tags } of resources.values()) {
      for (const value of [properties, metadata, tags]) if (value !== null) reached.add(value);
    }
  }
  for (const value of reached) {
    if (value.kind === 'map') for (const entry of value.entries.values()) reached.add(entry.value);
    if (value.kind === 'list') for (const item of value.items) reached.add(item);
    if (value.kind === 'joined') for (const part of value.parts) reached.add(part);
    if (value.kind === 'choice') for (const option of value.options) reached.add(option);
  }
  return reached.size;
}

const sample = `
variable "sizes" { default = { a = 1, b = 2 } }
locals { names = [for k, v in var.sizes : "\${k}-\${v}" if v > 0] }
resource "aws_sqs_queue" "q" {
  for_each = var.sizes
  name     = format("%s-%d", each.key, each.value)
  dynamic "rule" {
    for_each = local.names
    content { id = rule.value }
  }
  policy = <<-EOT
    %{ for n in local.names }\${n}%{ endfor }
  EOT
}
module "m" {
  source = "./m"
  url    = aws_sqs_queue.q["a"].url
}
resource "aws_sns_topic" "t" { name = module.m.out[0] ? try(lookup(var.sizes, "z"), 1) : element(local.names, 7) }
`;
const called = 'variable "url" {}\noutput "out" { value = [var.url, one([])] }\n';

describe('never throws', () => {
  test('on any text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^[a-z"{}[\]()=.$%<?:!&|*+\-\n ]{0,80}$/),
    );
    const inside = fc.oneof(
      text,
      text.map((expression) => `resource "a_b" "c" {\n  x = ${expression}\n}\n`),
    );
    await fc.assert(
      fc.asyncProperty(inside, async (main) => {
        const stacks = await stacksOf({ 'main.tf': main, 'terraform.tfvars': main, 'x.tf.json': main });
        force(stacks);
        expect(stacks.map(({ file }) => file)).toEqual(main.includes('\0') ? [] : ['main.tf']);
      }),
      { numRuns: 300 },
    );
  });

  test('on code that is cut, doubled or mixed up', async () => {
    const at = fc.nat(sample.length);
    await fc.assert(
      fc.asyncProperty(at, at, at, async (from, to, into) => {
        const part = sample.slice(Math.min(from, to), Math.max(from, to));
        for (const main of [part, sample.slice(0, into) + part + sample.slice(into), sample.replace(part, '')]) {
          const stacks = await stacksOf({ 'main.tf': main, 'm/main.tf': called });
          force(stacks);
          expect(stacks.map(({ file }) => file)).toContain('main.tf');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('on bytes that are no text, and says so', async () => {
    const repository = memoryRepository({
      'a.tf': new Uint8Array([0, 255, 1]),
      'b.tf': 'resource "a_b" "c" {}',
      'empty.tf': '',
    });
    const { stacks, unreadable } = await read({ repository, kindOf: () => null });
    expect(unreadable.map(({ file }) => file)).toEqual(['a.tf']);
    expect([...(stacks[0]?.resources.keys() ?? [])]).toEqual(['a_b.c']);
  });
});

/** Each of these means something huge; none may take long or be dropped without a word. */
const layers = Array.from({ length: 40 }, (_, index) => index);
const bombs: Record<string, Files> = {
  'locals that double': {
    'main.tf': `locals {\n  l0 = ["x"]\n${layers.map((n) => `  l${n + 1} = concat(local.l${n}, local.l${n})`).join('\n')}\n}\nresource "a_b" "c" { x = flatten(local.l40) }`,
  },
  'texts that double': {
    'main.tf': `locals {\n  l0 = "x"\n${layers.map((n) => `  l${n + 1} = "\${local.l${n}}\${local.l${n}}"`).join('\n')}\n}\nresource "a_b" "c" { x = upper(local.l40) }`,
  },
  'shared lists in each other': {
    'main.tf': `locals {\n  l0 = ["x"]\n${layers.map((n) => `  l${n + 1} = [local.l${n}, local.l${n}]`).join('\n')}\n}\nresource "a_b" "c" {\n  x = flatten(local.l40)\n  y = local.l40 == local.l39\n  z = join(",", local.l40)\n}`,
  },
  'loops in loops': {
    'main.tf':
      'locals { r = range(1000) }\nresource "a_b" "c" { x = [for a in local.r : [for b in local.r : [for c in local.r : a]]] }',
  },
  'template loops in loops': {
    'main.tf': `locals { r = range(1000) }\nresource "a_b" "c" { x = "${'%{ for a in local.r }'.repeat(4)}x${'%{ endfor }'.repeat(4)}" }`,
  },
  'a count without end': { 'main.tf': 'resource "a_b" "c" { count = 1e12 }' },
  'many instances of many': {
    'main.tf': layers
      .map((n) => `resource "a_b" "c${n}" { for_each = toset([for i in range(1000) : "k\${i}"]) }`)
      .join('\n'),
  },
  'modules that double': Object.fromEntries(
    layers.map((n) => [
      `m${n}/main.tf`,
      `module "a" { source = "../m${n + 1}" }\nmodule "b" { source = "../m${n + 1}" }\nresource "a_b" "c" {}`,
    ]),
  ),
  'modules in a circle': {
    'a/main.tf': 'module "b" { source = "../b" }\nresource "a_b" "c" { x = module.b.o }',
    'b/main.tf': 'module "a" { source = "../a" }\noutput "o" { value = module.a.p }',
  },
  'a long chain of locals': {
    'main.tf': `locals {\n  l0 = 1\n${Array.from({ length: 5000 }, (_, n) => `  l${n + 1} = local.l${n}`).join('\n')}\n}\nresource "a_b" "c" { x = local.l5000 }`,
  },
  'a long sum': { 'main.tf': `resource "a_b" "c" { x = ${'1 + '.repeat(20_000)}1 }` },
  'a long path': { 'main.tf': `variable "v" {}\nresource "a_b" "c" { x = var.v${'.a'.repeat(20_000)} }` },
  'deep brackets': { 'main.tf': `resource "a_b" "c" { x = ${'['.repeat(100_000)} }` },
  'a resource that counts itself': { 'main.tf': 'resource "a_b" "c" { for_each = a_b.c }' },
  'a module outside': {
    'main.tf': 'module "x" { source = "../../../etc" }\nresource "a_b" "c" { x = file("/etc/passwd") }',
  },
};

test.for(Object.keys(bombs))('%s', async (name) => {
  const before = performance.now();
  const stacks = await stacksOf(bombs[name] ?? {});
  force(stacks);
  expect(stacks.length).toBeGreaterThan(0);
  expect(stacks.every(({ resources, faults }) => resources.size > 0 || faults.length > 0)).toBe(true);
  expect(performance.now() - before).toBeLessThan(4000);
});
