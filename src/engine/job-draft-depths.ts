import { isOpen, type Report } from '../report/report.ts';

/** Checks that speak of what the depth of a skill asks for: where one fails, the code is no example of it. */
export const spokenOf: Readonly<Record<string, readonly string[]>> = {
  'async-python': ['blocking-call-in-async', 'timeout-missing'],
  testing: ['pipeline-tests-missing', 'check-not-gating'],
  linting: ['pipeline-analysis-missing', 'check-not-gating'],
  'security-analysis': ['pipeline-analysis-missing', 'check-not-gating'],
  'dependency-management': ['lock-missing', 'sdk-unpinned', 'sdk-undeclared'],
  'dependency-audit': ['pipeline-audit-missing'],
  flask: ['development-server'],
  retries: ['retries-implicit', 'timeout-missing'],
  aiohttp: ['timeout-missing'],
  serverless: ['dead-letter-missing', 'partial-batch-unreported', 'client-per-invocation', 'work-at-import'],
  'aws-lambda': ['dead-letter-missing', 'partial-batch-unreported', 'client-per-invocation', 'work-at-import'],
  docker: ['image-runs-as-root', 'base-image-floating', 'image-single-stage'],
  kubernetes: ['health-probe-missing'],
  'managed-database': ['data-unprotected', 'database-open', 'data-public'],
  messaging: ['dead-letter-missing', 'queue-visibility-too-short', 'queue-visibility-below-advice'],
  'cloud-networking': ['data-public', 'database-open'],
  'cloud-iam': [
    'action-wildcard',
    'administrator-access',
    'resource-wildcard',
    'role-broad',
    'permission-excess',
    'explicit-keys',
    'account-key',
  ],
  'secrets-management': ['credential-hard-coded', 'credential-file-committed', 'secret-in-plain-variable'],
  'ci-cd': ['pipeline-missing', 'pipeline-tests-missing', 'check-after-deploy'],
  'github-actions': ['action-unpinned', 'workflow-permissions-broad'],
  observability: ['tracing-off', 'traceback-lost', 'print-in-service'],
  tracing: ['tracing-off'],
  alerting: ['alarm-missing'],
  'cost-management': ['tag-required-missing'],
};

/** True for skills whose depth is not to be told of a repository: a check of it that speaks of the same fails. */
export function contradictedBy(report: Report): (skill: string) => boolean {
  const findings = [...report.repository.findings, ...report.services.flatMap((service) => service.findings)];
  const failing = new Set(findings.filter((one) => one.verdict === 'fail' && isOpen(one)).map(({ check }) => check));
  return (skill) => (spokenOf[skill] ?? []).some((check) => failing.has(check));
}
