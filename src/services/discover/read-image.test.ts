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
  ] as const)('%j: %s', ([text, python]) => expect(image(text)).toMatchObject({ python }));

  test.for(['FROM node:22', 'FROM python:3.13 AS build\nFROM nginx', 'FROM scratch\nCOPY pythonic /', '', 'RUN x'])(
    'no Python in %j',
    (text) => expect(image(text)).toBeUndefined(),
  );
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
  ] as const)('%j', ([run, expected]) => {
    const installs = image(`FROM python:3.13\n${run}\n`)?.installs?.dependencies ?? [];
    expect(installs.map(({ name, specifier }) => name + specifier)).toEqual(expected);
  });

  test('at its place', () => {
    const installs = image('FROM python:3.13\nRUN pip install \\\n    flask\n')?.installs;
    expect(installs?.dependencies).toMatchObject([{ place: { file: 'Dockerfile', line: 3, column: 5 } }]);
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
