import { describe, expect, test } from 'vitest';
import { aFinding, aReport } from '../../tests/sample-report.ts';
import type { Finding } from './report.ts';
import { countsAgainst, stepState, type Threshold } from './state.ts';

const usual: Threshold = { failOn: 'risk', strict: false };
const strict: Threshold = { failOn: 'risk', strict: true };
const [pass, none] = [aFinding('pass'), aFinding('not-applicable')];
const [blocker, risk, improvement] = [
  aFinding('fail', 'blocker'),
  aFinding('fail', 'risk'),
  aFinding('fail', 'improvement'),
];
const [unknown, mildUnknown] = [aFinding('unknown', 'risk'), aFinding('unknown', 'improvement')];

const suppressed = (finding: Finding): Finding => ({
  ...finding,
  suppressed: { reason: 'ours', file: 'app.py', line: 1 },
});

const rows: [findings: Finding[], threshold: Threshold, state: string][] = [
  [[], usual, 'not-checked'],
  [[none], usual, 'not-applicable'],
  [[none, pass], usual, 'ready'],
  [[pass, improvement], usual, 'ready'],
  [[improvement], usual, 'ready'],
  [[pass, unknown], usual, 'unproven'],
  [[none, unknown], usual, 'unproven'],
  [[improvement, unknown], usual, 'unproven'],
  [[pass, unknown, risk], usual, 'not-ready'],
  [[blocker], usual, 'not-ready'],
  [[risk], { failOn: 'blocker', strict: false }, 'ready'],
  [[blocker], { failOn: 'blocker', strict: false }, 'not-ready'],
  [[improvement], { failOn: 'improvement', strict: false }, 'not-ready'],
  [[pass, unknown], strict, 'not-ready'],
  [[pass, mildUnknown], strict, 'unproven'],
  [[unknown], { failOn: 'blocker', strict: true }, 'unproven'],
  [[pass, none], strict, 'ready'],
  [[none], strict, 'not-applicable'],
  [[], strict, 'not-checked'],
  [[suppressed(blocker)], usual, 'ready'],
  [[suppressed(unknown)], strict, 'ready'],
  [[{ ...risk, inBaseline: true }], usual, 'ready'],
  [[{ ...unknown, inBaseline: true }, blocker], usual, 'not-ready'],
];

const counted = (findings: readonly Finding[], threshold: Threshold): Finding[] =>
  findings.map((finding) => ({ ...finding, counts: countsAgainst(finding, threshold) }));

describe('the state of a step', () => {
  test.for(rows)('%#: $2', ([findings, threshold, state]) => {
    expect(stepState(counted(findings, threshold))).toBe(state);
    expect(stepState(counted(findings.toReversed(), threshold))).toBe(state);
  });
});

describe('a report is ready', () => {
  test('where nothing counts against any service', () => {
    expect(aReport({ a: [pass, improvement, unknown], b: [none] }).ready).toBe(true);
    expect(aReport({}).ready).toBe(true);
  });

  test('not where one service is not', () => expect(aReport({ a: [pass], b: [risk] }).ready).toBe(false));

  test('not where the repository itself fails', () => {
    expect(aReport({ a: [pass] }, { repository: { findings: [risk] } }).ready).toBe(false);
  });

  test('not where it is strict and something is unknown', () => {
    expect(aReport({ a: [unknown] }, { strict: true }).ready).toBe(false);
  });
});
