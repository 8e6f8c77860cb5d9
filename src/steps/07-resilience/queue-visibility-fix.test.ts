import { describe, expect, test } from 'vitest';
import { type Files, findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { jobs, sam } from '../../../tests/sam-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'queue-visibility-too-short';

const lambda = ['Handler: app.handler', 'Runtime: python3.13'];
const fromJobs = ['Events:', '  FromJobs:', '    Type: SQS', '    Properties:', '      Queue: !GetAtt Jobs.Arn'];
const template = (text: string): Files => ({ 'app.py': handlerModule, 'template.yaml': text });

describe('fix', () => {
  const fixed = async (queue: string[], file = 'template.yaml'): Promise<string> => {
    const files = sam(['Timeout: 120', ...fromJobs], queue);
    const [found] = await findingsOn(id, files);
    expect(found).toMatchObject({ verdict: 'fail', fix: { safe: true } });
    return fixedText(files, file, found!);
  };
  const wanted = (queue: string[]): string => samTemplate([...lambda, 'Timeout: 120', ...fromJobs], queue);

  test('replaces the number that stands there', async () => {
    expect(await fixed(jobs('VisibilityTimeout: 90 # a guess'))).toBe(wanted(jobs('VisibilityTimeout: 720 # a guess')));
  });

  test('keeps its quotes', async () => {
    expect(await fixed(jobs('VisibilityTimeout: "90"'))).toBe(wanted(jobs('VisibilityTimeout: "720"')));
  });

  test('adds the property beside others', async () => {
    expect(await fixed(jobs('QueueName: jobs'))).toBe(wanted(jobs('QueueName: jobs', 'VisibilityTimeout: 720')));
  });

  test('adds the properties where there are none', async () => {
    expect(await fixed(jobs())).toBe(wanted(jobs('VisibilityTimeout: 720')));
  });

  test.for([
    ['VisibilityTimeout: &v 90 # a guess', 'VisibilityTimeout: &v 720 # a guess'],
    ['VisibilityTimeout: !!int "90"', 'VisibilityTimeout: !!int "720"'],
    ['VisibilityTimeout: &v !!int "90"', 'VisibilityTimeout: &v !!int "720"'],
  ] as const)('keeps anchor and tag of %s', async ([before, after]) => {
    expect(await fixed(jobs(before))).toBe(wanted(jobs(after)));
  });

  const other = (...properties: string[]): string[] => [
    'Other:',
    '  Type: AWS::SQS::Queue',
    '  Properties:',
    ...properties.map((line) => `    ${line}`),
  ];

  test.for<[string, string[]]>([
    ['of a condition', jobs('VisibilityTimeout: !If [A, 90, 90]')],
    ['of an alias', [...other('DelaySeconds: &thirty 30'), ...jobs('VisibilityTimeout: *thirty')]],
    ['that an alias shares', [...jobs('VisibilityTimeout: &thirty 30'), ...other('DelaySeconds: *thirty')]],
    ['of shared properties', [...other('<<: &all { VisibilityTimeout: 30 }'), ...jobs('<<: *all')]],
    ['put together', jobs("VisibilityTimeout: !Join ['', ['3', '0']]")],
    ['of a function', jobs("VisibilityTimeout: !Sub '30'")],
  ])('leaves a value %s to a person', async ([, queues]) => {
    const [found] = await findingsOn(id, sam(['Timeout: 120', ...fromJobs], queues));
    expect(found).toMatchObject({
      verdict: 'fail',
      fix: { title: expect.stringContaining('720'), safe: false, edits: [] },
    });
  });

  test('adds nothing to properties that an alias shares', async () => {
    const queues = ['Jobs:', '  Type: AWS::SQS::Queue', '  Properties: &all', '    DelaySeconds: 1'];
    const [found] = await findingsOn(
      id,
      sam(['Timeout: 120', ...fromJobs], [...queues, 'Other:', '  Type: AWS::SQS::Queue', '  Properties: *all']),
    );
    expect(found).toMatchObject({ verdict: 'fail', fix: { edits: [] } });
  });

  test('leaves the cell of a mapping to a person', async () => {
    const text = `Mappings:
  Stages:
    prod: { seconds: 30 }
${samTemplate([...lambda, 'Timeout: 120', ...fromJobs], jobs('VisibilityTimeout: !FindInMap [Stages, prod, seconds]'))}`;
    const [found] = await findingsOn(id, template(text));
    expect(found).toMatchObject({ verdict: 'fail', fix: { safe: false, edits: [] } });
    expect(found?.evidence).toMatchObject([{ line: 3, how: 'constant-propagated' }, {}]);
  });

  test('what is fixed passes', async () => {
    const files = sam(['Timeout: 120', ...fromJobs], jobs());
    const [found] = await findingsOn(id, files);
    const again = await findingsOn(id, { ...files, 'template.yaml': fixedText(files, 'template.yaml', found!) });
    expect(again).toMatchObject([{ verdict: 'pass' }]);
  });
});
