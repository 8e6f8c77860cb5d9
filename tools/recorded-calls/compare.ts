// Compares the AWS operations that test suites performed (record_calls.py) with what `skyworthy calls` says:
//   node tools/recorded-calls/compare.ts CLONES RECORDINGS [CALLS]
// RECORDINGS holds NAME.jsonl for each folder CLONES/NAME that was recorded; CALLS, if given, NAME.json, the output of
// `skyworthy calls CLONES/NAME --format json`, else the built program is run. Rows that no test performed are not judged.
// Ends with 1 if fewer sites than wanted were found.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, type Recorded, readRecordings, type Site } from './recordings.ts';
import { type LineRange, statementLines } from './statement-lines.ts';
import { type CallsDocument, type StatementAt, type Verdict, verdictOf } from './verdict.ts';

const wanted = 0.98;

const [clones, recordings, calls] = process.argv.slice(2);
if (clones === undefined || recordings === undefined) {
  console.error('usage: node tools/recorded-calls/compare.ts CLONES RECORDINGS [CALLS]');
  process.exit(2);
}

interface Judged extends Verdict {
  readonly site: Site;
}

function documentOf(name: string, clone: string): CallsDocument {
  if (calls !== undefined) return JSON.parse(readFileSync(join(calls, `${name}.json`), 'utf8')) as CallsDocument;
  const program = join(import.meta.dirname, '../../dist/skyworthy.js');
  const text = execFileSync(process.execPath, [program, 'calls', clone, '--format', 'json'], { maxBuffer: 2 ** 30 });
  return JSON.parse(text.toString()) as CallsDocument;
}

function statementsOf(clone: string): StatementAt {
  const files = new Map<string, (line: number) => LineRange>();
  return ({ file, line }: Place): LineRange => {
    const lines = files.get(file) ?? statementLines(readFileSync(join(clone, file)));
    files.set(file, lines);
    return lines(line);
  };
}

function figures(judged: readonly Judged[]): string {
  const count = (kind: Verdict['kind']): number => judged.filter((one) => one.kind === kind).length;
  const kinds = (['resolved', 'guessed', 'unresolved', 'missed'] as const).map((kind) => `${count(kind)} ${kind}`);
  return `${judged.length} sites outside tests: ${kinds.join(', ')}; recall ${(100 * recall(judged)).toFixed(1)} %`;
}

function recall(judged: readonly Judged[]): number {
  if (judged.length === 0) return 1;
  return judged.filter(({ kind }) => kind === 'resolved' || kind === 'guessed').length / judged.length;
}

function show(name: string, recorded: Recorded, judged: readonly Judged[]): void {
  const { performed, inTests, throughLibraries, unreadable } = recorded;
  console.log(`${name}: ${figures(judged)}`);
  console.log(
    `  ${performed} operations performed; ${inTests} sites in tests, ${throughLibraries} through libraries, not judged` +
      (unreadable > 0 ? `; ${unreadable} lines could not be read` : ''),
  );
  for (const { kind, site, instead } of judged) {
    if (kind !== 'unresolved' && kind !== 'missed') continue;
    const [{ file, line, function: caller }] = site.places;
    const found = instead === undefined ? '' : `; ${instead}`;
    console.log(`  ${kind} ${file}:${line} ${site.service}.${site.operation} in ${caller}${found}`);
  }
}

function compare(name: string): Judged[] {
  const clone = join(clones ?? '', name);
  const recorded = readRecordings(readFileSync(join(recordings ?? '', `${name}.jsonl`), 'utf8'));
  const document = documentOf(name, clone);
  const statementAt = statementsOf(clone);
  const judged = recorded.sites.map((site) => ({ ...verdictOf(site, document, statementAt), site }));
  show(name, recorded, judged);
  return judged;
}

const names = readdirSync(recordings)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length))
  .sort();
const all = names.flatMap(compare);
console.log(`${names.length} repositories, ${figures(all)}`);
process.exitCode = recall(all) < wanted ? 1 : 0;
