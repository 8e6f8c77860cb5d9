import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'environment-unset';

const inHandler = (...lines: string[]): Files =>
  functionFiles(`import os\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`);

const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a function that the handler calls',
    functionFiles(
      'from os import environ\n\ndef table():\n    return environ["TABLE"]\n\ndef other():\n    return environ["OTHER"]\n\ndef handler(event, context):\n    return table()\n',
    ),
    [{ verdict: 'fail', subject: 'TABLE', at: { line: 4 } }],
  ],
  [
    'a name that a constant holds',
    functionFiles(
      'import os\nKEY = "TABLE"\ntable = os.environ[KEY]\n\ndef handler(event, context):\n    return table\n',
    ),
    [{ verdict: 'fail', subject: 'TABLE' }],
  ],
  ['under a condition', inHandler('if event:', '    return os.environ["TABLE"]'), [{ verdict: 'not-applicable' }]],
  ['with a default elsewhere', inHandler('os.environ.get("A")', 'return os.environ["A"]'), [{ verdict: 'pass' }]],
  ['of what is set here', inHandler('os.environ["A"] = "1"', 'return os.environ["A"]'), [{ verdict: 'pass' }]],
  [
    'a module that the handler imports',
    {
      ...functionFiles('import settings\n\ndef handler(event, context):\n    return settings.TABLE\n'),
      'settings.py': 'import os\nTABLE = os.environ["TABLE"]\n',
    },
    [{ verdict: 'fail', subject: 'TABLE', at: { file: 'settings.py', line: 2 } }],
  ],
  [
    'variables of a parameter of Terraform',
    {
      'main.tf':
        'variable "vars" {}\nresource "aws_lambda_function" "f" {\n  handler = "app.handler"\n  runtime = "python3.13"\n  filename = "app.zip"\n  function_name = "f"\n  source_code_hash = filebase64sha256("app.py")\n  environment {\n    variables = var.vars\n  }\n}\n',
      'app.py': 'import os\nT = os.environ["T"]\n\ndef handler(event, context):\n    return T\n',
    },
    [{ verdict: 'unknown', reason: 'dynamic-value' }],
  ],
  [
    'a script in a folder of scripts around it',
    {
      ...functionFiles('import os\nT = os.environ["T"]\n\ndef handler(event, context):\n    return T\n'),
      'scripts/deploy.sh': 'export T=1\n',
    },
    [{ verdict: 'unknown', reason: 'external-code' }],
  ],
  [
    'a script of another project',
    {
      ...below('app', functionFiles('import os\nT = os.environ["T"]\n\ndef handler(event, context):\n    return T\n')),
      'other/deploy.sh': 'export T=1\n',
    },
    [{ verdict: 'fail', subject: 'T' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
