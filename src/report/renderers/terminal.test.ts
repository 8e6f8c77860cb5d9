import { describe, expect, test } from 'vitest';
import { aFailure, aFinding, aReport } from '../../../tests/sample-report.ts';
import type { FailFinding, Finding, Report } from '../report.ts';
import { renderTerminal, type TerminalOptions } from './terminal.ts';

const usual: TerminalOptions = { root: '.', width: 80, color: false, severity: 'risk', all: false, quiet: false };
const render = (report: Report, options: Partial<TerminalOptions> = {}): string =>
  renderTerminal(report, { ...usual, ...options });
const at = (line: number, file = 'template.yaml'): FailFinding['at'] => ({ file, line, column: 1 });
const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, index) => aFailure('no-alarm', { at: at(index + 1), subject: `Queue${index}` }));

test('findings of one cause are merged: one in full, some by their places, the rest counted', () => {
  const text = render(aReport({ a: many(142) }));
  expect(text).toContain('RISK no-alarm 142 in 1 service');
  expect(text.match(/no-alarm fails\./g)).toHaveLength(1);
  expect(text).toMatch(/template\.yaml:3/);
  expect(text).toContain('… and 139 more (--only no-alarm --all)');
  expect(text.split('\n').length).toBeLessThan(30);
});

test('--all shows each of them', () => {
  expect(render(aReport({ a: many(142) }), { all: true }).match(/no-alarm fails\./g)).toHaveLength(142);
});

test('causes that lead beyond the first screen have a line each, and the last are counted', () => {
  const failures = (count: number) =>
    Array.from({ length: count }, (_, index) => aFailure(`check-${10 + index}`, { at: at(index + 1) }));
  const some = render(aReport({ a: failures(12) }));
  expect(some).toContain('check-10 fails.');
  expect(some).not.toContain('check-21 fails.');
  expect(some).toMatch(/^RISK check-21 1 \(--only check-21\)$/m);
  const many = render(aReport({ a: failures(80) }));
  expect(many).toMatch(/^… and \d+ more checks \(--all\)$/m);
  for (const text of [some, many]) expect(text.split('\n').length).toBeLessThanOrEqual(60);
});

test('a thousand services fit sixty lines', () => {
  const services = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`t.yaml#F${index}`, many(8)]));
  expect(render(aReport(services)).split('\n').length).toBeLessThanOrEqual(60);
});

test('what fails shows its place, its code, and its mend', () => {
  const fix = { title: 'Give it one.', safe: false, edits: [] };
  const text = render(aReport({ a: [aFailure('no-alarm', { at: at(7), fix })] }));
  expect(text).toMatch(/RISK no-alarm\n {2}no-alarm fails\.\n {4}template\.yaml:7 {2}x\n {4}→ Give it one\.\n/);
});

test('what is absent is not shown as if it stood there', () => {
  const place = { ...at(7), endLine: 7, endColumn: 2 };
  const failure = aFailure('no-alarm', { at: at(7), evidence: [{ ...place, text: 'Alarm', how: 'absent' }] });
  expect(render(aReport({ a: [failure] }))).toMatch(/template\.yaml:7 {2}Alarm \(not stated\)/);
});

describe('improvements', () => {
  const report = aReport({ a: [aFinding('fail', 'improvement')] });

  test('are folded away, and counted', () => {
    const text = render(report);
    expect(text).not.toContain('IMPROVEMENT');
    expect(text).toMatch(/1 improvement/);
    expect(text).toMatch(/^Ready/m);
  });

  test('unless they are asked for', () => {
    expect(render(report, { severity: 'improvement' })).toContain('IMPROVEMENT some-check');
  });
});

describe('the verdict', () => {
  test.for<[Finding[], Partial<Report>, RegExp]>([
    [[aFinding('pass')], {}, /^Ready in the \d+ steps? that (was|were) checked\./m],
    [[aFinding('unknown')], {}, /^Ready in the \d+ steps? that (was|were) checked\./m],
    [[aFinding('fail', 'blocker'), aFinding('pass')], {}, /^Not ready: 1 blocker\./m],
    [[aFinding('unknown')], { strict: true }, /^Not ready/m],
  ])('%#: $2', ([findings, given, verdict]) => expect(render(aReport({ a: findings }, given))).toMatch(verdict));

  test('nothing but a note where there is no service', () => {
    expect(render(aReport({}, { notes: ['No Python here.'] }))).toBe('No Python here.\n');
  });
});

test('--quiet leaves the steps and notes out', () => {
  const report = aReport(
    { a: many(1) },
    { notes: ['A note.'], unreadable: [{ file: 'x', line: 1, reason: 'gone', services: [] }] },
  );
  const text = render(report, { quiet: true });
  expect(text).not.toMatch(/A note|Runtime version|could not be read/);
  expect(text).toMatch(/^RISK no-alarm\n[^]*Not ready: 1 risk\./);
});

test('what could not be read is named, the rest counted', () => {
  const unreadable = Array.from({ length: 5 }, (_, index) => ({
    file: `f${index}`,
    line: 2,
    reason: 'broken',
    services: [],
  }));
  const text = render(aReport({ a: [aFinding('pass')] }, { unreadable }));
  expect(text).toMatch(/5 files could not be read.*\n {2}f0:2 broken\n {2}f1:2 broken\n {2}f2:2 broken\n.*2 more/);
});

test.for([40, 60, 80, 200])('messages, mends and code keep to %d columns', (width) => {
  const long = `${'words and '.repeat(30)}end`;
  const evidence = [{ ...at(7), endLine: 7, endColumn: 2, text: 'code '.repeat(40), how: 'literal' as const }];
  const failure = aFailure('no-alarm', {
    at: at(7),
    message: long,
    evidence,
    fix: { title: long, safe: true, edits: [] },
  });
  const lines = render(aReport({ a: [failure] }), { width, quiet: true }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
});

test('quoted text cannot speak to the terminal', () => {
  const report = aReport({
    'a\u001b[2J': [aFailure('no-alarm', { message: '\u001b]0;title\u0007', subject: '\u009b' })],
  });
  expect(render(report, { color: false })).not.toMatch(/[^\P{Cc}\n]/u);
});

describe('the last line says', () => {
  const verdict = (report: Report): string =>
    render(report, { width: 200 })
      .split('\n')
      .find((line) => /^(Not r|R)eady/.test(line)) ?? '';
  const notShown = { blocker: 0, risk: 4, improvement: 0, unproven: 2 };
  const unreadable = [
    { file: 'app.py', line: 2, reason: 'broken', services: ['a'] },
    { file: 'app.py', line: 9, reason: 'broken', services: ['a'] },
    { file: 'chart/x.yaml', line: 2, reason: 'broken', services: [] },
  ];

  test('in how many steps it is ready', () => {
    expect(verdict(aReport({ a: [aFinding('pass')] }))).toBe('Ready in the 1 step that was checked.');
  });

  test('that files of services could not be read', () => {
    expect(verdict(aReport({ a: [aFinding('pass')] }, { unreadable }))).toBe(
      'Ready in the 1 step that was checked, as far as it could be read: 1 file could not be.',
    );
  });

  test('what counts and is not shown', () => {
    const report = aReport({ a: [aFinding('pass')] }, { severity: 'blocker', notShown, ready: false });
    expect(verdict(report)).toContain('Not ready: 4 risks and 2 unproven, not shown (--severity blocker).');
    const some = aReport({ a: [aFinding('fail', 'blocker')] }, { severity: 'blocker', notShown });
    expect(verdict(some)).toMatch(/^Not ready: 1 blocker; 4 risks and 2 unproven, not shown/);
  });

  test('how much is unproven where that counts', () => {
    const shared = aFinding('unknown');
    const report = aReport({ a: [shared, aFailure('x')], b: [shared] }, { strict: true });
    expect(verdict(report)).toMatch(/^Not ready: 1 risk and 1 unproven\./);
    expect(render(report, { width: 200 })).toMatch(/7 Error handling.*: 1 risk and 1 unproven/);
  });

  test('options whole', () => {
    const report = aReport({ a: [aFinding('fail', 'improvement'), aFinding('pass')] });
    for (let width = 40; width < 100; width++) expect(render(report, { width })).toContain('--severity improvement');
  });
});

describe('of several services', () => {
  test('a finding names its own; one that several share, how many', () => {
    const shared = aFailure('b-shared', { at: at(9) });
    const text = render(aReport({ a: [aFailure('a-own'), shared], b: [shared], c: [shared] }));
    expect(text).toContain('template.yaml:3 (a)  x');
    expect(text).toContain('template.yaml:9 (3 services)');
  });

  test('one service alone is not named again', () => {
    expect(render(aReport({ a: [aFailure('a-own')] }))).toContain('template.yaml:3  x');
  });
});

describe('where lines are not cut', () => {
  test('evidence and lists are whole', () => {
    const place = { ...at(7), endLine: 7, endColumn: 2 };
    const code = 'code '.repeat(39).trim();
    const failure = aFailure('a-long', { evidence: [{ ...place, text: code, how: 'literal' }], at: at(7) });
    const text = render(aReport({ a: [failure, ...many(8)] }), { width: Infinity });
    expect(text).toContain(code);
    expect(text).toContain('template.yaml:8  Queue7');
    expect(text).not.toContain('… and');
  });

  test('the first screen is kept', () => {
    const failures = Array.from({ length: 80 }, (_, check) =>
      many(9).map((one) => ({ ...one, check: `check-${check}` })),
    );
    const text = render(aReport({ a: failures.flat() as Finding[] }), { width: Infinity });
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });
});

test('a folded place does not say its file twice', () => {
  const failures = Array.from({ length: 4 }, (_, index) =>
    aFailure('no-x', { at: at(1, `f${index}`), subject: `f${index}` }),
  );
  expect(render(aReport({ a: failures }))).toMatch(/^ {4}f1:1$/m);
});
