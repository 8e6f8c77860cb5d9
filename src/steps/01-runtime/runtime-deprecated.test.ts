import { expect, test } from 'vitest';
import {
  type Expected,
  type Files,
  finding,
  findingsOn,
  fixedText,
  notApplicable,
} from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'runtime-deprecated';

const onRuntime = (runtime: string): Files => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: ${runtime}`]),
});
const template = (text: string): Files => ({ 'app.py': handlerModule, 'template.yaml': text });

const cases: { title: string; files: Files; today?: string; expected: Expected[] }[] = [
  {
    title: 'on the day of the deprecation',
    today: '2025-12-15',
    files: onRuntime('python3.9'),
    expected: [finding('fail', 'risk', 'Resize', 'template.yaml:7', 'deprecated python3.9 on 2025-12-15, 0 days ago')],
  },
  {
    title: 'the day before',
    today: '2025-12-14',
    files: onRuntime('python3.9'),
    expected: [finding('pass', 'risk', 'Resize', 'template.yaml:7', 'supported until 2025-12-15')],
  },
  {
    title: 'the day before creation is refused',
    today: '2027-01-31',
    files: onRuntime('python3.9'),
    expected: [finding('fail', 'risk', 'Resize', 'template.yaml:7', 'gets no security patches')],
  },
  {
    title: 'from that day on it is a blocker',
    today: '2027-02-01',
    files: onRuntime('python3.9'),
    expected: [
      finding(
        'fail',
        'blocker',
        'Resize',
        'template.yaml:7',
        'refused to create functions on python3.9 since 2027-02-01',
      ),
    ],
  },
  {
    title: 'a runtime in preview',
    files: onRuntime('python3.15'),
    expected: [
      finding({ unknown: 'not-in-catalogue' }, 'risk', 'Resize', 'template.yaml:7', 'has not released python3.15'),
    ],
  },
  {
    title: 'a runtime that the catalogue does not know',
    files: onRuntime('python3.99'),
    expected: [
      finding({ unknown: 'not-in-catalogue' }, 'risk', 'Resize', 'template.yaml:7', "Lambda's runtime python3.99"),
    ],
  },
  {
    title: 'a runtime from Globals, at its place there',
    files: template(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.8
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
`),
    expected: [finding('fail', 'risk', 'Resize', 'template.yaml:4', 'deprecated python3.8')],
  },
  {
    title: 'a runtime from the default of a parameter, at that default',
    files: template(`Parameters:
  PythonRuntime:
    Type: String
    Default: python3.8
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: !Ref PythonRuntime
`),
    expected: [finding('fail', 'risk', 'Resize', 'template.yaml:4', 'deprecated python3.8')],
  },
  {
    title: "another language's function is no service of ours",
    files: { 'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: nodejs16.x']) },
    expected: [],
  },
  {
    title: 'a runtime known at deployment only',
    files: template(`Parameters:
  PythonRuntime:
    Type: String
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: !Ref PythonRuntime
`),
    expected: [notApplicable('managed Python runtime')],
  },
  {
    title: 'an image has no managed runtime',
    files: { Dockerfile: 'FROM python:3.8\nCMD ["python", "app.py"]\n', 'app.py': 'print()\n' },
    expected: [notApplicable('Only for services on AWS, Azure, Google Cloud.')],
  },
  {
    title: 'a Lambda function in an image',
    files: {
      'app.py': handlerModule,
      Dockerfile: 'FROM public.ecr.aws/lambda/python:3.8\nCOPY app.py .\nCMD ["app.handler"]\n',
      'template.yaml': `Resources:
  Resize:
    Type: AWS::Serverless::Function
    Metadata: { DockerContext: ., Dockerfile: Dockerfile }
    Properties: { PackageType: Image }
`,
    },
    expected: [notApplicable('It does not run on a managed Python runtime.')],
  },
];

test.for(cases)('$title', async ({ files, today, expected }) => {
  expect(await findingsOn(id, files, today === undefined ? {} : { today })).toMatchObject(expected);
});

test('the fix writes the newest runtime with announced support, in the quotes that stand there', async () => {
  const files = onRuntime("'python3.9'");
  const [found] = await findingsOn(id, files);
  expect(found?.fix).toMatchObject({ safe: false, title: expect.stringContaining('python3.14') });
  expect(fixedText(files, 'template.yaml', found!)).toBe(
    samTemplate(['Handler: app.handler', "Runtime: 'python3.14'"]),
  );
});

test('where the runtime comes from elsewhere the fix is left to a person', async () => {
  const files = template(`Parameters:
  PythonRuntime: { Type: String, Default: python3.8 }
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: !Ref PythonRuntime }
`);
  const [found] = await findingsOn(id, files);
  expect(found).toMatchObject({ evidence: [{ how: 'constant-propagated' }], fix: { edits: [] } });
});
