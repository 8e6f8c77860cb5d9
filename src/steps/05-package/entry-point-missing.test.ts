import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'entry-point-missing';

type Row = [title: string, files: Files, ...expected: Expected[]];

/** `Handler: app.handler` on line 6. */
const app = (text: string | Uint8Array): Files => ({
  'app.py': text,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
});
/** Another handler, on line 6. */
const handler = (name: string, files: Files): Files => ({
  'template.yaml': samTemplate([`Handler: ${name}`, 'Runtime: python3.13']),
  ...files,
});
/** Another folder on line 6, `Handler: app.handler` on line 7. */
const codeUri = (uri: string, files: Files): Files => ({
  'template.yaml': samTemplate([`CodeUri: ${uri}`, 'Handler: app.handler', 'Runtime: python3.13']),
  ...files,
});
const inline = (name: string, ...code: string[]): Files => ({
  'template.yaml': samTemplate([`Handler: ${name}`, 'Runtime: python3.13', ...code]),
});

const defined = (place: string, title: string, text: string): Row => [
  title,
  app(text),
  finding('pass', 'blocker', 'app.handler', place, 'handler is defined in app.py'),
];
const notDefined = (title: string, text: string): Row => [
  title,
  app(text),
  finding('fail', 'blocker', 'app.handler', 'template.yaml:6', 'names handler, which app.py does not define'),
];
const cannotTell = (reason: 'external-code' | 'unreadable-file', title: string, text: string, why: string): Row => [
  title,
  app(text),
  finding({ unknown: reason }, 'blocker', 'app.handler', 'template.yaml:6', why),
];

const rows: Row[] = [
  defined('app.py:2', 'a function', 'import json\ndef handler(event, context): ...\n'),
  defined('app.py:1', 'an async function', 'async def handler(event, context): ...\n'),
  defined('app.py:1', 'a class', 'class handler: ...\n'),
  defined('app.py:1', 'a name imported under another', 'from api import main as handler\n'),
  defined('app.py:1', 'a module imported under another name', 'import api.main as handler\n'),
  defined('app.py:1', 'one of several names', 'handler, other = make()\n'),
  defined('app.py:1', 'the last of several targets', 'main = handler = make()\n'),
  defined('app.py:1', 'an annotated assignment', 'handler: Handler = make()\n'),
  defined('app.py:1', 'an assignment expression', 'if (handler := make()): ...\n'),
  defined('app.py:2', 'a branch', 'if FAST:\n    def handler(event, context): ...\n'),
  defined('app.py:2', 'a try', 'try:\n    from fast import handler\nexcept ImportError: ...\n'),
  defined('app.py:2', 'a global of a function', 'def setup():\n    global handler\n    handler = make()\n'),
  defined('app.py:2', 'behind a syntax error', 'print "ready"\ndef handler(event, context): ...\n'),
  notDefined('a method', 'class App:\n    def handler(self): ...\n'),
  notDefined('a function in a function', 'def main():\n    def handler(): ...\n'),
  notDefined('an annotation alone', 'handler: Handler\n'),
  notDefined('a name that is only read', 'print(handler)\n'),
  notDefined('an attribute', 'app.handler = make()\n'),
  notDefined('a comment and a text', '# def handler():\ntext = """\ndef handler(): ...\n"""\n'),
  notDefined('an empty module', ''),
  cannotTell('external-code', 'a star import', 'from api import *\n', 'it runs “from api import *”'),
  cannotTell('external-code', 'globals()', 'globals()[name] = make()\n', 'it uses globals()'),
  cannotTell('external-code', "a module's __getattr__", 'def __getattr__(name): ...\n', 'it defines __getattr__'),
  cannotTell('unreadable-file', 'a syntax error', 'def main(:\n    pass\n', 'app.py has a syntax error on line 1'),
  [
    'a binary file',
    app(new Uint8Array([0, 1, 2])),
    finding({ unknown: 'unreadable-file' }, 'blocker', 'app.handler', 'template.yaml:6', 'app.py cannot be read'),
  ],
  [
    'a package',
    handler('api.handler', { 'api/__init__.py': handlerModule }),
    finding('pass', 'blocker', 'api.handler', 'api/__init__.py:1', 'handler is defined in api/__init__.py'),
  ],
  [
    'a package wins over a module of its name',
    handler('api.handler', { 'api/__init__.py': handlerModule, 'api.py': '' }),
    finding('pass', 'blocker', 'api.handler', 'api/__init__.py:1', 'api/__init__.py'),
  ],
  [
    'a module below, with dots',
    handler('api.v1.main.handler', { 'api/v1/main.py': handlerModule }),
    finding('pass', 'blocker', 'api.v1.main.handler', 'api/v1/main.py:1', 'api/v1/main.py'),
  ],
  [
    'a module below, with slashes',
    handler('api/v1/main.handler', { 'api/v1/main.py': handlerModule }),
    finding('pass', 'blocker', 'api/v1/main.handler', 'api/v1/main.py:1', 'api/v1/main.py'),
  ],
  [
    'a handler without a function',
    handler('app', { 'app.py': handlerModule }),
    finding('fail', 'blocker', 'app', 'template.yaml:6', 'app names no function'),
  ],
  [
    'a folder above the template',
    {
      'infra/template.yaml': samTemplate(['CodeUri: ../src', 'Handler: app.handler', 'Runtime: python3.13']),
      'src/app.py': handlerModule,
    },
    finding('pass', 'blocker', 'app.handler', 'src/app.py:1', 'src/app.py'),
  ],
  [
    'CodeUri names a module',
    codeUri('src/app.py', { 'src/app.py': handlerModule }),
    finding('pass', 'blocker', 'app.handler', 'src/app.py:1', 'src/app.py'),
  ],
  [
    'CodeUri names an archive',
    codeUri('build/app.zip', { 'app.py': '' }),
    finding({ unknown: 'external-code' }, 'blocker', 'app.handler', 'template.yaml:7', 'the archive build/app.zip'),
  ],
  [
    'CodeUri names an object in S3',
    codeUri('s3://builds/app', {}),
    finding({ unknown: 'external-code' }, 'blocker', 'app.handler', 'template.yaml:7', 's3://builds/app'),
  ],
  [
    'CodeUri is a bucket and a key',
    codeUri('{ Bucket: builds, Key: app }', {}),
    finding({ unknown: 'external-code' }, 'blocker', 'app.handler', 'template.yaml:7', 'uploaded to S3'),
  ],
  [
    'CodeUri leads out of the repository',
    codeUri('../../elsewhere', {}),
    finding({ unknown: 'external-code' }, 'blocker', 'app.handler', 'template.yaml:7', 'outside the repository'),
  ],
  [
    'CodeUri names a folder that a build fills',
    codeUri('dist/', { 'app.py': handlerModule }),
    finding({ unknown: 'external-code' }, 'blocker', 'app.handler', 'template.yaml:7', 'dist holds no Python'),
  ],
  [
    'a layer may bring the module, not the function',
    {
      'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13', 'Layers: [!Ref Shared]']),
      'app.py': '',
    },
    finding('fail', 'blocker', 'app.handler', 'template.yaml:6', 'which app.py does not define'),
  ],
  [
    'a layer may bring the module',
    {
      'template.yaml': samTemplate(['Handler: wrapper.handler', 'Runtime: python3.13', 'Layers: [!Ref Shared]']),
      'app.py': handlerModule,
    },
    finding({ unknown: 'external-code' }, 'blocker', 'wrapper.handler', 'template.yaml:6', 'a layer (Shared'),
  ],
  [
    'another builder may bring the module',
    {
      'app.py': handlerModule,
      'template.yaml': `Resources:
  Resize:
    Type: AWS::Serverless::Function
    Metadata: { BuildMethod: makefile }
    Properties: { Handler: main.handler, Runtime: python3.13 }
`,
    },
    finding({ unknown: 'external-code' }, 'blocker', 'main.handler', 'template.yaml:5', 'it is built by makefile'),
  ],
  [
    'inline code, with the lines of the template',
    inline('index.handler', 'InlineCode: |', '  import json', '', '  def handler(event, context):', '    return {}'),
    finding('pass', 'blocker', 'index.handler', 'template.yaml#Resize:11', 'template.yaml#Resize'),
  ],
  [
    'inline code without the function',
    inline('index.handler', 'InlineCode: |', '  def main(event, context):', '    return {}'),
    finding('fail', 'blocker', 'index.handler', 'template.yaml:6', 'template.yaml#Resize does not define'),
  ],
  [
    'inline code is deployed as index.py',
    inline('app.handler', 'InlineCode: |', '  def handler(event, context):', '    return {}'),
    finding({ unknown: 'conflicting-evidence' }, 'blocker', 'app.handler', 'template.yaml:6', 'deployed as index.py'),
  ],
  [
    'inline code in plain CloudFormation',
    {
      'template.yaml': `Resources:
  Resize:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Code:
        ZipFile: |
          def handler(event, context): ...
`,
    },
    finding('pass', 'blocker', 'index.handler', 'template.yaml#Resize:9', 'template.yaml#Resize'),
  ],
  [
    'inline code put together at deployment',
    inline('index.handler', 'InlineCode: !Sub |', '  REGION = "${AWS::Region}"', '  def handler(event, context): ...'),
    finding({ unknown: 'dynamic-value' }, 'blocker', 'index.handler', 'template.yaml:6', 'only the deployment knows'),
  ],
  [
    'a handler from Globals',
    {
      'src/app.py': '',
      'template.yaml': `Globals:
  Function: { Handler: app.handler, Runtime: python3.13, CodeUri: src }
Resources:
  Resize: { Type: AWS::Serverless::Function }
`,
    },
    finding('fail', 'blocker', 'app.handler', 'template.yaml:2', 'which src/app.py does not define'),
  ],
  [
    'a handler known at deployment only',
    {
      'app.py': handlerModule,
      'template.yaml': `Parameters: { Entry: { Type: String } }
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties: { Handler: !Ref Entry, Runtime: python3.13 }
`,
    },
    finding({ unknown: 'dynamic-value' }, 'blocker', 'Entry', 'template.yaml:5', 'known at deployment only'),
  ],
  [
    'no handler at all',
    { 'app.py': handlerModule, 'template.yaml': samTemplate(['Runtime: python3.13']) },
    notApplicable('It names no entry point.'),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

const image = (command: string): Files => ({
  'app.py': handlerModule,
  Dockerfile: `FROM public.ecr.aws/lambda/python:3.13\nCOPY app.py .\nCMD ${command}\n`,
  'template.yaml': `Resources:
  Resize:
    Type: AWS::Serverless::Function
    Metadata: { DockerContext: ., Dockerfile: Dockerfile }
    Properties: { PackageType: Image }
`,
});

const images: Row[] = [
  [
    'the command of an image',
    image('["app.handler"]'),
    finding('pass', 'blocker', 'app.handler', 'app.py:1', 'handler is defined in app.py'),
  ],
  [
    'a function that its module does not define',
    image('["app.main"]'),
    finding('fail', 'blocker', 'app.main', 'Dockerfile:3', 'names main, which app.py does not define'),
  ],
  [
    'a module that the image may put elsewhere',
    image('["main.handler"]'),
    finding(
      { unknown: 'unsupported-construct' },
      'blocker',
      'main.handler',
      'Dockerfile:3',
      'may put main.py elsewhere',
    ),
  ],
  ['a command that starts a server', image('["uvicorn", "app:app"]'), notApplicable('It names no entry point.')],
];

test.for(images)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
