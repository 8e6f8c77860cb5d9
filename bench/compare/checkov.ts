// https://github.com/bridgecrewio/checkov: its checks of functions and databases, by what each looks at.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Topic } from './row.ts';
import { parseJson, type Run, type Tool } from './tool.ts';

const checks: Readonly<Record<string, Topic>> = {
  CKV_AWS_116: 'dead letters of a function',
  CKV_AWS_50: 'tracing',
  CKV_AWS_16: 'encryption at rest',
  CKV_AWS_96: 'encryption at rest',
  CKV_AWS_42: 'encryption at rest',
  CKV_AWS_17: 'public databases',
};

interface Result {
  readonly check_id: string;
  readonly file_path: string;
  readonly file_line_range: readonly [number, number];
  readonly resource: string;
}

interface Framework {
  readonly results?: { readonly passed_checks: readonly Result[]; readonly failed_checks: readonly Result[] };
}

export const checkov: Tool = {
  name: 'checkov',
  topics: [...new Set(Object.values(checks))],
  rows: async (folder, run) => {
    const frameworks = answer(folder, run);
    const all = frameworks.flatMap(({ results }) => [
      ...(results?.failed_checks ?? []).map((result) => rowOf(folder, result, 'fail')),
      ...(results?.passed_checks ?? []).map((result) => rowOf(folder, result, 'pass')),
    ]);
    return [...new Map(all.flat().map((row) => [JSON.stringify(row), row])).values()];
  },
};

function answer(folder: string, run: Run): readonly Framework[] {
  const ids = Object.keys(checks).join(',');
  const formats = ['--framework', 'cloudformation', 'serverless', 'terraform', '--check', ids];
  const text = run(folder, '-d', '.', ...formats, '-o', 'json', '--compact', '--skip-download');
  const document = parseJson<Framework | readonly Framework[]>(text) ?? [];
  return Array.isArray(document) ? document : [document as Framework];
}

function rowOf(
  folder: string,
  { check_id, file_path, file_line_range, resource }: Result,
  verdict: 'fail' | 'pass',
): Row[] {
  const topic = checks[check_id];
  if (topic === undefined) return [];
  const file = file_path.replace(/^\//, '');
  const [from, to] = file_line_range;
  const isFunction = topic === 'tracing' || topic === 'dead letters of a function';
  const outside = isFunction && speaksOther(join(folder, file), from, to) ? 'another language' : null;
  return [{ topic, rule: check_id, subject: resource, places: [{ file, from, to }], verdict, outside }];
}

/** True where a function names the runtime of another language, or says none in a file that names such first. */
function speaksOther(path: string, from: number, to: number): boolean {
  if (!existsSync(path)) return false;
  const lines = readFileSync(path, 'utf8').split('\n');
  const stated = runtimeIn(lines.slice(from - 1, to)) ?? runtimeIn(lines);
  return stated !== undefined && !/python/i.test(stated);
}

function runtimeIn(lines: readonly string[]): string | undefined {
  return lines.join('\n').match(/runtime["']?\s*[:=]\s*["']?(python|nodejs|java|go1|dotnet|ruby|provided)/i)?.[0];
}
