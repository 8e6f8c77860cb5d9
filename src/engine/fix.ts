import { dayOf } from '../evidence/day.ts';
import { byCodeUnits } from '../evidence/order.ts';
import { severities } from '../evidence/vocabulary.ts';
import { chooseFixes, editsByFile } from '../fixes/choose-fixes.ts';
import { editBytes, textOf } from '../fixes/edit-bytes.ts';
import { unifiedDiff } from '../fixes/unified-diff.ts';
import type { FileChange } from '../fixes/write-files.ts';
import type { FixDocument, FixJson } from '../report/documents/fix.ts';
import type { FailFinding, Report, ReportFix } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import { snapshot } from '../repository/snapshot.ts';
import { judgeSnapshot } from './judge-snapshot.ts';
import type { CheckRequest } from './request.ts';

/** What is fixed: the findings of a check with these options, those that are not safe only if asked for. */
export interface FixRequest extends Omit<CheckRequest, 'failOn' | 'strict' | 'severity' | 'baseline' | 'cache'> {
  readonly unsafe?: boolean;
}

/** What fixing would do: the document, and the files as they are and as they would be. Nothing is written yet. */
export interface FixPlan {
  readonly document: FixDocument;
  readonly changes: readonly FileChange[];
}

/** Rounds in which fixes that touch what an earlier one changes are carried out one after the other. */
const mostRounds = 40;

/**
 * Judges a repository and plans the fixes of what fails. Those that touch what an earlier one changes are planned again in
 * the text that it leaves, until none is left. A file that changed since it was judged, or is no UTF-8, keeps its fixes for
 * another run.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export async function planFixes(repository: Repository, request: FixRequest = {}): Promise<FixPlan> {
  const wanted = { ...request, today: request.today ?? dayOf(new Date()) };
  let plan: Round = await planRound(repository, wanted);
  for (let left = mostRounds; left > 0 && isUnfinished(plan); left--) {
    const next = await planRound(changedBy(repository, plan.changes), wanted);
    if (next.changes.length === 0) break;
    plan = joined(plan, next);
  }
  return plan;
}

function isUnfinished({ document: { fixes }, changes }: FixPlan): boolean {
  return changes.length > 0 && fixes.some(({ outcome }) => outcome === 'overlapping');
}

/** A repository as it is with some files changed. */
function changedBy(repository: Repository, changes: readonly FileChange[]): Repository {
  const changed = new Map(changes.map(({ file, after }) => [file, after]));
  const read = (file: string): ReturnType<Repository['read']> => {
    const bytes = changed.get(file);
    return bytes === undefined ? repository.read(file) : { ok: true, bytes };
  };
  return { ...repository, ...snapshot(repository.files, repository, read) };
}

interface Round extends FixPlan {
  /** What cannot be told of the text that was judged, by `keyOf`. */
  readonly unknown: ReadonlySet<string>;
}

function keyOf(service: string | null, { check, subject }: { check: string; subject: string | null }): string {
  return `${service} ${check} ${subject}`;
}

/**
 * A plan with what the next round adds to it. A fault that is gone then was mended by a fix of another; where it cannot be
 * told any more whether it is gone, its fix stays undone.
 */
function joined(plan: Round, next: Round): Round {
  const later = new Map(next.document.fixes.map((fix) => [keyOf(fix.service, fix), fix]));
  const fixes = plan.document.fixes.map((fix): FixJson => {
    const key = keyOf(fix.service, fix);
    if (fix.outcome !== 'overlapping' || next.unknown.has(key)) return fix;
    return later.get(key) ?? { ...fix, outcome: 'applied' };
  });
  const first = new Map(plan.changes.map((change) => [change.file, change]));
  const last = new Map([...plan.changes, ...next.changes].map((change) => [change.file, change]));
  const changes = [...last.values()]
    .map((change): FileChange => ({ ...change, before: (first.get(change.file) ?? change).before }))
    .sort((a, b) => byCodeUnits(a.file, b.file));
  return { document: { ...plan.document, fixes, files: changes.map(diffOf) }, changes, unknown: next.unknown };
}

async function planRound(
  repository: Repository,
  { unsafe = false, ...wanted }: FixRequest & { readonly today: string },
): Promise<Round> {
  const reads = recordStamps(repository);
  const report = await judgeSnapshot(reads.repository, wanted);
  const found = fixesOf(report);
  const bytes = new Map<string, Uint8Array | undefined>();
  for (const { file } of found.flatMap(({ fix }) => fix.edits))
    if (!bytes.has(file)) bytes.set(file, reads.unchanged(file));
  const chosen = chooseFixes(found, unsafe, (file) => bytes.get(file) !== undefined);
  const changes = [...editsByFile(chosen)]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([file, edits]): FileChange[] => {
      const before = bytes.get(file);
      const after = before && editBytes(before, edits);
      return before === undefined || after === undefined ? [] : [{ file, before, after }];
    });
  const fixes = chosen.map(({ of: { service, finding, fix }, outcome }) => ({
    check: finding.check,
    service,
    subject: finding.subject,
    fingerprint: finding.fingerprint,
    file: finding.at.file,
    line: finding.at.line,
    title: fix.title,
    safe: fix.safe,
    outcome,
    edits: fix.edits,
  }));
  const files = changes.map(diffOf);
  const unreadable = report.unreadable.map(({ file, line, reason }) => ({ file, line, reason }));
  const document = { schemaVersion: 1, written: false, fixes, files, unreadable } as const;
  return { document, changes, unknown: unknownIn(report) };
}

function unknownIn({ services, repository }: Report): Set<string> {
  const all = [{ id: null, findings: repository.findings }, ...services];
  return new Set(
    all.flatMap(({ id, findings }) =>
      findings.filter(({ verdict }) => verdict === 'unknown').map((finding) => keyOf(id, finding)),
    ),
  );
}

function diffOf({ file, before, after }: FileChange): FixDocument['files'][number] {
  return { file, diff: unifiedDiff(file, textOf(before) ?? '', textOf(after) ?? '') };
}

interface Found {
  readonly service: string | null;
  readonly finding: FailFinding;
  readonly fix: ReportFix;
}

/** What is suppressed stays. Of fixes that touch the same text the worst fault's is carried out: it comes first. */
function fixesOf({ services, repository }: Report): Found[] {
  const groups = [
    { service: null, findings: repository.findings },
    ...services.map(({ id, findings }) => ({ service: id, findings })),
  ];
  const found = groups.flatMap(({ service, findings }) =>
    findings.flatMap((finding): Found[] =>
      finding.verdict === 'fail' && finding.fix !== null && finding.suppressed === null
        ? [{ service, finding, fix: finding.fix }]
        : [],
    ),
  );
  return found.sort((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));
}

/** The repository, and the bytes of a text of it as long as they are those that were read first. */
function recordStamps(repository: Repository): {
  repository: Repository;
  unchanged(file: string): Uint8Array | undefined;
} {
  const stamps = new Map<string, string | undefined>();
  const read = (file: string): ReturnType<Repository['read']> => {
    const content = repository.read(file);
    if (!stamps.has(file)) stamps.set(file, content.stamp?.text);
    return content;
  };
  return {
    repository: { ...repository, ...snapshot(repository.files, repository, read) },
    unchanged: (file) => {
      const content = repository.read(file);
      const isSame = content.ok && content.stamp?.text === stamps.get(file) && textOf(content.bytes) !== undefined;
      return isSame ? content.bytes : undefined;
    },
  };
}
