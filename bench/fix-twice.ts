// Plans the fixes of repositories, applies them in memory, and plans again until nothing more is to be done: no file may
// read worse than before, and none may change for ever:
//   node bench/fix-twice.ts --clones DIR [--folders] [NAME…]
// With --folders each folder of a repository is one of its own. Prints counts of fixes by check and outcome, how many runs
// it took, and what broke a rule; ends with 1 then.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planFixes } from '../src/engine/fix.ts';
import { openRepository } from '../src/repository/disk.ts';
import type { Repository } from '../src/repository/repository.ts';
import { snapshot } from '../src/repository/snapshot.ts';

const mostRuns = 6;

const { values, positionals } = parseArgs({
  options: { clones: { type: 'string' }, folders: { type: 'boolean' } },
  allowPositionals: true,
});
const { clones } = values;
if (clones === undefined) throw new Error('--clones DIR is missing');
const names = positionals.length > 0 ? positionals : readdirSync(clones).sort();
const folders = values.folders === true ? names.flatMap(foldersOf) : names;
const counts: Record<string, Record<string, number>> = {};
const runs: Record<number, number> = {};
const broken: string[] = [];
for (const folder of folders) await fixed(folder, openRepository(join(clones, folder)));
console.table(counts);
console.log(`repositories by runs: ${JSON.stringify(runs)}`);
for (const line of broken) console.log(line);
process.exitCode = broken.length > 0 ? 1 : 0;

function foldersOf(name: string): string[] {
  const found = readdirSync(join(clones ?? '', name), { withFileTypes: true });
  return found.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((one) => join(name, one.name));
}

async function fixed(name: string, disk: Repository): Promise<void> {
  const changed = new Map<string, Uint8Array>();
  const repository = snapshot(disk.files, disk, (file) => {
    const bytes = changed.get(file);
    return bytes === undefined ? disk.read(file) : { ok: true, bytes };
  });
  let unreadable: number | undefined;
  for (let run = 0; run <= mostRuns; run++) {
    const { document, changes } = await planFixes(repository, { unsafe: true, today: '2026-11-21' });
    unreadable ??= document.unreadable.length;
    if (document.unreadable.length > unreadable) broken.push(`${name} reads worse after run ${run}`);
    if (run === 0) for (const { check, outcome } of document.fixes) count(check, outcome);
    if (changes.length === 0) {
      runs[run] = (runs[run] ?? 0) + 1;
      return;
    }
    if (run > 0) {
      for (const { check, outcome } of document.fixes)
        if (outcome === 'applied') count(check, `again (run ${run + 1})`);
    }
    for (const { file, after } of changes) changed.set(file, after);
  }
  broken.push(`${name} still changes after ${mostRuns} runs`);
}

function count(check: string, outcome: string): void {
  const row = (counts[check] ??= {});
  row[outcome] = (row[outcome] ?? 0) + 1;
}
