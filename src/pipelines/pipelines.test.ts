import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { memoryRepository } from '../repository/memory.ts';
import { type Job, jobsBefore, type Pipeline, readPipelines, type Step } from './index.ts';
import { pipelineSystemOf } from './pipeline-files.ts';

const catalogue = openCatalogue();

function read(files: Record<string, string>): Pipeline {
  const { pipelines } = readPipelines(memoryRepository(files), catalogue);
  expect(pipelines).toHaveLength(1);
  return pipelines[0]!;
}

const steps = (pipeline: Pipeline): Step[] => pipeline.jobs.flatMap((job) => job.steps);
const told = (step: Step): string => step.purposes.join(' ');
const places = (step: Step): string[] => step.works.map(({ tool, place }) => `${tool} ${place.file}:${place.line}`);
const needs = (job: Job): string => `${job.id} <- ${job.needs.join(', ')}`;

test.for([
  ['.github/workflows/ci.yml', 'github-actions'],
  ['.github/workflows/deep/ci.yml', undefined],
  ['service/.gitlab-ci.yml', 'gitlab-ci'],
  ['azure-pipelines.yml', 'azure-pipelines'],
  ['.azdo/pipelines/azure-dev.yml', 'azure-pipelines'],
  ['build/test.cloudbuild.yaml', 'cloud-build'],
  ['cloudbuild.json', 'cloud-build'],
  ['buildspec-test.yml', 'codebuild'],
  ['amplify.yml', 'amplify'],
  ['src/app.py', undefined],
] as const)('%s is of %s', ([file, system]) => {
  expect(pipelineSystemOf(file)).toBe(system);
});

test('other systems are named and not read', () => {
  const { pipelines, unread } = readPipelines(
    memoryRepository({ Jenkinsfile: 'node {}', '.travis.yml': 'script: x' }),
    catalogue,
  );
  expect(pipelines).toEqual([]);
  expect(unread).toEqual([
    { file: '.travis.yml', system: 'Travis CI' },
    { file: 'Jenkinsfile', system: 'Jenkins' },
  ]);
});

test('a repository without pipelines has no file opened', () => {
  const files = memoryRepository({ 'a.py': '', 'template.yaml': '' });
  const closed = {
    ...files,
    files: files.files,
    read: () => expect.unreachable(),
    readText: () => expect.unreachable(),
  };
  expect(readPipelines(closed, catalogue)).toEqual({ pipelines: [], unread: [] });
});

describe('what a command does, wherever it stands', () => {
  const other = {
    Makefile: 'PY = python -m\nlint: fmt\n\t@$(PY) ruff check .\nfmt:\n\t-black --check .\nloop: loop\n\tmake loop\n',
    'tox.ini':
      '[tox]\nenvlist = py{311,312},lint\n[testenv]\ncommands =\n    pytest {posargs:-q}\n[testenv:lint]\ncommands = mypy src\n',
    'noxfile.py':
      'import nox\nPATHS = ["src"]\n@nox.session(name="check")\ndef lint(session):\n    session.install("ruff")\n    session.run("ruff", "check", *PATHS)\n@nox.session\ndef tests(session):\n    session.run("pytest", *session.posargs)\n',
    'package.json': '{"scripts": {\n"test": "jest",\n"deploy": "cdk deploy"}}',
    'ci/test.sh': '#!/bin/sh\nset -e\npytest -q\npip-audit || true\n',
    '.pre-commit-config.yaml':
      'repos:\n- repo: a\n  hooks:\n  - id: mypy\n- repo: local\n  hooks:\n  - id: mine\n    entry: pytest\n',
    justfile: 'check: lint\n    uv run mypy .\nlint:\n    ruff check\n',
    'Taskfile.yml': 'tasks:\n  test:\n    cmds:\n    - pytest\n    - cmd: pip-audit\n      ignore_error: true\n',
    'skaffold.yaml':
      'metadata: {name: all}\nrequires:\n- path: app\n  configs: [app]\n- path: web/skaffold.yaml\n---\nmetadata: {name: root}\ntest:\n- custom: [{command: mypy .}]\n',
    'app/skaffold.yaml':
      'metadata: {name: app}\nrequires: [{path: ../skaffold.yaml, configs: [all]}]\ntest:\n- image: a\n  context: src\n  custom:\n  - command: |\n      uv run pytest -v\nprofiles:\n- name: ci\n  test: [{custom: [{command: bandit -r .}]}]\n---\nmetadata: {name: never}\ntest: [{custom: [{command: flake8}]}]\n',
    'web/skaffold.yaml': 'metadata: {name: web}\ntest: [{custom: [{command: jest}]}]\n',
    'pyproject.toml':
      '[tool.hatch.envs.default.scripts]\ncov = "pytest --cov"\n[tool.pdm.scripts]\nlint = {cmd = "ruff check"}\n',
  };
  test.for([
    ['pytest', ['pytest w:4']],
    ['python -m pytest -q tests', ['pytest w:4']],
    ['uv run --group dev --with x python3 -m pytest', ['pytest w:4']],
    ['.venv/bin/pytest', ['pytest w:4']],
    ['sudo env A=1 poetry run coverage run -m pytest', ['pytest w:4']],
    ['python -m pip install -r requirements.txt && flake8', ['pip install w:4', 'flake8 w:4']],
    ['aws --region eu-west-1 lambda update-function-code --zip-file x', ['aws lambda update-function-code w:4']],
    ['terraform -chdir=infra validate', ['terraform validate w:4']],
    ['if [ -n "$X" ]; then sam deploy; fi', ['sam deploy w:4']],
    ['CMD="bandit -r src"; $CMD', ['bandit w:4']],
    ['bash -c "pytest && mypy ."', ['pytest w:4', 'mypy w:4']],
    ['make lint', ['black Makefile:5', 'ruff check Makefile:3']],
    ['make loop', []],
    ['tox -e py312', ['pytest tox.ini:5']],
    ['tox', ['pytest tox.ini:5', 'mypy tox.ini:7']],
    ['nox -s check', ['pip install noxfile.py:5', 'ruff check noxfile.py:6']],
    ['nox -s tests-3.12', ['pytest noxfile.py:9']],
    ['npm test', ['jest package.json:2']],
    ['npm run deploy', ['cdk deploy package.json:3']],
    ['./ci/test.sh', ['pytest ci/test.sh:3', 'pip-audit ci/test.sh:4']],
    ['cd ci && sh test.sh', ['pytest ci/test.sh:3', 'pip-audit ci/test.sh:4']],
    ['pre-commit run --all-files', ['mypy .pre-commit-config.yaml:4', 'pytest .pre-commit-config.yaml:7']],
    ['just check', ['ruff check justfile:4', 'mypy justfile:2']],
    ['task test', ['pytest Taskfile.yml:4', 'pip-audit Taskfile.yml:5']],
    ['skaffold test', ['mypy skaffold.yaml:9', 'pytest app/skaffold.yaml:8', 'jest web/skaffold.yaml:2']],
    ['skaffold test --module=web', ['jest web/skaffold.yaml:2']],
    ['skaffold test -m $MODULE', ['mypy skaffold.yaml:9', 'pytest app/skaffold.yaml:8', 'jest web/skaffold.yaml:2']],
    ['skaffold test -f app/skaffold.yaml -m never', ['flake8 app/skaffold.yaml:14']],
    ['cd web && skaffold test', ['jest web/skaffold.yaml:2']],
    ['skaffold test -f gone.yaml', []],
    ['skaffold run --module=web', ['jest web/skaffold.yaml:2', 'skaffold run w:4']],
    ['skaffold run --module=web --skip-tests', ['skaffold run w:4']],
    [
      'skaffold test -m app -p ci,x',
      ['pytest app/skaffold.yaml:8', 'bandit app/skaffold.yaml:11', 'jest web/skaffold.yaml:2'],
    ],
    ['skaffold config unset local-cluster', ['skaffold w:4']],
    ['hatch run cov', ['pytest pyproject.toml:2']],
    ['pdm run lint', ['ruff check pyproject.toml:4']],
    ['pdm run pytest', ['pytest w:4']],
    ['echo pytest', []],
  ] as const)('%s', ([command, expected]) => {
    const file = '.github/workflows/w.yml';
    const pipeline = read({
      ...other,
      [file]: `on: push\njobs: {a: {steps: [\n\n{run: ${JSON.stringify(command)}}]}}\n`,
    });
    expect(places(steps(pipeline)[0]!).map((place) => place.replace(file, 'w'))).toEqual(expected);
  });

  test.for([
    ['pytest || true', '|| true'],
    ['pytest || exit 1', null],
    ['set +e; pytest', 'set +e'],
    ['pytest | tee log', '| without pipefail'],
    ['set -o pipefail; pytest | tee log', null],
    ['make fmt', '- in the recipe'],
  ] as const)('%s is let pass by %s', ([command, tolerated]) => {
    const pipeline = read({
      ...other,
      '.github/workflows/w.yml': `on: push\njobs: {a: {steps: [{run: ${JSON.stringify(command)}}]}}`,
    });
    expect(steps(pipeline)[0]!.works[0]!.tolerated).toBe(tolerated);
  });

  test('what is not known or not there is said', () => {
    const pipeline = read({
      '.github/workflows/w.yml': 'on: push\njobs: {a: {steps: [{run: "./gone.sh; make all"}]}}',
    });
    expect(steps(pipeline)[0]).toMatchObject({
      purposes: ['other'],
      unfollowed: [
        { text: './gone.sh', reason: 'not-in-catalogue' },
        { text: 'make all', reason: 'external-code' },
      ],
    });
  });
});

describe('GitHub Actions', () => {
  const workflow = (text: string, more: Record<string, string> = {}): Pipeline =>
    read({ '.github/workflows/w.yml': text, ...more });

  test('triggers, permissions and order', () => {
    const pipeline = workflow(`
name: CI
on:
  push: {branches: [main, '!old'], paths-ignore: [docs/**]}
  pull_request:
  schedule: [{cron: '0 0 * * *'}]
permissions: {contents: read, id-token: write}
jobs:
  test: {steps: [{run: pytest}]}
  build: {needs: test, permissions: write-all, steps: [{run: docker build .}]}
  deploy: {needs: [build], environment: {name: production}, steps: [{run: cdk deploy}]}
`);
    expect(pipeline.triggers.map(({ event }) => event)).toEqual(['push', 'pull-request', 'schedule']);
    expect(pipeline.triggers[0]).toMatchObject({
      branches: { include: ['main'], exclude: ['old'] },
      paths: { include: [], exclude: ['docs/**'] },
    });
    expect(pipeline.triggers[2]?.cron).toBe('0 0 * * *');
    expect(pipeline.jobs.map((job) => job.permissions?.all ?? job.permissions?.scopes['id-token'])).toEqual([
      'write',
      'write',
      'write',
    ]);
    expect([...jobsBefore(pipeline, 'deploy')]).toEqual(['build', 'test']);
    expect(pipeline.jobs[2]?.environment).toEqual({ known: true, value: 'production' });
    expect(steps(pipeline).map(told)).toEqual(['test', 'package', 'deploy']);
  });

  test('a matrix with include and exclude gives the Pythons', () => {
    const [job] = workflow(`
on: push
jobs:
  t:
    runs-on: \${{ matrix.os }}
    strategy: {matrix: {os: [linux, mac], python: ['3.11', '3.12'], exclude: [{os: mac, python: '3.11'}], include: [{os: linux, python: '3.14'}, {os: linux, extra: y}]}}
    steps:
    - {uses: actions/setup-python@v5, with: {python-version: "\${{ matrix.python }}"}}
`).jobs;
    expect(job?.matrix?.combinations.map((one) => Object.values(one).join(' '))).toEqual([
      'linux 3.11 y',
      'linux 3.12 y',
      'mac 3.12',
      'linux 3.14',
    ]);
    expect(job?.matrix?.complete).toBe(true);
    expect(job?.python.map(({ version }) => version)).toEqual(
      ['3.11', '3.12', '3.14'].map((value) => ({ known: true, value })),
    );
  });

  test.for([
    ['{uses: aws-actions/configure-aws-credentials@v4, with: {role-to-assume: r}}', ['federated aws r']],
    [
      "{uses: aws-actions/configure-aws-credentials@v4, with: {role-to-assume: r, aws-access-key-id: '${{ secrets.KEY }}'}}",
      ['secret aws KEY'],
    ],
    ["{uses: azure/login@v2, with: {creds: '${{ secrets.AZ }}'}}", ['secret azure AZ']],
    ["{uses: azure/login@v2, with: {client-id: '${{ secrets.ID }}', tenant-id: t}}", ['federated azure ID']],
    [
      "{run: ./x, env: {AWS_SECRET_ACCESS_KEY: '${{ secrets.S }}', T: '${{ secrets.GITHUB_TOKEN }}'}}",
      ['secret aws S'],
    ],
    ["{run: 'curl -H ${{ secrets.TOKEN }}'}", ['secret null TOKEN']],
  ] as const)('credentials of %s', ([step, expected]) => {
    const [found] = steps(workflow(`on: push\njobs: {a: {steps: [${step}]}}`));
    expect(found?.credentials.map(({ kind, cloud, name }) => `${kind} ${cloud} ${name}`)).toEqual(expected);
  });

  test('composite actions and called workflows of the tree stand where they are called', () => {
    const pipeline = workflow(
      'on: push\njobs: {t: {uses: ./.github/workflows/called.yaml, with: {tool: mypy}}, d: {needs: t, steps: [{uses: ./act, continue-on-error: true, with: {x: pytest}}]}}',
      {
        '.github/workflows/called.yaml.txt': '',
        'act/action.yml': 'inputs: {x: {}}\nruns: {using: composite, steps: [{run: "${{ inputs.x }}", shell: bash}]}',
      },
    );
    expect(pipeline.faults.map(({ message }) => message)).toEqual([
      './.github/workflows/called.yaml is not in the repository',
    ]);
    expect(steps(pipeline).map((step) => [step.kind, told(step), step.through.join(), step.continueOnError])).toEqual([
      ['template', 'other', '', false],
      ['run', 'test', './act', true],
    ]);
  });

  test('a called workflow takes its inputs, and who needs the call needs its last jobs', () => {
    const { pipelines } = readPipelines(
      memoryRepository({
        '.github/workflows/a.yml':
          'on: push\njobs: {t: {uses: ./.github/workflows/b.yml, with: {tool: mypy}}, d: {needs: t, steps: [{run: cdk deploy}]}}',
        '.github/workflows/b.yml':
          "on: {workflow_call: {inputs: {tool: {}}}}\njobs: {one: {steps: [{run: '${{ inputs.tool }} src'}]}, two: {needs: one, steps: [{run: pytest}]}}",
      }),
      catalogue,
    );
    expect(pipelines[0]?.jobs.map(needs)).toEqual(['t / one <- ', 't / two <- t / one', 'd <- t / two']);
    expect(steps(pipelines[0]!).map(told)).toEqual(['analyse', 'test', 'deploy']);
    expect(pipelines[1]?.triggers.map(({ event }) => event)).toEqual(['call']);
  });

  test.for([
    ['false', false],
    ["${{ 'a' == 'A' && !false }}", true],
    ["github.ref == 'x'", null],
    ["false && github.ref == 'x'", false],
    ["contains(fromJSON('[1,2]'), 2) || failure()", true],
    ['((((', null],
  ] as const)('if: %s is %s', ([text, value]) => {
    const [job] = workflow(`on: push\njobs: {a: {if: ${JSON.stringify(text)}, steps: [{run: x}]}}`).jobs;
    expect(job?.condition?.value).toBe(value);
  });
});

describe('GitLab CI', () => {
  test('includes, extends, references, stages and rules', () => {
    const pipeline = read({
      '.gitlab-ci.yml': `
include: [{local: /ci/base.yml}, {template: Security/SAST.gitlab-ci.yml}]
stages: [test, deploy]
unit: {extends: .py, script: [!reference [.shared, script], pytest], parallel: {matrix: [{V: [a, b]}]}}
lint: {stage: test, needs: [], script: ruff check, allow_failure: true}
ship: {stage: deploy, id_tokens: {T: {aud: x}}, script: [aws s3 sync a b], rules: [{if: '$CI_PIPELINE_SOURCE == "merge_request_event"'}], environment: prod}
`,
      'ci/base.yml':
        '.py: {image: "python:$V", variables: {V: "3.12"}, before_script: [pip install .]}\n.shared: {script: [mypy .]}\n',
    });
    expect(pipeline.jobs.map(needs)).toEqual([
      'unit <- ',
      'lint <- ',
      'ship <- unit, lint, include Security/SAST.gitlab-ci.yml',
      'include Security/SAST.gitlab-ci.yml <- ',
    ]);
    expect(steps(pipeline).map(told)).toEqual(['install analyse test', 'analyse', 'deploy', 'analyse']);
    expect(pipeline.jobs[0]?.python[0]?.version).toEqual({ known: true, value: '3.12' });
    expect(pipeline.jobs[1]?.continueOnError).toBe(true);
    expect(pipeline.jobs[2]?.credentials[0]?.kind).toBe('federated');
    expect(pipeline.triggers.map(({ event }) => event)).toEqual(['push', 'pull-request']);
    expect(pipeline.parts).toEqual(['ci/base.yml']);
  });
});

describe('Azure Pipelines', () => {
  test('templates with parameters, loops and conditions; stages and deployments', () => {
    const pipeline = read({
      'azure-pipelines.yml': `
trigger: {branches: {include: [main]}}
pr: none
stages:
- stage: Test
  jobs:
  - template: ci/jobs.yml
    parameters: {versions: ['3.11', '3.12'], lint: false}
- stage: Ship
  jobs:
  - deployment: web
    environment: prod
    strategy: {runOnce: {deploy: {steps: [{task: AzureWebApp@1, inputs: {azureSubscription: conn}}]}}}
`,
      'ci/jobs.yml': `
parameters: [{name: versions, type: object}, {name: lint, default: true}]
jobs:
- \${{ each v in parameters.versions }}:
  - job: py_\${{ replace(v, '.', '_') }}
    steps:
    - {task: UsePythonVersion@0, inputs: {versionSpec: "\${{ v }}"}}
    - script: pytest
    - \${{ if eq(parameters.lint, true) }}:
      - script: mypy .
    - \${{ else }}:
      - bash: ruff check
`,
    });
    expect(pipeline.faults).toEqual([]);
    expect(pipeline.jobs.map(needs)).toEqual([
      'Test / py_3_11 <- ',
      'Test / py_3_12 <- ',
      'Ship / web <- Test / py_3_11, Test / py_3_12',
    ]);
    expect(steps(pipeline).map(told)).toEqual(['install', 'test', 'analyse', 'install', 'test', 'analyse', 'deploy']);
    expect(pipeline.jobs[1]?.python[0]?.version).toEqual({ known: true, value: '3.12' });
    expect(pipeline.jobs[2]?.steps[0]?.credentials[0]).toMatchObject({
      kind: 'service-connection',
      cloud: 'azure',
      name: 'conn',
    });
    expect(pipeline.triggers.map(({ event }) => event)).toEqual(['push']);
  });
});

test('Cloud Build: containers as steps, substitutions, pushed images', () => {
  const pipeline = read({
    'cloudbuild.yaml': `
substitutions: {_NAME: app}
steps:
- {name: 'python:3.12', entrypoint: python, args: [-m, pytest]}
- {name: gcr.io/cloud-builders/docker, args: [build, -t, $_NAME, .]}
- {name: gcr.io/google.com/cloudsdktool/cloud-sdk, entrypoint: bash, args: [-c, 'gcloud run deploy $_NAME'], secretEnv: [KEY]}
images: [$_NAME]
`,
  });
  expect(steps(pipeline).map(told)).toEqual(['test', 'package', 'deploy', 'release']);
  expect(steps(pipeline)[2]?.works[0]?.text).toBe('gcloud run deploy app');
  expect(pipeline.jobs[0]?.python[0]?.version).toEqual({ known: true, value: '3.12' });
});

test('CodeBuild: phases, runtime and secrets', () => {
  const pipeline = read({
    'buildspec.yml':
      'version: 0.2\nenv: {secrets-manager: {AWS_SECRET_ACCESS_KEY: a}}\nphases: {install: {runtime-versions: {python: 3.10}, commands: [pip install .]}, build: {on-failure: CONTINUE, commands: [pytest, sam deploy]}}\n',
  });
  expect(steps(pipeline).map((step) => [step.name, told(step), step.continueOnError])).toEqual([
    ['install', 'install', false],
    ['build', 'test deploy', true],
  ]);
  expect(pipeline.jobs[0]?.python[0]?.version).toEqual({ known: true, value: '3.10' });
  expect(pipeline.jobs[0]?.credentials.map(({ kind }) => kind)).toEqual(['platform', 'secret']);
});

test('what Amplify runs, in the folder of each application', () => {
  const pipeline = read({
    'amplify.yml':
      'version: 1\nenv: {variables: {STAGE: dev}}\nbackend: {phases: {build: {commands: [make backend]}}}\ntest: {phases: {test: {commands: [pytest]}}}\n',
    Makefile: 'backend:\n\tsam deploy\n',
  });
  expect(steps(pipeline).map((step) => [step.name, told(step)])).toEqual([
    ['backend build', 'deploy'],
    ['test test', 'test'],
  ]);
  const several = read({
    'amplify.yml':
      'version: 1\napplications:\n  - appRoot: shop/api\n    backend: {phases: {build: {commands: [sam build]}}}\n',
  });
  expect(steps(several).flatMap(({ works }) => works.map(({ folder }) => folder))).toEqual(['shop/api']);
});
