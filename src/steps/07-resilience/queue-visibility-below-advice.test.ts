import { expect, test } from 'vitest';
import { findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { event, jobs, sam } from '../../../tests/sam-files.ts';

const id = 'queue-visibility-below-advice';

const files = (timeout: number, queue: string[], ...settings: string[]) =>
  sam([`Timeout: ${timeout}`, ...event('FromJobs', 'SQS', 'Queue: !GetAtt Jobs.Arn', ...settings)], queue);

test('the default of thirty seconds is enough for five', async () => {
  expect(await findingsOn(id, files(5, jobs()))).toMatchObject([{ verdict: 'pass' }]);
  expect(await findingsOn(id, files(6, jobs()))).toMatchObject([
    { verdict: 'fail', message: expect.stringContaining('36 s') },
  ]);
});

test('the batching window counts', async () => {
  expect(await findingsOn(id, files(5, jobs(), 'MaximumBatchingWindowInSeconds: 10'))).toMatchObject([
    { verdict: 'fail', message: expect.stringContaining('40 s') },
  ]);
});

test('what is refused anyway is left to the other check', async () => {
  expect(await findingsOn(id, files(60, jobs('VisibilityTimeout: 10')))).toMatchObject([{ verdict: 'pass' }]);
});

test('a time-out that a deployment sets', async () => {
  const found = await findingsOn(id, files(5, jobs('VisibilityTimeout: !Ref Seconds')));
  expect(found).toMatchObject([{ verdict: 'unknown' }]);
});

test('what is fixed passes', async () => {
  const before = files(20, jobs('VisibilityTimeout: 30'));
  const [found] = await findingsOn(id, before);
  const text = fixedText(before, 'template.yaml', found!);
  expect(text).toContain('VisibilityTimeout: 120');
  expect(await findingsOn(id, { ...before, 'template.yaml': text })).toMatchObject([{ verdict: 'pass' }]);
});
