import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { parseDockerfile } from '../../syntax/dockerfile/index.ts';
import type { ImageBuild } from './image.ts';
import { isDockerfile, readImage } from './read-image.ts';

const image = (
  text: string,
  files: Readonly<Record<string, string>> = {},
  file = 'Dockerfile',
): ImageBuild | undefined => readImage(file, parseDockerfile(text), memoryRepository({ ...files, [file]: text }));

test.for([
  ['Dockerfile', true],
  ['a/Dockerfile.prod', true],
  ['Dockerfile-dev', true],
  ['Containerfile', true],
  ['api.dockerfile', true],
  ['a/dockerfile', true],
  ['Dockerfile.md/readme', false],
  ['docker-compose.yml', false],
  ['MyDockerfiles.py', false],
  ['Dockerfile.dockerignore', false],
  ['api.Dockerfile', true],
  ['Dockerfile.j2', false],
  ['Dockerfile.prod.tmpl', false],
  ['Dockerfile.yml', false],
  ['Dockerfile.in', false],
  ['Dockerfile.bak', false],
] as const)('%s is a Dockerfile: %s', ([path, expected]) => expect(isDockerfile(path)).toBe(expected));

describe('the Python of the last stage', () => {
  test.for([
    ['FROM python:3.13-slim', '3.13'],
    ['FROM docker.io/library/python:3.12.4', '3.12'],
    ['FROM --platform=linux/amd64 python:3.11', '3.11'],
    ['FROM public.ecr.aws/lambda/python:3.14', '3.14'],
    ['FROM mcr.microsoft.com/azure-functions/python:4-python3.12', '3.12'],
    ['FROM ghcr.io/astral-sh/uv:python3.13-bookworm', '3.13'],
    ['FROM python:3', null],
    ['FROM python', null],
    ['FROM python:3.9 AS build\nFROM python:3.13', '3.13'],
    ['FROM python:3.13 AS base\nFROM base AS run', '3.13'],
    ['ARG V=3.12\nFROM python:$V', '3.12'],
    ['FROM debian\nCMD ["python3", "app.py"]', null],
    ['FROM debian\nENTRYPOINT exec gunicorn app:app', null],
    ['FROM acme/editor\nRUN apt-get install -y python3\nCOPY app.py /opt/\nCMD ["/opt/start.sh"]', null],
    ['FROM debian\nRUN pyenv exec python3.13 -m pip install flask\nENTRYPOINT ["/entrypoint"]', null],
    ['FROM acme/base:1\nRUN python manage.py collectstatic\nCMD ["./start.sh"]', null],
    [
      'FROM python:3.12 AS build\nFROM debian\nCOPY --from=build /app/.venv /app/.venv\nCMD ["/app/.venv/bin/uvicorn", "a:b"]',
      '3.12',
    ],
    ['FROM python:3.12 AS a\nFROM a AS b\nFROM scratch\nCOPY --from=1 /usr/local /usr/local\n', '3.12'],
  ] as const)('%j: %s', ([text, python]) => expect(image(text)).toMatchObject({ python }));

  test.for([
    'FROM node:22\nRUN apk add --no-cache python3 make g++\nCMD ["node", "index.js"]',
    'FROM node:22\nRUN apk add python3 make g++ && npm ci',
    'FROM node:22\nRUN pip install awscli\nCMD ["npm", "start"]',
    'FROM python:3.13 AS docs\nRUN pip install mkdocs\nFROM nginx\nCOPY --from=docs /site /usr/share/nginx/html',
    'FROM python:{{ version }}\nCMD ["python", "a.py"]',
    'FROM python:3.13\n{% if slim %}\nRUN x\n{% endif %}',
    'FROM node:22',
    'FROM python:3.13 AS build\nFROM nginx',
    'FROM scratch\nCOPY pythonic /',
    '',
    'RUN x',
  ])('no Python in %j', (text) => expect(image(text)).toBeUndefined());
});

describe('what is installed by name', () => {
  test.for([
    ['RUN pip install flask boto3==1.44.5', ['flask', 'boto3==1.44.5']],
    ['RUN pip3 install --no-cache-dir -r requirements.txt Flask', ['flask']],
    ['RUN python -m pip install flask && rm -rf /tmp/x', ['flask']],
    ['RUN apt-get install -y gcc', []],
    ['RUN uv pip install --system flask', ['flask']],
    ['RUN pip install -t /opt/python flask; echo done', ['flask']],
    ['RUN pip install flask&& rm x', ['flask']],
    ['RUN pip install "boto3>=1.44,<2" .', ['boto3>=1.44,<2']],
    ['RUN pip install git+https://github.com/boto/boto3', []],
    ['RUN pip install \\\n    flask \\\n    requests', ['flask', 'requests']],
    ['RUN <<EOF\n# tools\npip install flask \\\n  "boto3==1.44.5" # sdk\nEOF', ['flask', 'boto3==1.44.5']],
    ['RUN bash -e <<EOF\npip install flask\nEOF', ['flask']],
    ['RUN python <<EOF\npip install flask\nEOF', []],
    ['RUN sh -c "cd x && pip install flask"', ['flask']],
    ['RUN ["pip", "install", "flask"]', ['flask']],
    ['RUN uv add flask --group jobs boto3', ['flask', 'boto3']],
    ['RUN poetry add flask@latest boto3@^1.34 "s3fs==2026.1"', ['flask', 'boto3', 's3fs==2026.1']],
    ['RUN PIP_NO_CACHE=1 /venv/bin/pip --quiet install flask', ['flask']],
    ['RUN if true; then pip install flask; fi', ['flask']],
    ['RUN (pip install flask)', ['flask']],
    ['RUN echo pip install flask', []],
    ['FROM python:3.13 AS last\nRUN pip install flask', ['flask']],
    [
      'RUN pip install flask\nFROM python:3.13-slim\nCOPY --from=0 /venv /venv\nRUN pip install boto3',
      ['flask', 'boto3'],
    ],
    ['RUN pip install flask\nFROM python:3.13-slim', []],
  ] as const)('%j', ([run, expected]) => {
    const installs = image(`FROM python:3.13\n${run}\n`)?.installs?.manifest.dependencies ?? [];
    expect(installs.map(({ name, specifier }) => name + specifier)).toEqual(expected);
  });

  test('at its place', () => {
    const installs = image('FROM python:3.13\nRUN pip install \\\n    flask\n')?.installs;
    expect(installs?.manifest.dependencies).toMatchObject([{ place: { file: 'Dockerfile', line: 3, column: 5 } }]);
  });
});

describe('files that are installed', () => {
  const files = {
    'deps/worker.txt': 'flask\n',
    'deps/pins.txt': 'flask==3\n',
    'requirements.txt': '',
    'api/requirements.txt': '',
    'api/pyproject.toml': '',
  };
  test.for([
    [
      'COPY deps/worker.txt .\nRUN pip install -r worker.txt -c deps/pins.txt',
      ['deps/worker.txt', 'deps/pins.txt'],
      [],
    ],
    ['COPY . .\nRUN pip install --requirement=deps/worker.txt', ['deps/worker.txt'], []],
    ['COPY api/requirements.txt /tmp/\nRUN pip install -r /tmp/requirements.txt', ['api/requirements.txt'], []],
    ['WORKDIR /app\nCOPY api .\nRUN pip install -rrequirements.txt', ['api/requirements.txt'], []],
    ['WORKDIR /app\nCOPY . .\nRUN cd api && pip install -r requirements.txt', ['api/requirements.txt'], []],
    ['COPY deps/worker.txt /tmp/all.txt\nRUN uv pip sync /tmp/all.txt', ['deps/worker.txt'], []],
    ['COPY deps $HOME/deps\nRUN pip install -r $HOME/deps/worker.txt', ['deps/worker.txt'], []],
    ['COPY . /src\nRUN pip install -r /src/none.txt', [], ['/src/none.txt, which the image installs']],
    ['COPY . .\nRUN pip install -r $FILE', [], ['$FILE']],
    ['RUN pip install $PACKAGES flask', [], ['pip install $PACKAGES flask']],
    ['RUN conda install -y boto3', [], ['conda install -y boto3']],
    ['RUN apt-get install -y gcc python3-boto3', [], ['python3-boto3']],
    ['RUN apt-get install -y python3-pip python3.12-dev', [], []],
    ['RUN make install-deps', [], ['make install-deps']],
    ['RUN pip install git+https://github.com/boto/boto3', [], ['git+https']],
  ] as const)('%j', ([text, included, faults]) => {
    const manifest = image(`FROM python:3.13\n${text}\n`, files)?.installs?.manifest;
    expect(manifest?.includes ?? []).toEqual(included);
    expect((manifest?.faults ?? []).map(({ message }) => message)).toEqual(
      faults.map((part) => expect.stringContaining(part)),
    );
  });

  test('a project, by its folder', () => {
    const installs = image('FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN pip install -e ./api[aws]', files)?.installs;
    expect(installs?.projects).toEqual(['api']);
  });
});

describe('the handler of a Lambda image', () => {
  test.for([
    ['CMD ["app.handler"]', 'app.handler'],
    ['CMD ["jobs/app.handler"]', 'jobs/app.handler'],
    ['CMD ["old.handler"]\nCMD ["app.handler"]', 'app.handler'],
    ['CMD ["python", "app.py"]', undefined],
    ['CMD app.handler', undefined],
    ['ENTRYPOINT ["app.handler"]', undefined],
  ] as const)('%j: %s', ([command, handler]) => {
    expect(image(`FROM public.ecr.aws/lambda/python:3.13\n${command}\n`)?.command?.text).toBe(handler);
  });
});

describe('what is copied', () => {
  const files = { 'api/main.py': '', 'api/Dockerfile': '', 'lib/a.py': '', 'setup.py': '' };
  test.for([
    ['the folder of the Dockerfile', 'COPY . .', { folder: 'api', sources: null }],
    ['from the root, its own folder among others', 'COPY api api\nCOPY lib lib', { folder: 'api' }],
    ['nothing that is there', 'COPY dist /app', { folder: 'api', sources: null }],
    ['from another stage', 'COPY --from=build /app /app', { folder: 'api', sources: null }],
  ] as const)('%s', ([, copy, expected]) => {
    expect(image(`FROM python:3.13\n${copy}\n`, files, 'api/Dockerfile')).toMatchObject(expected);
  });
});
