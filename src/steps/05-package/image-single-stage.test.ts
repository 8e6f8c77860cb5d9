import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'image-single-stage';

test.for([
  ['RUN apt-get install -y gcc=4:12 libpq5', 'fail', 'gcc=4:12 is installed'],
  ['RUN apt-get update && sudo apt install -y --no-install-recommends \\\n    curl \\\n    cmake', 'fail', 'cmake'],
  ['RUN yum install -y gcc-c++ && yum clean all', 'fail', 'gcc-c++'],
  ['RUN apk add gcc && pip install uwsgi && apk del gcc', 'pass', 'Nothing for building'],
  ['RUN apt-get install -y gcc && make && apt-get -y autoremove --purge gcc', 'pass', 'Nothing for building'],
  ['RUN apt-get install -y libgomp1 git make-doc', 'pass', 'Nothing for building'],
  ['RUN pip install cmake', 'pass', 'Nothing for building'],
  ['RUN make build', 'pass', 'Nothing for building'],
] as const)('%j: %s', async ([line, verdict, fragment]) => {
  const findings = await findingsOn(id, imageFiles('python:3.13-slim', [line]));
  expect(findings).toMatchObject([{ verdict, severity: 'improvement', subject: 'Dockerfile' }]);
  expect(findings[0]?.message).toContain(fragment);
  expect(findings[0]?.at?.line).toBe(verdict === 'fail' ? 2 : 1);
});

test('packages that go in a later line are still in the layer below', async () => {
  const files = imageFiles('python:3.13-slim', ['RUN apt-get install -y gcc', 'RUN apt-get purge -y gcc']);
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'fail', at: { line: 2 } }]);
});

test('an image that starts nothing is there to build', async () => {
  const Dockerfile = 'FROM python:3.13\nRUN apt-get install -y gcc && pip install build\n';
  expect(await findingsOn(id, { Dockerfile, 'app.py': 'print()\n' })).toMatchObject([{ verdict: 'not-applicable' }]);
});

test('a stage that the last one builds upon is in it', async () => {
  const files = imageFiles('python:3.13-slim AS base', ['RUN apt-get install -y gcc', 'FROM base']);
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'fail', at: { line: 2 } }]);
});
