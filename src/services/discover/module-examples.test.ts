import { expect, test } from 'vitest';
import { reportOn } from '../../../tests/judge-files.ts';
import type { Report } from '../../report/report.ts';

const moduleOf = (filename: string): string =>
  `variable "source_file" {}\nresource "aws_lambda_function" "this" {\n  runtime = "python3.13"\n  handler = "app.handler"\n  filename = ${filename}\n}\n`;

const call = 'module "resize" {\n  source = "../../"\n  source_file = "x.zip"\n}\n';

const idsOf = ({ services }: Report): string[] => services.map(({ id }) => id);

const published = {
  'main.tf': moduleOf('var.source_file'),
  'package.py': 'import zipfile\n',
  'examples/simple/main.tf': call,
  'examples/more/main.tf': call,
};

test('what a published module deploys for others belongs to its examples, each at its call', async () => {
  expect(idsOf(await reportOn(published, { only: ['tracing-off'] }))).toEqual([]);
  const named = await reportOn(published, {
    only: ['pipeline-missing'],
    services: ['examples/simple/main.tf#resize.this'],
  });
  expect(idsOf(named)).toEqual(['examples/simple/main.tf#resize.this']);
  expect(named.services[0]?.findings).toMatchObject([{ at: { file: 'examples/simple/main.tf', line: 1 } }]);
});

test('a module with code of its own is a service, though only an example calls it', async () => {
  const archive =
    'data "archive_file" "code" {\n  type = "zip"\n  source_dir = "${path.module}/src"\n  output_path = "x.zip"\n}\n';
  const files = {
    'main.tf': moduleOf('data.archive_file.code.output_path') + archive,
    'src/app.py': 'def handler(event, context):\n    return event\n',
    'examples/simple/main.tf': call,
  };
  expect(idsOf(await reportOn(files))).toEqual(['main.tf#this']);
});

test('a library beside a module is code all the same', async () => {
  const files = { ...published, 'requirements.txt': 'requests==2.32.5\n' };
  expect(idsOf(await reportOn(files))).toEqual(['#.']);
});
