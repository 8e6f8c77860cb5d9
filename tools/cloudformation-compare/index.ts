// Compares the values that we give to functions in templates with those of cfn-lint's resolver:
//   node tools/cloudformation-compare/index.ts PYTHON CLONE … [--count 100]
// PYTHON is an interpreter with cfn-lint. Of the clones' templates with mappings, parameters or conditions as many are
// taken as asked for, by the hash of their path. What both resolve is compared; what differs is printed with its place.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '../../src/infrastructure/cloudformation/index.ts';
import { readText } from '../../src/infrastructure/model/reading.ts';
import type { Resource } from '../../src/infrastructure/model/resource.ts';
import type { Value } from '../../src/infrastructure/model/value.ts';
import { openRepository } from '../../src/repository/disk.ts';

interface Opinion {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly refused?: string;
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::URLSuffix': 'amazonaws.com',
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100' } },
});
const [python = 'python3', ...clones] = positionals;
const templates = new Map<string, ReadonlyMap<string, Resource>>();
for (const clone of clones) {
  const repository = openRepository(clone);
  const { stacks } = await read({ repository, kindOf: () => null });
  for (const { file, resources } of stacks) {
    const text = repository.readText(file);
    if (text.ok && /^\s*"?(Mappings|Conditions|Parameters)/m.test(text.text))
      templates.set(join(clone, file), resources);
  }
}
const hashOf = (file: string): string => createHash('sha256').update(file.split('/').slice(-3).join('/')).digest('hex');
const drawn = [...templates.keys()].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)).slice(0, Number(flags.count));

const { stdout } = spawnSync(python, [join(import.meta.dirname, 'resolve.py'), ...drawn], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const counts = { same: 0, oursOnly: 0, theirsOnly: 0, neither: 0, different: 0, refused: 0 };
for (const line of stdout.split('\n').filter(Boolean)) {
  const { file, path, values, refused } = JSON.parse(line) as Opinion;
  if (refused !== undefined) {
    counts.refused++;
    console.log(`${file}: cfn-lint says ${refused}`);
    continue;
  }
  const [name, ...steps] = path;
  const ours = plain(below(templates.get(file)?.get(String(name))?.properties, steps));
  const theirs = values.map((value) => written(value));
  if (ours === undefined || theirs.length === 0) {
    counts[ours !== undefined ? 'oursOnly' : theirs.length > 0 ? 'theirsOnly' : 'neither']++;
  } else if (theirs.includes(ours))
    counts.same++; // several where the parameter allows several
  else {
    counts.different++;
    console.log(`${file}: ${path.join('.')}\n  ours   ${ours}\n  theirs ${theirs.slice(0, 3).join(' | ')}`);
  }
}
console.log(`${drawn.length} templates: ${JSON.stringify(counts)}`);

function below(value: Value | undefined, steps: readonly (string | number)[]): Value | undefined {
  let current = value;
  for (const step of steps) {
    if (current?.kind === 'list' && typeof step === 'number') current = current.items[step];
    else current = current?.kind === 'map' ? current.entries.get(String(step))?.value : undefined;
  }
  return current;
}

/** The value with what cfn-lint takes for pseudo parameters. */
function placed(value: Value): Value {
  const text = value.kind === 'unknown' ? pseudoParameters[value.text] : undefined;
  if (text !== undefined) return { kind: 'literal', value: text, text, place: value.place, shared: true };
  return value.kind === 'joined' ? { ...value, parts: value.parts.map(placed) } : value;
}

/** A value as JSON, each scalar as text; undefined where any of it is not known. */
function plain(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'parameter' && value.fallback !== null) return plain(value.fallback);
  if (value.kind !== 'list') {
    const reading = readText(placed(value));
    return reading.known ? JSON.stringify(reading.text) : undefined;
  }
  const items = value.items.map(plain);
  return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  return JSON.stringify(typeof value === 'object' ? value : String(value));
}
