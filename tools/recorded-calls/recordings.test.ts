import { describe, expect, it } from 'vitest';
import { type Frame, type Recording, readRecordings } from './recordings.ts';

const frame = (file: string, line: number, test = false): Frame => ({ file, line, function: 'f', test });
const put = (stack: readonly Frame[], more: Partial<Recording> = {}): Recording => ({
  service: 's3',
  operation: 'PutObject',
  stack,
  ...more,
});
const read = (...rows: readonly unknown[]): ReturnType<typeof readRecordings> =>
  readRecordings(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

describe('readRecordings', () => {
  it('joins what processes saw of one place', () => {
    const { sites, performed } = read(
      put([frame('a.py', 1), frame('b.py', 2)]),
      { operations: 3 },
      put([frame('a.py', 1), frame('c.py', 4)]),
      { operations: 4 },
    );
    expect(performed).toBe(7);
    expect(sites).toHaveLength(1);
    expect(sites[0]?.callers).toEqual([frame('b.py', 2), frame('c.py', 4)]);
  });

  it.each([
    ['another operation', put([frame('a.py', 1)], { operation: 'GetObject' })],
    ['another service', put([frame('a.py', 1)], { service: 's3control' })],
    ['another line', put([frame('a.py', 2)])],
    ['another file', put([frame('b.py', 1)])],
  ])('keeps %s apart', (_, other) => {
    expect(read(put([frame('a.py', 1)]), other).sites).toHaveLength(2);
  });

  it('puts a step of a paginator where its pages were got, also if tests iterate', () => {
    const { sites, inTests } = read(put([frame('tests/a.py', 9, true)], { made: frame('a.py', 1) }));
    expect(sites.map(({ places }) => places.map(({ file }) => file))).toEqual([['a.py', 'tests/a.py']]);
    expect(inTests).toBe(0);
  });

  it('counts tests and libraries apart, and lines that are cut off', () => {
    const row = JSON.stringify(put([frame('tests/a.py', 1, true)]));
    const library = JSON.stringify(put([frame('a.py', 1)], { via: 's3fs' }));
    expect(readRecordings(`${row}\n${library}\n{"service": "s3", "op`)).toEqual({
      performed: 0,
      sites: [],
      inTests: 1,
      throughLibraries: 1,
      unreadable: 1,
    });
  });
});
