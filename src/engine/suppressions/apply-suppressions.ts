import { nearest } from '../../evidence/nearest.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Finding } from '../../report/report.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Check } from '../../steps/define.ts';
import type { Suppression } from '../../steps/suppression.ts';
import type { Verdicts } from '../compose-report.ts';
import { hostFile } from '../host-file.ts';
import { inOrder, judgeSuppressions } from '../judge.ts';
import { findSuppressions, type Statement } from './find-suppressions.ts';

/** What decides about suppressions besides the findings. */
export interface Surroundings {
  readonly repository: Repository;
  readonly stacks: readonly Stack[];
  /** The checks that ran. */
  readonly selected: readonly Check[];
  /** The ids of all checks. */
  readonly known: readonly string[];
  /** Whether every service was judged. */
  readonly whole: boolean;
}

/**
 * The verdicts with those findings marked that comments or metadata suppress, and with what the checks of suppressions say
 * of those. They are looked for in files where a check found something to judge, and nowhere else.
 */
export async function applySuppressions(
  verdicts: readonly Verdicts[],
  surroundings: Surroundings,
): Promise<readonly Verdicts[]> {
  const { repository, stacks, selected } = surroundings;
  const fileOf = (file: string): string => (repository.has(file) ? file : hostFile(file));
  const places = verdicts.flatMap(({ findings }) =>
    findings.flatMap(({ at }) => (at === null ? [] : [fileOf(at.file)])),
  );
  const statements = await findSuppressions(places, repository, stacks);
  const used = new Set<string>();
  const mark = (finding: Finding): Finding => {
    if (finding.verdict !== 'fail' && finding.verdict !== 'unknown') return finding;
    const { check, at } = finding;
    const all = statements.get(fileOf(at.file)) ?? [];
    const fitting = all.filter(
      ({ checks, reason, fault, from, to }) =>
        reason !== '' && fault === null && from <= at.line && at.line <= to && checks.includes(check),
    );
    const [first] = fitting;
    if (first === undefined) return finding;
    for (const statement of fitting) used.add(keyOf(statement, check));
    const { reason, place } = first;
    return { ...finding, suppressed: { reason, file: place.file, line: place.line } };
  };
  const marked = verdicts.map(({ service, findings }) => ({ service, findings: findings.map(mark) }));
  const judged = judgeSuppressions(selected, suppressionsOf([...statements.values()].flat(), used, surroundings));
  if (judged.length === 0) return marked;
  return marked.map((one) =>
    one.service === null ? { ...one, findings: [...one.findings, ...judged].sort(inOrder) } : one,
  );
}

function keyOf({ place }: Statement, check: string): string {
  return `${place.file}\0${place.line}\0${place.column}\0${check}`;
}

/** One for each check that a statement names; one for a statement that names none. */
function suppressionsOf(
  statements: readonly Statement[],
  used: ReadonlySet<string>,
  { selected, known, whole }: Surroundings,
): Suppression[] {
  const ran = new Set(whole ? selected.map(({ id }) => id) : []);
  return statements.flatMap((statement): Suppression[] => {
    const { checks, reason, place, text, fault } = statement;
    const shared = { reason, place, text };
    if (fault !== null) {
      const state = fault === 'wording' ? 'misspelt' : 'misplaced';
      return [{ ...shared, check: checks[0] ?? null, state, nearest: [] }];
    }
    if (checks.length === 0) return [{ ...shared, check: null, state: 'unused', nearest: [] }];
    return checks.map((check): Suppression => {
      if (!known.includes(check)) return { ...shared, check, state: 'unknown-check', nearest: nearest(check, known) };
      const state = used.has(keyOf(statement, check)) ? 'used' : ran.has(check) ? 'unused' : 'not-run';
      return { ...shared, check, state, nearest: [] };
    });
  });
}
