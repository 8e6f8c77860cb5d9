import { expect, test } from 'vitest';
import { servicesOf } from '../../../../tests/join-services.ts';
import type { Files } from '../../../../tests/judge-files.ts';

const template = `Resources:
  Work: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13, CodeUri: src } }
`;

/** A repository of two services, each in a folder of its own. */
const services: Files = {
  'a/template.yaml': template,
  'a/src/app.py': 'def handler(event, context):\n    pass\n',
  'a/tests/test_app.py': '',
  'b/template.yaml': template,
  'b/src/app.py': 'def handler(event, context):\n    pass\n',
};

const workflow = (on: string, ...steps: string[]): string =>
  `on: ${on}\njobs:\n  all:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

async function boundTo(files: Files): Promise<Record<string, readonly string[]>> {
  const found = await servicesOf({ ...services, ...files });
  return Object.fromEntries(found.map(({ id, pipelines }) => [id[0], pipelines!.map(({ file }) => file)]));
}

const file = '.github/workflows/ci.yml';

test.for<[title: string, workflow: string, services: string]>([
  ['a test run at the root', workflow('push', 'run: pytest'), 'ab'],
  ['a test run in a folder', workflow('push', '{ run: pytest, working-directory: a }'), 'a'],
  ['a folder that a script goes to', workflow('push', 'run: cd b && ruff check .'), 'b'],
  ['a folder that a command names', workflow('push', 'run: pytest a/tests'), 'a'],
  ['a deployment where the template stands', workflow('push', '{ run: sam deploy, working-directory: b }'), 'b'],
  ['a deployment by the name of the template', workflow('push', 'run: sam deploy -t a/template.yaml'), 'a'],
  ['a deployment of nothing that is there', workflow('push', 'run: sam deploy'), ''],
  ['a trigger for some paths', workflow('{ push: { paths: [b/**] } }', 'run: pytest'), 'b'],
  ['a trigger for files of a kind', workflow("{ push: { paths: ['**.py'] } }", 'run: pytest'), 'ab'],
  ['an input of an action', workflow('push', '{ uses: docker/build-push-action@v6, with: { context: ./a } }'), 'a'],
  ['another language', workflow('push', 'run: npm test'), ''],
  ['archives of whatever there is', workflow('push', 'run: zip -r out.zip "$folder"'), ''],
  ['releases of source', workflow('push', 'uses: google-github-actions/release-please-action@v4'), ''],
  ['links of documents', workflow('push', 'uses: lycheeverse/lychee-action@v2'), ''],
  ['messages', workflow('push', 'run: gh pr comment 1 --body hello'), ''],
  [
    'folders of a matrix',
    `on: push\njobs:\n  all:\n    runs-on: ubuntu-latest\n    strategy: { matrix: { service: [{ dir: ./c }, { dir: ./b }] } }\n    steps:\n      - { uses: docker/build-push-action@v6, with: { context: "\${{ matrix.service.dir }}" } }\n`,
    'b',
  ],
  ['a working folder that a variable decides', workflow('push', 'run: cd "$SERVICE" && pytest'), 'ab'],
])('%s: %s', async ([, text, expected]) => {
  const bound = await boundTo({ [file]: text });
  expect(
    Object.keys(bound)
      .filter((id) => bound[id]!.length > 0)
      .join(''),
  ).toBe(expected);
});

test('a build file beside a service speaks for that one', async () => {
  const text = 'version: 0.2\nphases: { build: { commands: [pytest] } }\n';
  expect(await boundTo({ 'a/buildspec.yml': text })).toEqual({ a: ['a/buildspec.yml'], b: [] });
});

test('a workflow that is called for each folder of a matrix', async () => {
  const files = {
    '.github/workflows/build.yml':
      'on: { workflow_call: { inputs: { dir: { type: string } } } }\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - { uses: docker/build-push-action@v6, with: { context: "${{ inputs.dir }}" } }\n',
    [file]:
      'on: push\njobs:\n  all:\n    strategy: { matrix: { include: [{ dir: c }, { dir: b }] } }\n    uses: ./.github/workflows/build.yml\n    with: { dir: "${{ matrix.dir }}" }\n',
  };
  expect(await boundTo(files)).toEqual({ a: [], b: [file] });
});

test('phases of a build go on in the folder of the one before', async () => {
  const text = (version: string): string =>
    `version: ${version}\nphases: { install: { commands: [cd b/src] }, build: { commands: [cd .., sam build -t template.yaml] } }\n`;
  expect(await boundTo({ 'a/buildspec.yml': text('0.2') })).toEqual({ a: [], b: [] });
  expect(await boundTo({ 'buildspec.yml': text('0.2') })).toEqual({ a: [], b: ['buildspec.yml'] });
  expect(await boundTo({ 'buildspec.yml': text('0.1') })).toEqual({ a: [], b: [] });
});

test('azd deploys from the root what stands in other folders; another Dockerfile is built by its name', async () => {
  const found = await servicesOf({
    'azure.yaml': 'services: { api: { project: src, language: python, host: appservice } }\n',
    'infra/main.bicep': `resource api 'Microsoft.Web/sites@2022-03-01' = {
  name: 'api'
  tags: { 'azd-service-name': 'api' }
  properties: { siteConfig: { linuxFxVersion: 'python|3.12' } }
}
`,
    'src/app.py': '',
    'Other.Dockerfile': 'FROM python:3.12\nCOPY src /app\nCMD ["python", "/app/app.py"]\n',
    '.github/workflows/deploy.yml': workflow('push', 'run: azd deploy --no-prompt'),
    '.github/workflows/image.yml': workflow('push', 'run: docker build --file Other.Dockerfile .'),
  });
  expect(found.map(({ id, pipelines }) => [id, pipelines!.map((one) => one.file)])).toEqual([
    ['infra/main.bicep#api', ['.github/workflows/deploy.yml', '.github/workflows/image.yml']],
  ]);
});

test('a pipeline whose step defines a service', async () => {
  const [found] = await servicesOf({
    'app/main.py': 'import flask\napp = flask.Flask(__name__)\n',
    'app/requirements.txt': 'flask==3.0.0\n',
    'ops/cloudbuild.yaml': `steps:
  - name: gcr.io/google.com/cloudsdktool/cloud-sdk
    entrypoint: gcloud
    args: [run, deploy, web, --source, app]
`,
  });
  expect(found!.pipelines!.map((one) => one.file)).toEqual(['ops/cloudbuild.yaml']);
});
