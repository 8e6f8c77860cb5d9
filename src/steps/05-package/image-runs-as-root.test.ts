import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'image-runs-as-root';

const at = (verdict: Parameters<typeof finding>[0], line: number, fragment: string): Expected =>
  finding(verdict, 'improvement', 'Dockerfile', `Dockerfile:${line}`, fragment);

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  ['USER 0', imageFiles('python:3.13', ['USER 0:0']), at('fail', 2, 'last USER is root')],
  ['USER of ENV', imageFiles('python:3.13', ['ENV APP=app', 'USER ${APP}']), at('pass', 3, 'runs as app')],
  [
    'USER of an argument',
    imageFiles('python:3.13', ['ARG APP', 'USER $APP']),
    at({ unknown: 'dynamic-value' }, 3, '$APP'),
  ],
  ['the last one counts', imageFiles('python:3.13', ['USER root', 'USER app']), at('pass', 3, 'runs as app')],
  [
    'a USER of a stage whose files alone are copied',
    imageFiles('python:3.13 AS build', ['USER app', 'FROM python:3.13', 'COPY --from=build /a /a']),
    at('fail', 3, 'python runs as root'),
  ],
  [
    "Docker's images by another name",
    imageFiles('public.ecr.aws/docker/library/python:3.13'),
    at('fail', 1, 'runs as root'),
  ],
  [
    'the tests run in the image that a compose file deploys',
    {
      ...imageFiles('python:3.13', ['COPY . .', 'RUN pip install -r requirements-test.txt'], {
        'requirements-test.txt': 'pytest\n',
      }),
      'docker-compose-deploy.yaml': 'services:\n  web:\n    build: .\n',
    },
    at('fail', 1, 'runs as root'),
  ],
  [
    'an image that we do not know',
    imageFiles('team/python:3.13'),
    at({ unknown: 'external-code' }, 1, 'cannot be told'),
  ],
  [
    'a base from an argument',
    imageFiles('python:3.13', [], {
      Dockerfile: 'ARG BASE\nFROM $BASE\nRUN pip install flask\nCMD ["python", "app.py"]\n',
    }),
    at({ unknown: 'dynamic-value' }, 2, 'cannot be told'),
  ],
  [
    'Lambda decides by itself',
    {
      ...imageFiles('public.ecr.aws/lambda/python:3.13', [], {
        Dockerfile: 'FROM public.ecr.aws/lambda/python:3.13\nCOPY app.py .\nCMD ["app.handler"]\n',
        'app.py': 'def handler(event, context): ...\n',
        'template.yaml':
          'Transform: AWS::Serverless-2016-10-31\nResources:\n  Resize:\n    Type: AWS::Serverless::Function\n    Metadata: { DockerContext: ., Dockerfile: Dockerfile }\n    Properties: { PackageType: Image }\n',
      }),
    },
    notApplicable('the platform decides the user'),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test.for([
  ['runAsUser: 1000', 'pass'],
  ['runAsNonRoot: true', 'pass'],
  ['runAsUser: 0', 'fail'],
  ['runAsGroup: 10', 'fail'],
] as const)('in Kubernetes %s: %s', async ([setting, verdict]) => {
  const files = {
    ...imageFiles('python:3.13'),
    'k8s.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: web\n          securityContext: { ${setting} }\n`,
    'skaffold.yaml': 'apiVersion: skaffold/v4beta6\nkind: Config\nbuild:\n  artifacts: [{ image: web, context: . }]\n',
  };
  expect(await findingsOn(id, files)).toMatchObject([{ verdict }]);
});
