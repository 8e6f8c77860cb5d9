import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { parseDockerfile } from '../../syntax/dockerfile/index.ts';
import type { ImageShape } from './image.ts';
import { readImage } from './read-image.ts';

const shape = (dockerfile: string, files: Record<string, string> = {}, file = 'Dockerfile'): ImageShape => {
  const image = readImage(file, parseDockerfile(dockerfile), memoryRepository({ [file]: dockerfile, ...files }));
  if (image === undefined) throw new Error('no image of Python');
  return image.shape;
};

test('bases are those of the last stage, then those that it copies from', () => {
  const text =
    'ARG V=3.12\nFROM golang AS tool\nFROM python:$V AS build\nFROM build\nCOPY --from=tool /t /t\nFROM build\nCOPY --from=tool /a /a\n';
  expect(shape(text).bases).toMatchObject([
    { text: 'python:3.12', tag: '3.12', last: true, evidence: { line: 3 } },
    { text: 'golang', tag: null, last: false },
  ]);
});

test.for([
  ['FROM python\nUSER app\nUSER 10:10\n', '10:10'],
  ['FROM python AS a\nUSER app\nFROM a\n', 'app'],
  ['FROM python AS a\nUSER app\nFROM python\nCOPY --from=a /a /a\n', undefined],
] as const)('the user of %j', ([text, user]) => expect(shape(text).user?.name).toBe(user));

describe('what runs at its start', () => {
  test.for([
    ['CMD pip install . && exec python app.py', ['pip install .', 'python app.py']],
    ['ENTRYPOINT ["tini", "--"]\nCMD ["python", "app.py"]', ['tini -- python app.py']],
    ['COPY . /srv\nWORKDIR /srv\nCMD ["./start.sh"]', ['./start.sh', 'uv sync', 'python app.py']],
    ['COPY . /srv\nWORKDIR /srv\nENTRYPOINT ["sh", "-c", "./start.sh"]', ['./start.sh', 'uv sync', 'python app.py']],
  ] as const)('%j', ([lines, expected]) => {
    const found = shape(`FROM python\n${lines}\n`, {
      'start.sh': '#!/bin/sh\n# uv sync\nuv sync\nexec python app.py\n',
    });
    expect(found.starts.map(({ words }) => words.join(' '))).toEqual(expected);
  });

  test('a command of a script stands at its line there', () => {
    const found = shape('FROM python\nCOPY . .\nCMD ["./a.sh"]\n', { 'a.sh': '# uv sync\nuv sync\n' });
    expect(found.starts[1]?.evidence).toMatchObject({ file: 'a.sh', line: 2, text: 'uv sync' });
  });
});

test.for([
  ['COPY . .', 'COPY . .'],
  ['COPY ./ /app', 'COPY ./ /app'],
  ['COPY src ./', undefined],
  ['COPY --from=a . .', undefined],
] as const)('%s takes everything: %s', ([line, text]) => {
  expect(shape(`FROM python AS a\nFROM python\n${line}\n`).everything?.text).toBe(text);
});

test.for([
  [{ '.dockerignore': '' }, '.dockerignore'],
  [{ 'web/.dockerignore': '', '.dockerignore': '' }, 'web/.dockerignore'],
  [{ 'web/Dockerfile.dockerignore': '', 'web/.dockerignore': '' }, 'web/Dockerfile.dockerignore'],
  [{ 'api/.dockerignore': '' }, null],
] as const)('of %j the ignore file is %s', ([files, expected]) => {
  expect(shape('FROM python\n', files, 'web/Dockerfile').ignoreFile).toBe(expected);
});
