import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'base-image-floating';

const image = (from: string): [title: string, files: Files] => [from, imageFiles(from)];
const floats = (from: string, fragment: string): [string, Files, Expected] => [
  ...image(from),
  finding('fail', 'risk', from, 'Dockerfile:1', fragment),
];
const named = (from: string): [string, Files, Expected] => [
  ...image(from),
  finding('pass', 'risk', from, 'Dockerfile:1', /names a version|digest|holds a version/),
];

const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  floats('python', 'no tag'),
  floats('python:latest', 'the tag latest'),
  floats('python:3', 'another Python'),
  floats('python:3-slim-bookworm', 'another Python'),
  floats('python:slim', 'another Python'),
  floats('localhost:5000/team/python:3', 'another Python'),
  floats('debian:latest', 'another version'),
  floats('team/base', 'another version'),
  named('registry.access.redhat.com/ubi9/python-312-minimal:latest'),
  named('python:3.13'),
  named('python:3.13.2-alpine'),
  named('python:3.13-rc'),
  named('debian:bookworm-slim'),
  named('gcr.io/distroless/python3-debian12'),
  named('ghcr.io/astral-sh/uv:python3.12-bookworm-slim'),
  named(`python@sha256:${'0'.repeat(64)}`),
  ...[
    'virtualenv -p python3.6 /env',
    'pyenv install 3.12.1',
    'uv python install 3.12',
    'conda create -n a python=3.11',
  ].map((run): [string, Files, Expected] => [
    run,
    imageFiles('team/python', [`RUN ${run}`]),
    finding('fail', 'risk', 'team/python', 'Dockerfile:1', 'start from another image'),
  ]),
  [
    'an argument without default',
    imageFiles('python:3.13', [], {
      Dockerfile: 'ARG BASE\nFROM ${BASE}\nRUN pip install flask\nCMD ["python", "app.py"]\n',
    }),
    finding({ unknown: 'dynamic-value' }, 'risk', '${BASE}', 'Dockerfile:2', 'no default'),
  ],
  [
    'an image that was built before',
    imageFiles('shop-base'),
    finding({ unknown: 'external-code' }, 'risk', 'shop-base', 'Dockerfile:1', 'built on the same machine'),
  ],
  [
    'a stage whose files are copied',
    imageFiles('node AS web', ['FROM python:3.13', 'COPY --from=web /dist /dist']),
    finding('fail', 'improvement', 'node', 'Dockerfile:1', 'no tag'),
    finding('pass', 'risk', 'python:3.13', 'Dockerfile:2', 'names a version'),
  ],
  [
    'a stage that nothing is taken from',
    imageFiles('node AS web', ['FROM python:3.13']),
    finding('pass', 'risk', 'python:3.13', 'Dockerfile:2', 'names a version'),
  ],
  ['no image', { 'app.py': 'print()\n', 'requirements.txt': 'flask\n' }, notApplicable('runs in no image')],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
