import { evidence } from '../../evidence/evidence.ts';
import type { Finding, Unreadable } from '../../report/report.ts';
import type { Repository } from '../../repository/repository.ts';
import { isApart } from '../../services/discover/apart.ts';
import type { Service } from '../../services/service.ts';
import type { Check } from '../../steps/define.ts';
import { unknown } from '../../steps/judgement.ts';
import { findingOf, inOrder } from '../judge.ts';
import type { FileRole, ServiceFault } from './limited-services.ts';

/** Which checks judge a file of each role. Of each step the first that runs says that the file could not be read. */
export const judgedFrom: Readonly<Record<Exclude<FileRole, 'folder'>, readonly string[]>> = {
  code: [
    'stdlib-module-removed',
    'syntax-too-new',
    'sdk-undeclared',
    'sdk-unpinned',
    'blocking-call-in-async',
    'profile-in-code',
    'explicit-keys',
    'credential-hard-coded',
    'permission-missing',
    'permission-excess',
    'sdk-call-unresolved',
    'environment-unset',
    'work-at-import',
    'import-unused-at-start',
    'client-per-invocation',
    'snapstart-unsafe',
    'timeout-missing',
    'error-swallowed',
    'first-page-only',
    'partial-failure-ignored',
    'error-answered-as-success',
    'retries-implicit',
    'secret-logged',
    'traceback-lost',
    'print-in-service',
  ],
  manifest: ['python-version-undeclared', 'sdk-undeclared', 'sdk-unpinned', 'lock-missing', 'dev-dependency-shipped'],
  image: [
    'base-image-floating',
    'python-end-of-life',
    'python-versions-disagree',
    'start-resolves-dependencies',
    'image-runs-as-root',
    'image-single-stage',
  ],
  definition: [
    'runtime-deprecated',
    'runtime-block-near',
    'python-end-of-life',
    'secret-in-plain-variable',
    'administrator-access',
    'permission-missing',
    'permission-excess',
    'entry-point-missing',
    'environment-unset',
    'snapstart-unsafe',
    'dead-letter-missing',
    'queue-visibility-too-short',
    'log-retention-unset',
    'tracing-off',
    'data-public',
    'data-unencrypted',
    'tag-required-missing',
  ],
};

/**
 * The findings of a service with what could not be told of it, since files of its own could not be read: in each step that
 * judges such a file, one check says so of it. Files are not judged by what is missing in them.
 */
export function withUnread(
  service: Service,
  findings: readonly Finding[],
  faults: readonly ServiceFault[],
  checks: readonly Check[],
): Finding[] {
  const added = faults
    .filter((one) => one.service === service.id)
    .flatMap(({ role, fault }) =>
      speakers(role, service, checks).map((check) => unreadFinding(check, service.id, fault)),
    );
  const spoken = new Set(added.map(({ check }) => check));
  const kept = findings.filter(({ check, verdict }) => verdict !== 'not-applicable' || !spoken.has(check));
  return [...kept, ...added].sort(inOrder);
}

/** The folders that could not be listed, apart from those of tests: nobody knows whether credentials are kept there. */
export function unreadFolders({ unreadable }: Repository, checks: readonly Check[]): Finding[] {
  const check = checks.find(({ id }) => id === 'credential-file-committed');
  const folders = unreadable.filter(({ file }) => !isApart(`${file}/`));
  return check === undefined
    ? []
    : folders.map(({ file, message }) => unreadFinding(check, '', { file, line: 1, reason: message }));
}

/** A service that nothing defines may be on any cloud, if only its definition could be read. */
function speakers(role: FileRole, { cloud }: Service, checks: readonly Check[]): Check[] {
  const ids = role === 'folder' ? judgedFrom.code : judgedFrom[role];
  const able = ids.flatMap((id) => checks.find((check) => check.id === id) ?? []);
  const here = able.filter(({ clouds }) => clouds.includes(cloud) || (role === 'definition' && cloud === 'none'));
  return [...Map.groupBy(here, ({ step }) => step).values()].flatMap(([first]) => first ?? []);
}

function unreadFinding(check: Check, service: string, { file, line, reason }: Unreadable): Finding {
  const place = { file, line, column: 1, endLine: line, endColumn: 1 };
  const said = reason.startsWith('cannot be read') ? reason : `could not be read in full (line ${line}: ${reason})`;
  const message = `${file} ${said}: what it says is not judged.`;
  const judgement = unknown('unreadable-file', message, evidence(place, file));
  return findingOf(check, service, { subject: file, judgement }, () => ({ title: '', safe: false, edits: [] }));
}
