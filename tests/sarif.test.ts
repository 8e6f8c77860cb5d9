// The SARIF renderer against the official validator (oracles/sarif).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { check } from '../src/index.ts';
import { renderSarif } from '../src/report/renderers/sarif.ts';
import { memoryRepository } from '../src/repository/memory.ts';
import { checks } from '../src/steps/registry.ts';
import { aFinding, aReport } from './sample-report.ts';

const validator = join(import.meta.dirname, '../oracles/sarif/node_modules/.bin/sarif-multitool');

async function logOfEveryBadExample(): Promise<Log> {
  const files = Object.fromEntries(
    checks.flatMap(({ id, docs }) =>
      docs.bad.flatMap(({ files: own }, index) =>
        Object.entries(own).map(([file, text]) => [`${id}/${index}/${file}`, text]),
      ),
    ),
  );
  const report = await check(memoryRepository({ ...files, 'broken é/template.yaml': 'Resources: [' }), {
    today: '2026-11-21',
  });
  return JSON.parse(renderSarif(report, checks)) as Log;
}

describe('SARIF', () => {
  test('one rule for each check, with its page; results point at them', async () => {
    const [run] = (await logOfEveryBadExample()).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map((rule) => rule.id)).toEqual(checks.map(({ id }) => id));
    for (const rule of rules) expect(rule.help?.markdown).toContain(`# ${rule.id}`);
    expect(run?.results?.length).toBeGreaterThan(8);
    for (const result of run?.results ?? []) {
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.partialFingerprints?.['skyworthy/v1']).toMatch(/^[0-9a-f]{32}$/);
      expect(result.locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
    }
  });

  test('equal findings of several services are one result, and nothing stands on no text', async () => {
    const [run] = (await logOfEveryBadExample()).runs;
    const results = run?.results ?? [];
    const keys = results.map(({ ruleId, message, locations, level }) =>
      JSON.stringify([ruleId, message, level, locations?.[0]?.physicalLocation]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { locations = [], relatedLocations = [] } of results)
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { startLine, startColumn, endLine = startLine, endColumn } = physicalLocation?.region ?? {};
        expect(startColumn !== undefined && startLine === endLine && startColumn === endColumn).toBe(false);
      }
  });

  test('what could not be told is a result where it counts', () => {
    const report = { a: [aFinding('unknown')], b: [aFinding('unknown')] };
    const results = (strict: boolean) =>
      (JSON.parse(renderSarif(aReport(report, { strict }), checks)) as Log).runs[0]?.results;
    expect(results(false)).toEqual([]);
    expect(results(true)).toMatchObject([
      {
        level: 'warning',
        locations: [{ logicalLocations: [{ fullyQualifiedName: 'a' }, { fullyQualifiedName: 'b' }] }],
      },
    ]);
  });

  test.skipIf(!existsSync(validator))(
    'the official validator finds no error (skipped without it: npm ci --prefix oracles/sarif)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'skyworthy-sarif-'));
      const [file, answer] = [join(folder, 'log.sarif'), join(folder, 'answer.sarif')];
      writeFileSync(file, JSON.stringify(await logOfEveryBadExample(), null, 2));
      const { status, stdout } = spawnSync(
        validator,
        ['validate', file, '--output', answer, '--log', 'ForceOverwrite'],
        {
          encoding: 'utf8',
        },
      );
      const problems = (JSON.parse(readFileSync(answer, 'utf8')) as Log).runs.flatMap((run) => run.results ?? []);
      const serious = problems.filter((problem) => problem.level !== 'note');
      // There is no home page to name yet; the validator has nothing else to say.
      expect(serious.map((problem) => `${problem.level ?? 'warning'} ${problem.message.id}`)).toEqual([
        'warning Warning_ProvideToolnformationUri',
      ]);
      expect(status, stdout).toBe(0);
    },
    60_000,
  );
});
