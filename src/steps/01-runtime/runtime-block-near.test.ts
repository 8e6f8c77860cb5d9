import { expect, test } from 'vitest';
import {
  type Expected,
  type Files,
  finding,
  findingsOn,
  fixedText,
  notApplicable,
} from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'runtime-block-near';

const onRuntime = (runtime: string): Files => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', `Runtime: ${runtime}`]),
});
const line = 'template.yaml:7';

const cases: { title: string; runtime: string; today: string; expected: Expected[] }[] = [
  {
    title: '181 days before the deprecation',
    runtime: 'python3.12',
    today: '2028-05-03',
    expected: [finding('pass', 'risk', 'Resize', line, 'the next announced day is 2028-10-31')],
  },
  {
    title: '180 days before the deprecation, the refusal further away',
    runtime: 'python3.12',
    today: '2028-05-04',
    expected: [finding('fail', 'improvement', 'Resize', line, 'from 2028-10-31, in 180 days')],
  },
  {
    title: '180 days before creation is refused',
    runtime: 'python3.12',
    today: '2028-06-03',
    expected: [
      finding(
        'fail',
        'risk',
        'Resize',
        line,
        'Lambda refuses to create functions on python3.12 from 2028-11-30, in 180 days',
      ),
    ],
  },
  {
    title: 'on the day of the refusal only the next day is ahead',
    runtime: 'python3.12',
    today: '2028-11-30',
    expected: [
      finding(
        'fail',
        'risk',
        'Resize',
        line,
        'Lambda refuses to update functions on python3.12 from 2029-01-10, in 41 days',
      ),
    ],
  },
  {
    title: 'after the last day nothing is ahead',
    runtime: 'python3.12',
    today: '2029-01-10',
    expected: [finding('pass', 'risk', 'Resize', line, 'no further day is announced')],
  },
  {
    title: 'a runtime in preview',
    runtime: 'python3.15',
    today: '2026-11-21',
    expected: [finding({ unknown: 'not-in-catalogue' }, 'risk', 'Resize', line, 'has not released python3.15')],
  },
  {
    title: 'a runtime that the catalogue does not know',
    runtime: 'python3.99',
    today: '2026-11-21',
    expected: [finding({ unknown: 'not-in-catalogue' }, 'risk', 'Resize', line, 'python3.99')],
  },
];

test.for(cases)('$title', async ({ runtime, today, expected }) => {
  expect(await findingsOn(id, onRuntime(runtime), { today })).toMatchObject(expected);
});

test('code without a platform has no runtime that is refused', async () => {
  expect(await findingsOn(id, { 'app.py': 'print()\n' })).toMatchObject([
    notApplicable('Only for services on AWS, Azure, Google Cloud.'),
  ]);
});

test('the fix moves to a runtime with nothing announced before today', async () => {
  const files = onRuntime('python3.11');
  const [found] = await findingsOn(id, files, { today: '2027-03-01' });
  expect(fixedText(files, 'template.yaml', found!)).toBe(samTemplate(['Handler: app.handler', 'Runtime: python3.14']));
});

test('without a supported runtime there is no fix', async () => {
  expect(await findingsOn(id, onRuntime('python3.14'), { today: '2029-08-01' })).toMatchObject([
    { verdict: 'fail', fix: null },
  ]);
});
