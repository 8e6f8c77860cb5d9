import { dayOf } from '../evidence/day.ts';
import { severities } from '../evidence/vocabulary.ts';
import { chooseFixes, editsByFile } from '../fixes/choose-fixes.ts';
import { editBytes, textOf } from '../fixes/edit-bytes.ts';
import { unifiedDiff } from '../fixes/unified-diff.ts';
import type { FileChange } from '../fixes/write-files.ts';
import type { FixDocument } from '../report/documents/fix.ts';
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

/**
 * Judges a repository and plans the fixes of what fails. A file that changed since it was judged, or is no UTF-8, keeps
 * its fixes for another run.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export async function planFixes(repository: Repository, request: FixRequest = {}): Promise<FixPlan> {
  const { unsafe = false, ...wanted } = request;
  const reads = recordStamps(repository);
  const report = await judgeSnapshot(reads.repository, { ...wanted, today: request.today ?? dayOf(new Date()) });
  const chosen = chooseFixes(fixesOf(report), unsafe);
  const changes = [...editsByFile(chosen)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, edits]): FileChange[] => {
      const before = reads.unchanged(file);
      const after = before && editBytes(before, edits);
      return before === undefined || after === undefined ? [] : [{ file, before, after }];
    });
  const changed = new Set(changes.map(({ file }) => file));
  const fixes = chosen.map(({ of: { service, finding, fix }, outcome }) => ({
    check: finding.check,
    service,
    subject: finding.subject,
    fingerprint: finding.fingerprint,
    file: finding.at.file,
    line: finding.at.line,
    title: fix.title,
    safe: fix.safe,
    outcome:
      outcome === 'applied' && !fix.edits.every((edit) => changed.has(edit.file)) ? ('overlapping' as const) : outcome,
    edits: fix.edits,
  }));
  const files = changes.map(({ file, before, after }) => ({
    file,
    diff: unifiedDiff(file, textOf(before) ?? '', textOf(after) ?? ''),
  }));
  return { document: { schemaVersion: 1, written: false, fixes, files, unreadable: report.unreadable }, changes };
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

/** The repository, and the bytes of a file of it as long as they are those that were read first. */
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
      return content.ok && content.stamp?.text === stamps.get(file) ? content.bytes : undefined;
    },
  };
}
