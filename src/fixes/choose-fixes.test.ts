import { expect, test } from 'vitest';
import type { ReportFix } from '../report/report.ts';
import { chooseFixes, editsByFile } from './choose-fixes.ts';

/** `3:5-3:9`, in `a.yaml` unless a file stands before it. */
function fix(...ranges: string[]): { fix: ReportFix } {
  const edits = ranges.map((range) => {
    const [, file = 'a.yaml', line, column, endLine, endColumn] =
      /^(?:(.+) )?(\d+):(\d+)-(\d+):(\d+)$/.exec(range) ?? [];
    const [a, b, c, d] = [line, column, endLine, endColumn].map(Number);
    return { file, line: a ?? 0, column: b ?? 0, endLine: c ?? 0, endColumn: d ?? 0, text: 'x' };
  });
  return { fix: { title: 'Mend it.', safe: true, edits } };
}
const unsafe = (one: { fix: ReportFix }): { fix: ReportFix } => ({ fix: { ...one.fix, safe: false } });

test.for<[string, { fix: ReportFix }[], string[]]>([
  ['one without edits', [fix()], ['by-hand']],
  ['one that is not safe', [unsafe(fix('1:1-1:2'))], ['unsafe']],
  ['two beside each other', [fix('1:1-1:2'), fix('1:2-1:3')], ['applied', 'applied']],
  ['two that touch the same text', [fix('1:1-3:2'), fix('2:9-2:9')], ['applied', 'overlapping']],
  ['two that write in one place', [fix('1:1-1:1'), fix('1:1-1:1', '2:1-2:1')], ['applied', 'overlapping']],
  ['the same places in other files', [fix('1:1-1:2'), fix('b.yaml 1:1-1:2')], ['applied', 'applied']],
  ['two that do the same', [fix('1:1-1:2'), fix('1:1-1:2')], ['applied', 'applied']],
  ['one that one left out would touch', [unsafe(fix('1:1-1:9')), fix('1:1-1:2')], ['unsafe', 'applied']],
])('%s', ([, found, outcomes]) => {
  expect(chooseFixes(found, false).map(({ outcome }) => outcome)).toEqual(outcomes);
});

test('what is not safe is done where that is asked for', () => {
  expect(chooseFixes([unsafe(fix('1:1-1:2'))], true)).toMatchObject([{ outcome: 'applied' }]);
});

test('edits by file, each once', () => {
  const chosen = chooseFixes([fix('1:1-1:2', 'b.yaml 2:1-2:2'), fix('1:1-1:2', 'b.yaml 2:1-2:2'), fix()], false);
  expect([...editsByFile(chosen)].map(([file, edits]) => [file, edits.length])).toEqual([
    ['a.yaml', 1],
    ['b.yaml', 1],
  ]);
});
