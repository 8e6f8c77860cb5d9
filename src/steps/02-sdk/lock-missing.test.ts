import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';

const id = 'lock-missing';

const image = (requirements: string, files: Files = {}): Files => ({
  ...imageFiles('python:3.13', ['COPY . .', 'RUN pip install -r requirements.txt']),
  'requirements.txt': requirements,
  ...files,
});
const project = (files: Files): Files => ({
  ...imageFiles('python:3.13', ['COPY . .', 'RUN uv sync'], {
    'pyproject.toml': '[project]\nname = "web"\ndependencies = ["flask"]\n',
  }),
  ...files,
});
const none = notApplicable('not deployed, or declares nothing');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  [
    'names the first of many',
    image('a\nb>=1\nc~=2.0\nd\ne==1.0\n'),
    finding('fail', 'improvement', 'requirements.txt', 'requirements.txt:1', 'the version of a, b, c and 1 more open'),
  ],
  ['SDKs alone, of which sdk-unpinned speaks', image('boto3\n'), none],
  [
    'SDKs among others',
    image('boto3\nflask\n'),
    finding('fail', 'improvement', 'requirements.txt', 'requirements.txt:2', 'the version of flask open'),
  ],
  [
    'of a function',
    {
      'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
      'src/app.py': handlerModule,
      'src/requirements.txt': 'flask==3.1.0\nhttpx\n',
    },
    finding(
      'fail',
      'improvement',
      'src/requirements.txt',
      'src/requirements.txt:2',
      'the version of httpx and what flask needs',
    ),
  ],
  [
    'a layer that holds what is installed',
    {
      'template.yaml': `${samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', 'Layers: [!Ref Shared]'])}  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties: { ContentUri: shared/ }\n`,
      'src/app.py': handlerModule,
      'shared/requirements.txt': 'Flask\n',
      'shared/python/flask-3.1.0.dist-info/METADATA': '',
    },
    finding(
      'pass',
      'improvement',
      'shared/requirements.txt',
      'shared/python/flask-3.1.0.dist-info/METADATA:1',
      'exact',
    ),
  ],
  [
    'a layer that holds only some of it',
    {
      'template.yaml': `${samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', 'Layers: [!Ref Shared]'])}  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties: { ContentUri: shared/ }\n`,
      'src/app.py': handlerModule,
      'shared/requirements.txt': 'flask\nhttpx\n',
      'shared/python/flask-3.1.0.dist-info/METADATA': '',
    },
    finding('fail', 'improvement', 'shared/requirements.txt', 'shared/requirements.txt:2', 'the version of httpx open'),
  ],
  [
    'a lock that cannot be read',
    project({ 'uv.lock': 'version = 1\n[[package]\n' }),
    finding({ unknown: 'unreadable-file' }, 'improvement', 'pyproject.toml', 'uv.lock:1', 'could not be read'),
    finding({ unknown: 'unreadable-file' }, 'improvement', 'uv.lock', 'uv.lock:2', 'could not be read in full'),
  ],
  [
    'a lock',
    project({ 'uv.lock': 'version = 1\n\n[[package]]\nname = "flask"\nversion = "3.1.0"\n' }),
    finding('pass', 'improvement', 'pyproject.toml', 'uv.lock:1', 'uv.lock locks it'),
  ],
  ['what installs the rest', image('pip\nsetuptools>=70\n'), none],
  [
    'a branch',
    image('gunicorn==23.0.0\ntool @ git+https://github.com/a/tool@main\n'),
    finding('fail', 'improvement', 'requirements.txt', 'requirements.txt:2', 'the version of tool open'),
  ],
  [
    'a branch, and what an exact version needs',
    image('tool @ git+https://github.com/a/tool\nhttpx==0.28.1\n'),
    finding(
      'fail',
      'improvement',
      'requirements.txt',
      'requirements.txt:1',
      'tool and what httpx needs (certifi, httpcore)',
    ),
  ],
  ['a tag of a repository', image('tool @ git+https://github.com/a/tool@v1.2.3\n'), none],
  ['a commit', image('tool @ git+https://github.com/a/tool@0123456789abcdef0123456789abcdef01234567\n'), none],
  [
    'what exact versions need',
    image('gunicorn==23.0.0\nflask==3.1.0\nwerkzeug==3.1.3\n'),
    finding(
      'fail',
      'improvement',
      'requirements.txt',
      'requirements.txt:2',
      'what flask needs: jinja2, itsdangerous, click. No',
    ),
  ],
  [
    'what exact versions need stands there',
    image('requests==2.32.3\nurllib3==2.3.0\nidna==3.10\ncertifi==2025.1.31\ncharset-normalizer==3.4.1\n'),
    finding('pass', 'improvement', 'requirements.txt', 'requirements.txt:1', 'exact'),
  ],
  [
    'a release of which nothing is known',
    image('requests==2.10.0\n'),
    finding('pass', 'improvement', 'requirements.txt', 'requirements.txt:1', 'exact'),
  ],
  [
    'what is installed without what it needs',
    {
      ...imageFiles('python:3.13', ['COPY . .', 'RUN pip install --no-deps -r requirements.txt']),
      'requirements.txt': 'flask==3.1.0\n',
    },
    finding('pass', 'improvement', 'requirements.txt', 'requirements.txt:1', 'exact'),
  ],
  ['an extra', image('', { 'requirements.txt': '' }), none],
  ['code that nothing deploys', { 'app.py': 'import flask\n', 'requirements.txt': 'flask\n' }, none],
  [
    'a folder whose name speaks of tests',
    {
      'load-testing-shop/Dockerfile':
        'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "app.py"]\n',
      'load-testing-shop/app.py': 'print()\n',
      'load-testing-shop/requirements.txt': 'flask\n',
    },
    finding(
      'fail',
      'improvement',
      'load-testing-shop/requirements.txt',
      'load-testing-shop/requirements.txt:1',
      'the version of flask open',
    ),
  ],
  [
    'an image to work on the code',
    {
      ...imageFiles('python:3.13', ['COPY . .', 'RUN pip install -r requirements/base.txt -r requirements/dev.txt'], {
        'requirements/base.txt': 'flask\n',
        'requirements/dev.txt': 'pytest\n',
      }),
    },
    none,
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
