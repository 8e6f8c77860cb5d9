import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'ignore-file-missing';
const none = notApplicable('takes named files only');

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  [
    'ADD takes it all, too',
    imageFiles('python:3.13', ['ADD ./ /app']),
    finding('fail', 'improvement', 'Dockerfile', 'Dockerfile:2', 'no .dockerignore'),
  ],
  ['named files', imageFiles('python:3.13', ['COPY src pyproject.toml /app/']), none],
  ['files of another stage', imageFiles('python:3.13 AS build', ['FROM python:3.13', 'COPY --from=build . .']), none],
  [
    'a stage that only builds takes it all',
    imageFiles('python:3.13 AS build', ['COPY . .', 'FROM python:3.13', 'COPY --from=build /w /w']),
    none,
  ],
  [
    'one beside another image',
    { ...imageFiles('python:3.13', ['COPY . .']), 'web/.dockerignore': '.git\n' },
    finding('fail', 'improvement', 'Dockerfile', 'Dockerfile:2', 'no .dockerignore'),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('shows what takes it all and where the file belongs', async () => {
  const [found] = await findingsOn(id, imageFiles('python:3.13', ['COPY . /app']));
  expect(found?.evidence).toMatchObject([
    { line: 1, how: 'absent', text: '.dockerignore' },
    { line: 2, how: 'literal', text: 'COPY . /app' },
  ]);
});
