import type { BaselineEntry, Finding, Report } from '../../report/report.ts';
import { composeReport, type Run } from '../compose-report.ts';
import { covers, mendedEntries } from './next-baseline.ts';

/** The report of a run, in which findings that stand in a baseline do not count. One that became worse stands in none. */
export function applyBaseline(run: Run, entries: readonly BaselineEntry[], file: string): Report {
  const known = Map.groupBy(entries, (entry) => entry.fingerprint);
  let count = 0;
  const mark = (finding: Finding): Finding => {
    if (finding.verdict !== 'fail' && finding.verdict !== 'unknown') return finding;
    const isKnown = known.get(finding.fingerprint)?.some((entry) => covers(entry, finding)) === true;
    if (!isKnown || finding.suppressed !== null) return finding;
    count += 1;
    return { ...finding, inBaseline: true };
  };
  const verdicts = run.verdicts.map(({ service, findings }) => ({ service, findings: findings.map(mark) }));
  return composeReport({ ...run, verdicts }, { file, known: count, mended: mendedEntries(entries, run) });
}
