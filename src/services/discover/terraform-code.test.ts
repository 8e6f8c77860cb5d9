import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { read } from '../../infrastructure/terraform/index.ts';
import { openModules } from '../../python/modules.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { discoverUnits } from './discover.ts';
import type { Unit } from './unit.ts';

const lambda = (...lines: string[]): string =>
  `resource "aws_lambda_function" "resize" {\n  runtime = "python3.13"\n  handler = "app.handler"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

const archive = (...lines: string[]): string =>
  `data "archive_file" "code" {\n  type = "zip"\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

async function unitOf(files: Record<string, string>): Promise<Unit | undefined> {
  const repository = memoryRepository(files);
  const { stacks } = await read({ repository, kindOf: () => null });
  const modules = openModules(repository, (bytes, readModule) => readModule(bytes));
  const workspace = { repository, catalogue: openCatalogue(), stacks, manifests: [], images: [], modules };
  return (await discoverUnits(workspace)).find(({ compute }) => compute === 'function');
}

test.each<[string, Record<string, string>, string | null]>([
  [
    'the folder that the archive packs',
    {
      'main.tf':
        lambda('filename = data.archive_file.code.output_path') +
        archive('source_dir = "${path.module}/src"', 'output_path = "x.zip"'),
      'src/app.py': '',
    },
    'src',
  ],
  [
    'the folder of the file that the archive packs',
    {
      'main.tf':
        lambda('filename = data.archive_file.code.output_path') +
        archive('source_file = "src/app.py"', 'output_path = "x.zip"'),
      'src/app.py': '',
    },
    'src',
  ],
  [
    'the archive that is put where the function looks',
    {
      'main.tf': lambda('filename = "build/x.zip"') + archive('source_dir = "./code"', 'output_path = "./build/x.zip"'),
      'code/app.py': '',
    },
    'code',
  ],
  [
    'by way of an object on S3',
    {
      'main.tf':
        lambda('s3_key = aws_s3_object.code.key') +
        'resource "aws_s3_object" "code" {\n  key = "x.zip"\n  source = data.archive_file.code.output_path\n}\n' +
        archive('source_dir = "src"', 'output_path = "x.zip"'),
      'src/app.py': '',
    },
    'src',
  ],
  [
    'beside an archive that something else makes',
    { 'tf/main.tf': lambda('filename = "../src/app.zip"'), 'src/app.py': '' },
    'src',
  ],
  [
    'nowhere, where two folders could be meant',
    { 'main.tf': lambda('filename = "x.zip"'), 'a/app.py': '', 'b/app.py': '' },
    null,
  ],
  ['elsewhere, on S3', { 'main.tf': lambda('s3_key = "releases/x.zip"'), 'src/app.py': '' }, null],
])('the code is %s', async (_, files, folder) => {
  const unit = await unitOf(files);
  expect(unit?.code.kind === 'folder' ? unit.code.folder : null).toBe(folder);
});

test('the community module is a function too, called by its label', async () => {
  const unit = await unitOf({
    'infra/main.tf':
      'module "resize" {\n  source = "terraform-aws-modules/lambda/aws"\n  runtime = "python3.13"\n  handler = "app.handler"\n  source_path = "../src"\n}\n',
    'src/app.py': '',
  });
  expect(unit).toMatchObject({ id: 'infra/main.tf#resize', code: { kind: 'folder', folder: 'src' } });
});

test('a function is called by its label in the file that declares it', async () => {
  const unit = await unitOf({ 'main.tf': '', 'lambda.tf': lambda('filename = "x.zip"'), 'app.py': '' });
  expect(unit).toMatchObject({ id: 'lambda.tf#resize', name: 'resize', runtime: { id: 'python3.13', python: '3.13' } });
});
