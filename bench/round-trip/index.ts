// Reads every file of each format in repositories: unedited it must give the same bytes, and a random edit may touch no
// line but those of what it edits (for what is put in or taken out, their neighbours, where the commas are):
//   node bench/round-trip/index.ts --clones DIR [--edits N] [--seed N] [NAME…]
// The draw is that of the seed. Prints a row for each format, and the first files that break a rule; ends with 1 then.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRepository, readFile } from '../../src/repository/disk.ts';
import { parseBicep } from '../../src/syntax/bicep/index.ts';
import type { DataTree } from '../../src/syntax/data-tree.ts';
import { parseDockerfile } from '../../src/syntax/dockerfile/index.ts';
import { dotenvEdits, parseDotenv } from '../../src/syntax/dotenv/index.ts';
import { applyEdits, type DataEdits } from '../../src/syntax/edit.ts';
import { formatOf, type TextFormat } from '../../src/syntax/formats.ts';
import { parseHcl } from '../../src/syntax/hcl/index.ts';
import { iniEdits, parseIni } from '../../src/syntax/ini/index.ts';
import { jsonEdits, parseJson } from '../../src/syntax/json/index.ts';
import type { Lines } from '../../src/syntax/lines.ts';
import { parseToml, tomlEdits } from '../../src/syntax/toml/index.ts';
import { parseYaml, yamlEdits } from '../../src/syntax/yaml/index.ts';
import { bicepTrial, dockerfileTrial, hclTrial } from './code-files.ts';
import { dataTrial } from './data-files.ts';
import { drawer } from './draw.ts';
import type { Trial } from './trial.ts';

type Draw = (below: number) => number;

/** A text that was read, ready for random edits. */
interface Read {
  readonly text: string;
  readonly lines: Lines;
  readonly faults: readonly unknown[];
  trial(draw: Draw): Trial | undefined;
}

const data = (tree: DataTree, edits: DataEdits): Read => ({
  text: tree.text,
  lines: tree.lines,
  faults: tree.faults,
  trial: (draw) => dataTrial(tree, edits, draw),
});

const readers: Partial<Record<TextFormat, (text: string) => Read>> = {
  yaml: (text) => data(parseYaml(text), yamlEdits),
  json: (text) => data(parseJson(text), jsonEdits),
  jsonc: (text) => data(parseJson(text, { jsonc: true }), jsonEdits),
  toml: (text) => data(parseToml(text), tomlEdits),
  ini: (text) => data(parseIni(text), iniEdits),
  dotenv: (text) => data(parseDotenv(text), dotenvEdits),
  hcl: (text) => withTrial(parseHcl(text), hclTrial),
  bicep: (text) => withTrial(parseBicep(text), bicepTrial),
  dockerfile: (text) => withTrial(parseDockerfile(text), dockerfileTrial),
};

function withTrial<File extends Omit<Read, 'trial'>>(
  file: File,
  trial: (file: File, draw: Draw) => Trial | undefined,
): Read {
  return { ...file, trial: (draw) => trial(file, draw) };
}

/** The lines that an edit touches beyond those that it may. */
function strayLines({ lines }: Read, { kind, edits = [], start, end, holder }: Trial): number {
  const slack = kind === 'set' ? 0 : 1;
  const first = lines.position(start).line - slack;
  const last = lines.position(end).line + slack;
  const held = holder === undefined ? 0 : lines.position(holder).line;
  return edits.reduce((sum, edit) => {
    const [from, to] = [lines.position(edit.start).line, lines.position(edit.end).line];
    if (from === held && to === held) return sum;
    const behind = edit.end > edit.start && lines.position(edit.end).column === 1 ? to - 1 : to;
    return sum + Math.max(0, first - from) + Math.max(0, behind - last - (edit.start === edit.end ? 1 : 0));
  }, 0);
}

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    edits: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
if (values.clones === undefined)
  throw new Error('usage: node bench/round-trip/index.ts --clones DIR [--edits N] [--seed N] [NAME…]');
const draw = drawer(Number(values.seed));
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const table: Record<
  string,
  Record<'files' | 'not UTF-8' | 'with faults' | 'same bytes' | 'edits' | 'refused' | 'stray', number>
> = {};
const broken: string[] = [];

for (const name of positionals.length > 0 ? positionals : readdirSync(values.clones).sort()) {
  const folder = join(values.clones, name);
  for (const file of openRepository(folder).files) {
    const format = formatOf(file);
    const reader = format && readers[format];
    const content = reader && readFile(join(folder, file));
    if (!reader || !content?.ok) continue;
    table[format] ??= { files: 0, 'not UTF-8': 0, 'with faults': 0, 'same bytes': 0, edits: 0, refused: 0, stray: 0 };
    const row = table[format];
    row.files++;
    let text: string;
    try {
      text = strict.decode(content.bytes);
    } catch {
      row['not UTF-8']++;
      continue;
    }
    const read = reader(text);
    if (read.faults.length > 0) row['with faults']++;
    if (Buffer.compare(Buffer.from(applyEdits(read.text, [])), content.bytes) === 0) row['same bytes']++;
    else broken.push(`${name}/${file}: other bytes`);
    for (let count = 0; count < Number(values.edits); count++) {
      const trial = read.trial(draw);
      if (trial === undefined) break;
      row.edits++;
      if (trial.edits === undefined) row.refused++;
      else if (strayLines(read, trial) > 0) {
        row.stray++;
        broken.push(`${name}/${file}:${read.lines.position(trial.start).line}: ${trial.what}`);
      }
    }
  }
}
console.table(table);
for (const line of broken.slice(0, 40)) console.log(line);
process.exitCode = broken.length > 0 ? 1 : 0;
