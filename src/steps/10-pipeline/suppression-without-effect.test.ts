import { expect, test } from 'vitest';
import { type Expected, type Files, finding, findingsOn, notApplicable } from '../../../tests/judge-files.ts';
import { handlerModule, samTemplate } from '../examples.ts';

const id = 'suppression-without-effect';
const service = (comment: string, name = 'template.yaml'): Files => ({
  'app.py': handlerModule,
  [name]: samTemplate(['Handler: app.handler', `Runtime: python3.10 ${comment}`]),
});
const expected = (verdict: 'pass' | 'fail', check: string, fragment: string): Expected =>
  finding(verdict, 'risk', `${check} in template.yaml`, 'template.yaml:7', fragment);
const named = (comment: string): [string, Expected] => [comment, expected('pass', 'runtime-deprecated', 'says why')];
const reasonless = (comment: string): [string, Expected] => [
  comment,
  expected('fail', 'runtime-deprecated', 'gives no reason'),
];

test.for<[string, Expected]>([
  named('# skyworthy: ignore[runtime-deprecated] moves in March'),
  named('#skyworthy:ignore[runtime-deprecated] moves in March'),
  named('# skyworthy: ignore [ runtime-deprecated ]: moves in March'),
  named('# skyworthy: ignore[runtime-deprecated] -- moves in March'),
  named('# cfn-lint: E2531 # skyworthy: ignore[runtime-deprecated] moves in March'),
  reasonless('# skyworthy: ignore[runtime-deprecated]'),
  reasonless('# skyworthy: ignore[runtime-deprecated] :'),
  reasonless('# skyworthy: ignore[runtime-deprecated] # noqa'),
  ['# skyworthy: ignore', expected('fail', 'no check', 'names no check')],
  ['# skyworthy: ignore[] moves in March', expected('fail', 'no check', 'names no check')],
  ['# skyworthy: ignore moves in March', expected('fail', 'no check', 'names no check')],
  [
    '# skyworthy: ignore[runtime-depreciated] moves in March',
    expected('fail', 'runtime-depreciated', 'did you mean runtime-deprecated?'),
  ],
  ['# skyworthy: ignore[E2531] moves in March', expected('fail', 'E2531', 'skyworthy explain lists them')],
  ['# skyworthy: ignored since March', notApplicable('')],
  ['# skyworthy: see the docs', notApplicable('')],
  ['# as skyworthy says', notApplicable('')],
])('%s', async ([comment, wanted]) => {
  expect(await findingsOn(id, service(comment))).toMatchObject([wanted]);
});
