import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'iam-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Packs a wheel of botocore and a package of iam-data with one service each, of these operations and actions. */
const pack = `
import io, json, sys, tarfile, zipfile
folder, operations, actions = sys.argv[1], sys.argv[2].split(), sys.argv[3].split()
queue = {"type": "structure", "members": {"QueueUrl": {"shape": "Text"}}}
model = {"metadata": {"serviceId": "SQS", "endpointPrefix": "sqs", "signingName": "sqs"},
         "shapes": {"Text": {"type": "string"}, "Queue": queue},
         "operations": {name: {"name": name, "input": {"shape": "Queue"}} for name in operations}}
with zipfile.ZipFile(f"{folder}/botocore.whl", "w") as wheel:
    wheel.writestr("botocore-1.dist-info/METADATA", "Version: 1\\n")
    wheel.writestr("botocore/data/sqs/2012-11-05/service-2.json", json.dumps(model))
types = [{"name": "queue", "required": True}]
table = {name.lower(): {"name": name, "accessLevel": "Write", "resourceTypes": types} for name in actions}
kinds = {"queue": {"key": "queue", "arn": "arn:\${Partition}:sqs:\${Region}:\${Account}:\${QueueName}"}}
files = {"package.json": {"version": "1", "updatedAt": "2026-01-01"}, "data/actions/sqs.json": table, "data/resourceTypes/sqs.json": kinds}
with tarfile.open(f"{folder}/iam.tgz", "w:gz") as archive:
    for name, value in files.items():
        data = json.dumps(value).encode()
        entry = tarfile.TarInfo("package/" + name)
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
`;

function generate(operations: string, actions: string): { readonly status: number | null; readonly stderr: string } {
  spawnSync('python3', ['-c', pack, folder, operations, actions]);
  const generator = join(import.meta.dirname, 'generate.py');
  const inputs = [join(folder, 'botocore.whl'), join(folder, 'iam.tgz')];
  return spawnSync('python3', [generator, ...inputs, '--only', 'sqs', '--output', folder], { encoding: 'utf8' });
}

const here = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!here)(
  'an operation that nothing settles is named, and nothing is written (skipped without Python)',
  () => {
    const run = generate('PurgeQueue SendTelegram', 'PurgeQueue');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('not settled: sqs.SendTelegram');
    expect(run.stderr).not.toContain('PurgeQueue');
    expect(existsSync(join(folder, 'operations/sqs.json'))).toBe(false);
  },
);

test.skipIf(!here)(
  'an operation has the action of its name and the parameter of its resource (skipped without Python)',
  () => {
    expect(generate('PurgeQueue', 'PurgeQueue')).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'operations/sqs.json'), 'utf8'))).toEqual({
      prefix: 'sqs',
      operations: { PurgeQueue: 'PurgeQueue sqs:$R:$A:{QueueUrl|queue-url}' },
    });
  },
);

test.skipIf(!here)('an action that a settled row names must be there (skipped without Python)', () => {
  expect(generate('DeleteMessageBatch', 'ReceiveMessage').stderr).toContain(
    'no such action: sqs.DeleteMessageBatch: DeleteMessage',
  );
});
