import { describe, expect, it } from 'vitest';
import { type Expectation, type ExpectedRow, parseExpectations } from './expectation.ts';

const rowOf = (text: string): ExpectedRow => {
  const [first] = parseExpectations(text) as [Expectation];
  if (first.kind !== 'row') throw new Error('not a row');
  return first;
};

describe('expectations', () => {
  it('reads a bare row with what it means to leave a field out', () => {
    expect(rowOf('s3.get_object')).toMatchObject({
      certainty: 'resolved',
      service: 's3',
      operation: 'get_object',
      through: null,
      identity: { kind: 'service' },
      test: false,
      andMore: false,
    });
  });

  it('reads every field', () => {
    const row = rowOf('guessed sagemaker-runtime.x through=paginator:x identity=assumed-role($R) test A=1 ...');
    expect(row).toMatchObject({ certainty: 'guessed', service: 'sagemaker-runtime', through: 'paginator:x' });
    expect(row).toMatchObject({ identity: { kind: 'assumed-role', of: { environment: 'R' } }, test: true });
    expect(row.andMore).toBe(true);
  });

  it.each([
    ["A='x y'", { value: 'x y' }],
    ["A='it\\'s'", { value: "it's" }],
    ['A=5', { value: 5 }],
    ['A=True', { value: true }],
    ['A=None', { value: null }],
    ["A~'a/*'", { pattern: 'a/*' }],
    ["A=~'a/*'", { pattern: 'a/*' }],
    ['A=$X', { environment: 'X' }],
    ["A=$X|$Y|'z'", { environment: 'X', default: { environment: 'Y', default: { value: 'z' } } }],
    ['A=?', { unknown: null }],
    ['A=?dynamic-value', { unknown: 'dynamic-value' }],
    ["A='a'|'b'|$C", { anyOf: [{ value: 'a' }, { value: 'b' }, { environment: 'C' }] }],
    ['A={}', { object: true }],
    ['A=*', { any: true }],
  ])('reads the argument %s', (text, value) => {
    expect(rowOf(`s3.x ${text}`).arguments.get('A')).toEqual(value);
  });

  it('reads several, and what is unresolved', () => {
    const all = parseExpectations("s3.a B='x;y'; either s3.b; unresolved external-code; unresolved");
    expect(all.map((one) => (one.kind === 'row' ? one.certainty : one.reason))).toEqual([
      'resolved',
      'either',
      'external-code',
      null,
    ]);
  });

  it.each(['', 's3', 'get_object', "s3.x A='", 's3.x A', 's3.x A=', 's3.x A=b', 's3.x;', 'unresolved a b', 's3.x &'])(
    'refuses “%s”',
    (text) => {
      expect(() => parseExpectations(text)).toThrow(/./);
    },
  );
});
