import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable, reportOn } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'suppression-unneeded';
const says = (ids: string): string => `# skyworthy: ignore[${ids}] moves in March`;
const service = (runtime: string, others: Files = {}): Files => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', runtime]),
  ...others,
});
const used = (check: string, place: string): Expected =>
  finding('pass', 'improvement', `${check} in ${place.split(':')[0]}`, place, `It suppresses ${check}`);
const idle = (check: string, place: string): Expected =>
  finding('fail', 'improvement', `${check} in ${place.split(':')[0]}`, place, `${check} finds nothing there`);

const line = 'template.yaml:7';
const rows: [title: string, files: Files, ...expected: Expected[]][] = [
  ['needed', service(`Runtime: python3.10 ${says('runtime-deprecated')}`), used('runtime-deprecated', line)],
  ['not needed', service(`Runtime: python3.13 ${says('runtime-deprecated')}`), idle('runtime-deprecated', line)],
  [
    'one of two ids',
    service(`Runtime: python3.10 ${says('runtime-deprecated, entry-point-missing')}`),
    idle('entry-point-missing', line),
    used('runtime-deprecated', line),
  ],
  [
    'what passes needs none',
    service('Runtime: python3.13', { 'app.py': `${says('entry-point-missing')}\n${handlerModule}` }),
    idle('entry-point-missing', 'app.py:1'),
  ],
  [
    'a check of suppressions is not suppressed',
    service(`Runtime: python3.13 ${says('suppression-unneeded')}`),
    idle('suppression-unneeded', line),
  ],
  ['none', service('Runtime: python3.10'), notApplicable('Nothing is suppressed')],
  ['one without a reason', service('Runtime: python3.13 # skyworthy: ignore[runtime-deprecated]'), notApplicable('')],
  ['one of no check', service(`Runtime: python3.13 ${says('runtime-old')}`), notApplicable('')],
  [
    'a docstring that shows one',
    service('Runtime: python3.13', { 'app.py': `"""\n${says('entry-point-missing')}\n"""\n${handlerModule}` }),
    notApplicable(''),
  ],
  [
    'a file in which nothing is judged',
    service('Runtime: python3.13', { 'other.py': `x = 1 ${says('sdk-unpinned')}\n` }),
    notApplicable(''),
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});

test('what did not run, or not for every service, is not judged', async () => {
  const files = service(`Runtime: python3.13 ${says('runtime-deprecated')}`);
  for (const request of [{ skip: ['runtime-deprecated'] }, { services: ['Resize'] }]) {
    expect(await findingsOn(id, files, request)).toMatchObject([notApplicable('')]);
  }
});

test('--only runs what it takes, and reports itself alone', async () => {
  const files = service(`Runtime: python3.10 ${says('runtime-deprecated')}`);
  const { repository, services } = await reportOn(files, { only: [id] });
  expect(repository.findings).toMatchObject([used('runtime-deprecated', line)]);
  expect(services.flatMap(({ findings }) => findings)).toEqual([]);
});

test('it belongs to the repository', async () => {
  const { repository, services } = await reportOn(service(`Runtime: python3.13 ${says('runtime-deprecated')}`));
  expect(repository.findings.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check)).toEqual([id]);
  expect(services.flatMap(({ findings }) => findings.filter(({ check }) => check === id))).toEqual([]);
});
