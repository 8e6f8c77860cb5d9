import { describe, expect, test } from 'vitest';
import { aFailure, aFinding, aReport } from '../../tests/sample-report.ts';
import { causesOf, countProblems, summariseSteps } from './summary.ts';

const at = (line: number, file = 'template.yaml') => ({ file, line, column: 1 });
const fix = (title: string) => ({ title, safe: false, edits: [] });

describe('causes', () => {
  test('the failures of one check and severity stand together, in order of place', () => {
    const report = aReport({
      b: [aFailure('no-alarm', { at: at(9) }), aFailure('no-alarm', { at: at(2), subject: 'Other' })],
      a: [aFailure('no-alarm', { at: at(5), severity: 'improvement' })],
    });
    expect(causesOf(report)).toMatchObject([
      { checks: ['no-alarm'], severity: 'risk', services: 1, problems: [{ at: { line: 2 } }, { at: { line: 9 } }] },
      { checks: ['no-alarm'], severity: 'improvement', services: 1, problems: [{ at: { line: 5 } }] },
    ]);
  });

  test('what several services share is one problem', () => {
    const shared = aFailure('no-dead-letters');
    expect(causesOf(aReport({ a: [shared], b: [shared], c: [shared] }))).toMatchObject([
      { services: 3, problems: [{ messages: ['no-dead-letters fails.'] }] },
    ]);
  });

  test('what one mend mends is one problem, the worst check first', () => {
    const report = aReport({
      a: [
        aFailure('block-near', { fix: fix('Move.'), severity: 'risk' }),
        aFailure('deprecated', { fix: fix('Move.'), severity: 'blocker' }),
      ],
    });
    expect(causesOf(report)).toMatchObject([
      {
        checks: ['deprecated', 'block-near'],
        severity: 'blocker',
        problems: [{ messages: ['deprecated fails.', 'block-near fails.'], fix: { title: 'Move.' } }],
      },
    ]);
  });

  test('the worst severity first, then the most, then by name', () => {
    const report = aReport({
      a: [
        aFailure('z-mild', { severity: 'improvement' }),
        aFailure('b-risk', { at: at(1) }),
        aFailure('a-risk', { at: at(2) }),
        aFailure('c-risk', { at: at(3) }),
        aFailure('c-risk', { at: at(4) }),
        aFailure('y-grave', { severity: 'blocker' }),
      ],
    });
    expect(causesOf(report).map(({ checks }) => checks.join())).toEqual([
      'y-grave',
      'c-risk',
      'a-risk',
      'b-risk',
      'z-mild',
    ]);
  });

  test('only failures are causes', () => {
    const findings = [aFinding('pass'), aFinding('unknown'), aFinding('not-applicable')];
    expect(causesOf(aReport({ a: findings }))).toEqual([]);
  });
});

test('steps stand in order, each with its worst state and counts', () => {
  const report = aReport({
    a: [aFinding('pass'), aFinding('unknown')],
    b: [aFailure('x', { at: at(1) }), aFailure('x', { at: at(2), severity: 'blocker' })],
  });
  const summaries = summariseSteps(report);
  expect(summaries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(summaries[6]).toMatchObject({
    id: 'resilience',
    state: 'not-ready',
    notReady: 1,
    fails: { blocker: 1, risk: 1, improvement: 0 },
    unknowns: 1,
  });
  expect(summaries[0]).toMatchObject({ state: 'not-checked' });
  expect(countProblems(causesOf(report), 'risk')).toBe(1);
});
