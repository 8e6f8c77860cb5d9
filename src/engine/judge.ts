import { assertNever } from '../evidence/errors.ts';
import { byCodeUnits, byPlace } from '../evidence/order.ts';
import type { Cloud } from '../evidence/vocabulary.ts';
import type { Finding, ReportFix } from '../report/report.ts';
import type { Service } from '../services/service.ts';
import type { Check, Judged } from '../steps/define.ts';
import type { Facts } from '../steps/facts.ts';
import type { Fix } from '../steps/judgement.ts';
import type { Suppression } from '../steps/suppression.ts';
import { fingerprint } from './fingerprint.ts';

/** Turns a fix into edits of the text. */
export type FixResolver = (fix: Fix) => ReportFix;

/** What the checks say of one service, sorted by place, then check, then subject. */
export function judgeService(
  service: Service,
  checks: readonly Check[],
  facts: Facts,
  resolve: FixResolver,
): Finding[] {
  const findings = checks.flatMap((check) => {
    if (check.scope !== 'service') return [];
    if (!check.clouds.includes(service.cloud)) return [notApplicable(check, service.id, platformsOf(check))];
    return findingsOf(check, service.id, check.run(service, facts), resolve);
  });
  return findings.sort(inOrder);
}

/** What the checks say of the repository as a whole, in the same order. */
export function judgeRepository(checks: readonly Check[], facts: Facts, resolve: FixResolver): Finding[] {
  const findings = checks.flatMap((check) =>
    check.scope === 'repository' ? findingsOf(check, '', check.run(facts), resolve) : [],
  );
  return findings.sort(inOrder);
}

/** What the checks of suppressions say of them, in the same order. */
export function judgeSuppressions(checks: readonly Check[], suppressions: readonly Suppression[]): Finding[] {
  const findings = checks.flatMap((check) =>
    check.scope === 'suppressions' ? findingsOf(check, '', check.run(suppressions), withoutEdits) : [],
  );
  return findings.sort(inOrder);
}

/** A comment is taken out by hand. */
const withoutEdits: FixResolver = ({ title, safe }) => ({ title, safe, edits: [] });

const platforms: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  kubernetes: 'Kubernetes',
  other: 'other platforms',
  none: 'code without a platform',
};

function platformsOf(check: Check): string {
  return `Only for services on ${check.clouds.map((cloud) => platforms[cloud]).join(', ')}.`;
}

function findingsOf(check: Check, service: string, judged: readonly Judged[], resolve: FixResolver): Finding[] {
  if (judged.length === 0) return [notApplicable(check, service, check.docs.whenNone)];
  const seen = new Map<string, number>();
  return judged.map(({ subject, judgement }) => {
    const count = (seen.get(subject) ?? 0) + 1;
    seen.set(subject, count);
    const name = count === 1 ? subject : `${subject} (${count})`;
    return findingOf(check, service, { subject: name, judgement }, resolve);
  });
}

/** What is decided when all findings are there. */
const open = { counts: false, inBaseline: false, suppressed: null };

function notApplicable(check: Check, service: string, message: string): Finding {
  return {
    check: check.id,
    subject: null,
    step: check.step,
    verdict: 'not-applicable',
    severity: null,
    fingerprint: fingerprint(check.id, service, ''),
    message,
    at: null,
    evidence: [],
    fix: null,
    reason: null,
    ...open,
  };
}

/** A judgement as a finding of a service (`''` for the repository). */
export function findingOf(
  check: Check,
  service: string,
  { subject, judgement }: Judged,
  resolve: FixResolver,
): Finding {
  const [{ file, line, column }] = judgement.evidence;
  const shared = {
    check: check.id,
    subject,
    step: check.step,
    severity: check.severity,
    fingerprint: fingerprint(check.id, service, subject),
    message: judgement.message,
    at: { file, line, column },
    evidence: [...judgement.evidence].sort(byPlace),
    ...open,
  };
  switch (judgement.verdict) {
    case 'pass':
      return { ...shared, verdict: 'pass', fix: null, reason: null };
    case 'fail': {
      const fix = judgement.fix === null ? null : resolve(judgement.fix);
      return { ...shared, verdict: 'fail', severity: judgement.severity ?? check.severity, fix, reason: null };
    }
    case 'unknown':
      return { ...shared, verdict: 'unknown', fix: null, reason: judgement.reason };
    default:
      return assertNever(judgement);
  }
}

const nowhere = { file: '' };

/** Compares findings by place, then check, then subject: the order in which reports have them. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    byPlace(a.at ?? nowhere, b.at ?? nowhere) ||
    byCodeUnits(a.check, b.check) ||
    byCodeUnits(a.subject ?? '', b.subject ?? '')
  );
}
