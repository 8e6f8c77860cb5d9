// What `calls` found in a sample, against what the sample expects: differences as sentences.

import type { ExpectedIdentity, ExpectedRow, ExpectedValue } from './expectation.ts';
import type { Sample } from './sample.ts';

/** The part of the calls document that samples speak of. */
export interface FoundCalls {
  readonly calls: readonly FoundCall[];
  readonly unresolved: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  readonly unreadable: readonly { readonly file: string }[];
}

export interface FoundCall {
  readonly service: string;
  readonly operation: string;
  readonly through: string | null;
  readonly certainty: string;
  readonly identity: object;
  readonly test: boolean;
  readonly file: string;
  readonly line: number;
  readonly arguments: Readonly<Record<string, object>>;
}

type Fields = Readonly<Record<string, unknown>>;
const show = (thing: unknown): string => JSON.stringify(thing);

/** True if a value of the document is the expected one. */
function isValue(expected: ExpectedValue, found: object | undefined): boolean {
  if (found === undefined) return false;
  const fields = found as Fields;
  if ('any' in expected) return true;
  if ('object' in expected) return 'object' in fields;
  if ('unknown' in expected)
    return 'unknown' in fields && (expected.unknown ?? fields['unknown']) === fields['unknown'];
  if ('environment' in expected) {
    if (fields['environment'] !== expected.environment) return false;
    const fallback = fields['default'] ?? null;
    return expected.default === undefined ? fallback === null : isDefault(expected.default, fallback);
  }
  if ('anyOf' in expected) {
    const members = fields['anyOf'];
    if (!Array.isArray(members) || members.length !== expected.anyOf.length) return false;
    return expected.anyOf.every((one) => members.some((member: object) => isValue(one, member)));
  }
  return show(found) === show(expected);
}

/** A default that is constant stands in the document as it is, any other as a value. */
function isDefault(expected: ExpectedValue, found: unknown): boolean {
  if ('value' in expected && found === expected.value) return true;
  return typeof found === 'object' && found !== null && isValue(expected, found);
}

function isIdentity(expected: ExpectedIdentity, found: Fields): boolean {
  if (found['kind'] !== expected.kind) return false;
  const of = found['role'] ?? found['profile'];
  return expected.of === undefined || isValue(expected.of, of as object | undefined);
}

/** How a row that names the expected operation differs from it, in words; empty if it does not. */
function differencesOf(expected: ExpectedRow, found: FoundCall): string[] {
  const differences: string[] = [];
  const certainty = expected.certainty === 'guessed' ? 'guessed' : 'resolved';
  const through = expected.through === '*' ? (found.through ?? '*') : expected.through;
  if (found.certainty !== certainty) differences.push(`is ${found.certainty}, not ${certainty}`);
  if (found.through !== through) differences.push(`goes through ${found.through}, not ${through}`);
  if (found.test !== expected.test) differences.push(`has test ${found.test}`);
  if (!isIdentity(expected.identity, found.identity as Fields))
    differences.push(`has the identity ${show(found.identity)}, not ${show(expected.identity)}`);
  for (const [name, value] of expected.arguments) {
    if (!isValue(value, found.arguments[name]))
      differences.push(`has ${name} ${show(found.arguments[name])}, not ${show(value)}`);
  }
  return differences;
}

/** Takes the row that fits best out of `found`; says how it differs, or that there is none. */
function takeRow(expected: ExpectedRow, found: FoundCall[]): string[] {
  const name = `${expected.service}.${expected.operation}`;
  const same = found.filter((call) => `${call.service}.${call.operation}` === name);
  if (same.length === 0) return [`${name} is missing`];
  const judged = same.map((call) => ({ call, differences: differencesOf(expected, call) }));
  const best = judged.reduce((a, b) => (b.differences.length < a.differences.length ? b : a));
  found.splice(found.indexOf(best.call), 1);
  return best.differences.map((difference) => `${name} ${difference}`);
}

const isEither = (row: ExpectedRow): boolean => row.certainty === 'either';

/** Of the lines marked `either` for one operation, one or more must have it. */
function missingEither(sample: Sample, found: ReadonlySet<string>): string[] {
  const rows = sample.lines.flatMap(({ expectations }) => expectations).filter((one) => one.kind === 'row');
  const names = new Set(rows.filter(isEither).map((row) => `${row.service}.${row.operation}`));
  return [...names].filter((name) => !found.has(name)).map((name) => `${name} is missing on each of its lines`);
}

/** Compares what was found in a sample's files with its expectations. One sentence for each difference; none: it agrees. */
export function compareSample(sample: Sample, document: FoundCalls): string[] {
  const calls = [...document.calls];
  const unresolved = [...document.unresolved];
  const differences = document.unreadable.map(({ file }) => `${file} is unreadable`);
  const eithers = new Set<string>();
  for (const { file, line, expectations } of sample.lines) {
    const isHere = (place: { file: string; line: number }): boolean => place.file === file && place.line === line;
    const here = calls.filter(isHere);
    const open = unresolved.filter(isHere);
    const say = (difference: string): number => differences.push(`${file}:${line}: ${difference}`);
    for (const one of expectations) {
      if (one.kind === 'unresolved') {
        const entry = open.shift();
        if (entry === undefined) say('nothing is unresolved');
        else if (one.reason !== null && entry.reason !== one.reason)
          say(`is unresolved for ${entry.reason}, not ${one.reason}`);
        continue;
      }
      const before = here.length;
      const said = takeRow(one, here);
      if (isEither(one) && here.length < before) eithers.add(`${one.service}.${one.operation}`);
      if (!isEither(one) || here.length < before) said.forEach(say);
    }
    const more = expectations.some((one) => one.kind === 'row' && one.andMore);
    if (!more) for (const call of here) say(`${call.service}.${call.operation} (${call.certainty}) is not expected`);
    for (const entry of open) say(`unresolved (${entry.reason}) is not expected`);
  }
  const marked = new Set(sample.lines.map(({ file, line }) => `${file}:${line}`));
  for (const call of calls.filter(({ file, line }) => !marked.has(`${file}:${line}`)))
    differences.push(
      `${call.file}:${call.line}: ${call.service}.${call.operation} (${call.certainty}) is not expected`,
    );
  for (const entry of unresolved.filter(({ file, line }) => !marked.has(`${file}:${line}`)))
    differences.push(`${entry.file}:${entry.line}: unresolved (${entry.reason}) is not expected`);
  return [...differences, ...missingEither(sample, eithers)];
}
