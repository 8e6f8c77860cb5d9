// Compares our reader of Bicep with pycep-parser and tree-sitter-bicep (PyPI), over folders:
//   node tools/bicep-compare/index.ts [--python PYTHON] FOLDER …
// PYTHON is one that has both, and tree-sitter. Each .bicep file is read by all three; printed are the files that we
// refuse and one of them takes. What the others refuse alone is only counted: they know less of the language.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBicep } from '../../src/syntax/bicep/index.ts';

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});

interface Opinion {
  readonly file: string;
  readonly pycep: boolean;
  readonly treeSitter: boolean;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesOf(path);
    return entry.isFile() && entry.name.endsWith('.bicep') ? [path] : [];
  });
}

const run = spawnSync(values.python, [join(import.meta.dirname, 'opinions.py')], {
  input: positionals.flatMap(filesOf).join('\n'),
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const count = {
  files: 0,
  allTake: 0,
  allRefuse: 0,
  onlyPycepRefuses: 0,
  onlyTreeSitterRefuses: 0,
  onlyWeTake: 0,
  onlyWeRefuse: 0,
  weRefuseWithOne: 0,
};
for (const line of run.stdout.split('\n').filter(Boolean)) {
  const { file, pycep, treeSitter } = JSON.parse(line) as Opinion;
  const ours = parseBicep(readFileSync(file, 'utf8'));
  const [fault] = ours.faults;
  count.files++;
  if (fault === undefined) {
    if (pycep && treeSitter) count.allTake++;
    else if (pycep) count.onlyTreeSitterRefuses++;
    else if (treeSitter) count.onlyPycepRefuses++;
    else count.onlyWeTake++;
  } else if (!pycep && !treeSitter) count.allRefuse++;
  else {
    count[pycep && treeSitter ? 'onlyWeRefuse' : 'weRefuseWithOne']++;
    const who = [pycep ? 'pycep' : '', treeSitter ? 'tree-sitter' : ''].filter(Boolean).join(' and ');
    console.log(`${file}:${ours.lines.position(fault.start).line}: ${fault.message}; taken by ${who}`);
  }
}
console.log(count);
process.exitCode = run.status === 0 ? 0 : 1;
