// Compares our reader of HCL with the one in Go that Terraform uses, over folders:
//   node tools/hcl-compare/index.ts FOLDER …
// Builds main.go beside it (Go and its modules are needed), reads every .tf, .tfvars and .hcl file, and those in JSON, with both, and
// prints each file that only one of them refuses and each whose trees differ. Ends with 1 if there is any.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHcl, parseHclJson } from '../../src/syntax/hcl/index.ts';
import { jsonBody, jsonDifference } from './json-tree.ts';
import { difference, TreeWriter } from './tree.ts';

interface Answer {
  readonly file: string;
  readonly errors: number;
  readonly line: number;
  readonly first: string;
  readonly tree: Parameters<typeof difference>[1] | null;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesOf(path);
    return entry.isFile() && /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$/.test(entry.name) ? [path] : [];
  });
}

function answersOf(files: readonly string[]): Answer[] {
  const scratch = mkdtempSync(join(tmpdir(), 'hcl-compare-'));
  try {
    const program = join(scratch, 'hcl-compare');
    execFileSync('go', ['build', '-o', program, '.'], { cwd: import.meta.dirname, stdio: 'inherit' });
    const run = spawnSync(program, [], { input: files.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 });
    return run.stdout.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Answer)));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const count = { files: 0, same: 0, refusedByBoth: 0, sameLine: 0, onlyOurs: 0, onlyTheirs: 0, different: 0 };

for (const answer of answersOf(process.argv.slice(2).flatMap(filesOf))) {
  const text = readFileSync(answer.file, 'utf8');
  const isJson = answer.file.endsWith('.json');
  const ours = isJson ? parseHclJson(text, {}) : parseHcl(text);
  const [fault] = ours.faults;
  count.files++;
  if (answer.errors > 0 && fault) {
    count.refusedByBoth++;
    if (ours.lines.position(fault.start).line === answer.line) count.sameLine++;
  } else if (fault) {
    count.onlyOurs++;
    console.log(`only ours refuses ${answer.file}:${ours.lines.position(fault.start).line}: ${fault.message}`);
  } else if (answer.errors > 0) {
    count.onlyTheirs++;
    console.log(`only theirs refuses ${answer.file}:${answer.line}: ${answer.first}`);
  } else {
    const found = isJson
      ? jsonDifference(jsonBody(ours.body), answer.tree)
      : difference(new TreeWriter(text).body(ours.body), answer.tree ?? []);
    if (found === undefined) count.same++;
    else {
      count.different++;
      console.log(`different ${answer.file} ${found}`);
    }
  }
}
console.log(count);
process.exitCode = count.onlyOurs + count.onlyTheirs + count.different > 0 ? 1 : 0;
