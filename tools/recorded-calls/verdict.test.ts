import { describe, expect, it } from 'vitest';
import type { Frame, Site } from './recordings.ts';
import { type CallRow, type CallsDocument, verdictOf } from './verdict.ts';

const frame = (file: string, line: number): Frame => ({ file, line, function: 'f', test: false });
const site: Site = {
  service: 's3',
  operation: 'PutObject',
  places: [frame('a.py', 12)],
  callers: [frame('b.py', 40)],
};
const row = (line: number, more: Partial<CallRow> = {}): CallRow => ({
  service: 's3',
  api: 'PutObject',
  certainty: 'resolved',
  file: 'a.py',
  line,
  ...more,
});
/** Every statement has three lines: the one before and the one behind. */
const statementAt = ({ line }: { readonly line: number }): { first: number; last: number } => ({
  first: line - 1,
  last: line + 1,
});
const judge = (document: Partial<CallsDocument>, judged = site): ReturnType<typeof verdictOf> =>
  verdictOf(judged, { calls: [], unresolved: [], ...document }, statementAt);

describe('verdictOf', () => {
  it.each<[what: string, calls: CallRow[], kind: string]>([
    ['the row of the line', [row(12)], 'resolved'],
    ['a row in the statement', [row(13)], 'resolved'],
    ['a row behind the statement', [row(14)], 'missed'],
    ['a row in front of the statement', [row(10)], 'missed'],
    ['a row of another file', [row(12, { file: 'c.py' })], 'missed'],
    ['a row of another operation', [row(12, { api: 'GetObject' })], 'missed'],
    ['a row of another service', [row(12, { service: 's3control' })], 'missed'],
    ['a guess', [row(12, { certainty: 'guessed' })], 'guessed'],
    ['a guess and a row', [row(12, { certainty: 'guessed' }), row(12)], 'resolved'],
  ])('judges %s', (_, calls, kind) => {
    expect(judge({ calls }).kind).toBe(kind);
  });

  it('knows what is listed as unresolved', () => {
    expect(judge({ unresolved: [{ file: 'a.py', line: 11 }] }).kind).toBe('unresolved');
    expect(judge({ unresolved: [{ file: 'a.py', line: 11 }], calls: [row(12)] }).kind).toBe('resolved');
    expect(judge({ unresolved: [{ file: 'a.py', line: 20 }] }).kind).toBe('missed');
  });

  it('takes a row at either place of a paginator', () => {
    const paged: Site = { ...site, places: [frame('a.py', 30), frame('c.py', 12)] };
    expect(judge({ calls: [row(30)] }, paged).kind).toBe('resolved');
    expect(judge({ calls: [row(12, { file: 'c.py' })] }, paged).kind).toBe('resolved');
  });

  it('says what was found instead', () => {
    expect(judge({ calls: [row(12, { api: 'GetObject' })] }).instead).toBe('here: s3.GetObject');
    const many = ['A', 'B', 'C', 'D', 'A'].map((api) => row(12, { api }));
    expect(judge({ calls: many }).instead).toBe('here: s3.A, s3.B, s3.C …');
    expect(judge({ calls: [row(40, { file: 'b.py' })] }).instead).toBe('at its caller b.py:40');
    expect(judge({})).toEqual({ kind: 'missed' });
  });
});
