// Keeps a draw with its readers' verdicts in judged/: node bench/precision/record.ts DRAW.json VERDICTS.json…
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Draw, type JudgedDraw, judgedFolder, type Verdict } from './verdicts.ts';

const [drawFile, ...verdictFiles] = process.argv.slice(2);
if (drawFile === undefined || verdictFiles.length === 0) {
  throw new Error('usage: node bench/precision/record.ts DRAW.json VERDICTS.json…');
}
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const { drawn, ...rest } = read<Draw>(drawFile);
const verdicts = new Map(verdictFiles.flatMap((file) => read<Verdict[]>(file)).map((verdict) => [verdict.n, verdict]));
const judged: JudgedDraw = {
  ...rest,
  rows: drawn.map(({ evidence, ...finding }) => {
    const verdict = verdicts.get(finding.n);
    if (verdict === undefined) throw new Error(`nobody judged ${finding.n}, with ${evidence.length} places`);
    return { ...finding, verdict: verdict.verdict, why: verdict.why };
  }),
};
mkdirSync(judgedFolder, { recursive: true });
writeFileSync(join(judgedFolder, `seed-${judged.seed}.json`), `${JSON.stringify(judged, null, 2)}\n`);
