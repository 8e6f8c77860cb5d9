import { describe, expect, it } from 'vitest';
import { compareSample, type FoundCall, type FoundCalls } from './compare.ts';
import { parseSample } from './sample.ts';

const row = (line: number, name: string, rest: Partial<FoundCall> = {}): FoundCall => {
  const [service, operation] = name.split('.') as [string, string];
  const usual = { through: null, certainty: 'resolved', identity: { kind: 'service' }, test: false, arguments: {} };
  return { service, operation, ...usual, file: 'main.py', line, ...rest };
};
const documentOf = (calls: FoundCall[], unresolvedAt: number[] = []): FoundCalls => ({
  calls,
  unresolved: unresolvedAt.map((line) => ({ file: 'main.py', line, reason: 'dynamic-value' })),
  unreadable: [],
});
const compare = (lines: string, document: FoundCalls): string[] =>
  compareSample(parseSample('kind/name', `# A purpose\n${lines}\n`), document);

describe('comparing a sample with what was found', () => {
  it('agrees where everything is found and nothing else', () => {
    const found = documentOf([row(2, 's3.a', { arguments: { A: { value: 'x' }, B: { value: 1 } } })], [3]);
    expect(compare("a()  #> s3.a A='x'\nb()  #> unresolved", found)).toEqual([]);
  });

  it.each<[string, string, FoundCalls, string]>([
    ['a row is missing', 'a()  #> s3.a', documentOf([]), 'main.py:2: s3.a is missing'],
    ['a row is too many', 'a()', documentOf([row(2, 's3.a')]), 'main.py:2: s3.a (resolved) is not expected'],
    ['a second row', 'a()  #> s3.a', documentOf([row(2, 's3.a'), row(2, 's3.a')]), 's3.a (resolved) is not expected'],
    ['a guess', 'a()  #> s3.a', documentOf([row(2, 's3.a', { certainty: 'guessed' })]), 'is guessed, not resolved'],
    ['nothing unresolved', 'a()  #> unresolved', documentOf([]), 'main.py:2: nothing is unresolved'],
    ['too much unresolved', 'a()', documentOf([], [2]), 'main.py:2: unresolved (dynamic-value) is not expected'],
    ['another reason', 'a()  #> unresolved external-code', documentOf([], [2]), 'for dynamic-value, not external-code'],
    [
      'another way',
      'a()  #> s3.a',
      documentOf([row(2, 's3.a', { through: 'presigned' })]),
      'through presigned, not null',
    ],
    ['no way', 'a()  #> s3.a through=*', documentOf([row(2, 's3.a')]), 'goes through null, not *'],
    ['a test', 'a()  #> s3.a', documentOf([row(2, 's3.a', { test: true })]), 'has test true'],
    ['another identity', 'a()  #> s3.a', documentOf([row(2, 's3.a', { identity: { kind: 'keys' } })]), '"keys"'],
    ['no argument', "a()  #> s3.a A='x'", documentOf([row(2, 's3.a')]), 's3.a has A undefined, not {"value":"x"}'],
    ['neither', 'a()  #> either s3.a\nb()  #> either s3.a', documentOf([]), 's3.a is missing on each of its lines'],
  ])('says that there is %s', (_, lines, found, difference) => {
    const differences = compare(lines, found);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain(difference);
  });

  it.each<[string, object, boolean]>([
    ["A=$X|'d'", { environment: 'X', default: 'd' }, true],
    ["A=$X|'d'", { environment: 'X', default: 'e' }, false],
    ['A=$X', { environment: 'X', default: null }, true],
    ['A=$X', { environment: 'X', default: 'd' }, false],
    ["A=$X|$Y|'d'", { environment: 'X', default: { environment: 'Y', default: 'd' } }, true],
    ["A='a'|'b'", { anyOf: [{ value: 'b' }, { value: 'a' }] }, true],
    ["A='a'|'b'", { anyOf: [{ value: 'b' }, { value: 'a' }, { value: 'c' }] }, false],
    ['A=?', { unknown: 'external-code' }, true],
    ['A=?dynamic-value', { unknown: 'external-code' }, false],
    ["A~'a/*'", { pattern: 'a/*' }, true],
    ["A='a/*'", { pattern: 'a/*' }, false],
    ['A={}', { object: { x: { value: 1 } } }, true],
    ['A={}', { unknown: 'dynamic-value' }, false],
    ['A=*', { unknown: 'dynamic-value' }, true],
  ])('holds %s against %j', (text, value, same) => {
    const differences = compare(`a()  #> s3.a ${text}`, documentOf([row(2, 's3.a', { arguments: { A: value } })]));
    expect(differences.length === 0).toBe(same);
  });

  it('is content with one line of several, and with further rows where they may be', () => {
    expect(compare('a()  #> either s3.a\nb()  #> either s3.a', documentOf([row(3, 's3.a')]))).toEqual([]);
    expect(compare('a()  #> s3.a ...', documentOf([row(2, 's3.a'), row(2, 's3.b')]))).toEqual([]);
  });

  it('names the profile and the role of an identity', () => {
    const found = documentOf([row(2, 's3.a', { identity: { kind: 'profile', profile: { value: 'dev' } } })]);
    expect(compare("a()  #> s3.a identity=profile('dev')", found)).toEqual([]);
    expect(compare("a()  #> s3.a identity=profile('live')", found)).toHaveLength(1);
  });
});

describe('a sample', () => {
  it('keeps the lines of the whole text in each of its files', () => {
    const sample = parseSample('kind/name', '# A purpose\nimport a\n# file: p/a.py\nx()  #> s3.a\n');
    expect(Object.keys(sample.files)).toEqual(['main.py', 'p/a.py']);
    expect(sample.files['p/a.py']).toBe('\n\n# file: p/a.py\nx()  #> s3.a\n\n');
    expect(sample.lines.map(({ file, line }) => `${file}:${line}`)).toEqual(['p/a.py:4']);
  });

  it('may name its first file, and must have a purpose', () => {
    expect(Object.keys(parseSample('k/n', '# A purpose\n# file: a.py\nx = 1\n').files)).toEqual(['a.py']);
    expect(() => parseSample('k/n', 'import a\n')).toThrow('k/n:1: the purpose is missing');
    expect(() => parseSample('k/n', '# A purpose\na()  #> s3\n')).toThrow('k/n:2: “s3” is no service.operation');
  });
});
