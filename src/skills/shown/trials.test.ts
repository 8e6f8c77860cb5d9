import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { readPipelines } from '../../pipelines/read-pipelines.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { isDeployment, isHandedOver, isTrial } from './trials.ts';

const workflow = (job: string, step: string): string =>
  `on: push\njobs:\n  ${job}:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;

function read(file: string, text: string) {
  const path = `.github/workflows/${file}`;
  const [pipeline] = readPipelines(memoryRepository({ [path]: text }), openCatalogue()).pipelines;
  const [job] = pipeline?.jobs ?? [];
  const [step] = job?.steps ?? [];
  if (pipeline === undefined || job === undefined || step === undefined) throw new Error('No step was read.');
  return { pipeline, job, step };
}

test.each([
  ['release.yml', 'build', false],
  ['tests_cdk.yml', 'build', true],
  ['ci.yml', 'smoke-tests_dev', true],
  ['migrations-perf-test.yml', 'run', true],
  ['latest.yml', 'contest', false],
  ['test-env-deploy.yml', 'build', false],
])('%s, job %s: a trial is %s', (file, id, expected) => {
  const { pipeline, job } = read(file, workflow(id, 'run: make'));
  expect(isTrial(pipeline, job)).toBe(expected);
});

test.each([
  ['release.yml', 'apply', 'run: terraform apply', true],
  ['build.yml', 'integration', 'run: terraform apply', false],
  ['release.yml', 'docs', 'uses: actions/deploy-pages@v4', false],
  ['release.yml', 'images', 'run: docker push example/tool', false],
  ['test-env-deploy.yml', 'build-deploy', 'uses: gagoar/invoke-aws-lambda@v3', true],
  ['ci.yml', 'images', 'run: ansible-playbook image.yml', false],
  ['deploy.yml', 'host', 'run: ansible-playbook site.yml', true],
])('%s, job %s, %s: a deployment is %s', (file, id, step, expected) => {
  const { pipeline, job, step: read1 } = read(file, workflow(id, step));
  expect(read1.works.some((work) => isDeployment(pipeline, job, work))).toBe(expected);
});

test.each([
  ['run: docker build -t x .', false],
  ['run: docker buildx build --push -t x .', true],
  ['run: docker push x', true],
  ['{uses: docker/build-push-action@v6, with: {push: false}}', false],
  ['{uses: docker/build-push-action@v6, with: {push: true}}', true],
])('%s: handed over is %s', (step, expected) => {
  expect(isHandedOver(read('release.yml', workflow('images', step)).step)).toBe(expected);
});
