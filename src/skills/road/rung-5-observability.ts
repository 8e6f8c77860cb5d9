import type { Evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { alertsOf } from './alarms.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import { byChecks } from './by-checks.ts';
import { clusterRights } from './cluster-rights.ts';
import { dashboardOf } from './dashboards.ts';
import { heldLine } from './found-line.ts';
import { pipelineRights } from './pipeline-rights.ts';
import { identity, metricFilters, ofKind } from './resource-kinds.ts';
import type { Rung } from './rung.ts';
import { secretsOf } from './secrets.ts';
import { signIn } from './sign-in.ts';
import type { Standing } from './standing.ts';
import { statedIdentity } from './stated-identity.ts';
import { tellsOf } from './telling.ts';

export const observability: Rung = {
  rung: 5,
  title: 'Observable and locked down',
  notFor: () => null,
  requirements: [
    {
      id: 'structured-logs',
      toldBy: 'code',
      what: 'Structured logs',
      step: 'Use a logger that writes JSON',
      checks: ['print-in-service', 'traceback-lost'],
      tell: structuredLogsOf,
    },
    {
      id: 'secrets',
      toldBy: 'code',
      what: 'Secrets in a secrets manager',
      step: 'Keep its secrets in a secrets manager, and read them from there',
      checks: ['secret-in-plain-variable', 'credential-hard-coded', 'explicit-keys', 'account-key', 'secret-logged'],
      tell: secretsOf,
    },
    {
      id: 'rights',
      toldBy: 'infrastructure',
      what: 'A least-privilege identity',
      step: 'Narrow the rights of its identity to what its code needs',
      checks: ['administrator-access', 'action-wildcard', 'role-broad', 'pass-role-open', 'resource-wildcard'],
      tell: rightsOf,
    },
    {
      id: 'alerts',
      toldBy: 'infrastructure',
      what: 'Alerts',
      step: 'Define an alarm on its errors',
      checks: ['alarm-missing'],
      tell: alertsOf,
    },
    {
      id: 'telling',
      toldBy: 'code',
      what: 'Error reporting or tracing',
      step: 'Report its errors to a tracker, or turn on tracing',
      checks: ['tracing-off'],
      tell: (standing) => tellsOf(standing, alertsOf(standing)),
    },
    {
      id: 'metrics',
      toldBy: 'code',
      what: 'Custom metrics',
      step: 'Publish a custom metric for what matters to its users',
      checks: [],
      tell: metricsOf,
    },
    {
      id: 'dashboards',
      toldBy: 'infrastructure',
      what: 'A dashboard',
      step: 'Define a dashboard of its metrics',
      checks: [],
      tell: dashboardOf,
    },
    {
      id: 'sign-in',
      toldBy: 'code',
      what: 'Sign-in for users',
      step: 'Sign users in through an identity provider',
      checks: [],
      isSign: true,
      tell: signIn,
    },
    {
      id: 'pipeline-rights',
      toldBy: 'pipelines',
      what: 'A least-privilege pipeline',
      step: 'Make the token of its pipeline read-only, and use short-lived tokens for the cloud',
      checks: ['workflow-permissions-broad'],
      isSign: true,
      tell: pipelineRights,
    },
  ],
};

/** Texts of code that writes records; the second ones may stand for anything where they are not written to a log. */
const formatters = ['JsonFormatter', 'JSONFormatter', 'processors.JSONRenderer', 'serialize=True'];
const fields = ['"severity":', "'severity':"];

function structuredLogsOf(standing: Standing): Answer {
  const { service, itself } = standing;
  const library = standing.libraries('structured-logs')[0];
  if (library !== undefined) return met('A library writes its logs as records.', library.evidence);
  const format = service.definition && presenceAt(service.definition.resource.properties, 'LoggingConfig', 'LogFormat');
  if (format?.stated.some((value) => value.kind === 'literal' && value.text === 'JSON') === true)
    return met('Its definition asks for logs in JSON.', itself);
  const written = heldLine(standing, formatters) ?? recordLine(standing);
  if (written !== undefined) return met('Its code formats logs as records.', written);
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  const printed = byChecks(standing, ['print-in-service']);
  if (printed?.state === 'missing') return printed;
  const logger = standing
    .calls(['logging'], ['logging'])
    .find(({ path }) => /(basicConfig|dictConfig|StreamHandler|getLogger)$/.test(path));
  return missing('Nothing in its code writes logs as records.', logger?.evidence ?? standing.start());
}

/** Where the fields of a record of Google Cloud are put together for a log. */
function recordLine(standing: Standing): Evidence | undefined {
  const line = heldLine(standing, fields, ['json']);
  const text = line && standing.text(line.file);
  return typeof text === 'string' && /\blogging\b|print\(json\.dumps/.test(text) ? line : undefined;
}

/** Texts of code that counts: by an SDK, or by an object for metrics that a plug-in brings. */
const metricCalls = [
  'put_metric_data',
  'CloudWatchMetrics(',
  'create_counter(',
  'create_histogram(',
  'plugins.metrics',
  'stats.count(',
  'stats.timer(',
  'metrics.increment(',
];

function metricsOf(standing: Standing): Answer {
  const { itself, own } = standing;
  const library = standing.libraries('metrics')[0];
  if (library !== undefined) return met('Its code counts by a library for metrics.', library.evidence);
  const put = standing
    .calls(['boto3', 'aioboto3'], ['put_metric_data'])
    .find(({ path }) => path.endsWith('put_metric_data'));
  if (put !== undefined) return met('Its code puts metrics.', put.evidence);
  const embedded = heldLine(standing, metricCalls);
  if (embedded !== undefined) return met('Its code writes metrics.', embedded);
  const filters = ofKind(own, metricFilters);
  if (filters.length > 0) return met('Metrics are taken from its logs.', ...filters);
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  return missing('Nothing in its code or its stack counts anything of its own.', standing.start());
}

/** What checks say of rights, the widest first. */
const breadth = ['administrator-access', 'role-broad', 'action-wildcard', 'pass-role-open', 'resource-wildcard'];

function rightsOf(standing: Standing): Answer {
  const inCluster = clusterRights(standing);
  if (inCluster !== null) return inCluster;
  const said = byChecks(standing, breadth);
  if (said?.state === 'met' && said.check !== 'role-broad')
    return { ...said, why: 'Its rights are read, and none is found too wide.' };
  if (said !== null) return said;
  const stated = statedIdentity(standing);
  const [other] = standing.service.definition === null ? ofKind(standing.near(), identity) : [];
  if (stated === undefined && other !== undefined)
    return unknown('There are identities in the infrastructure code; which is its own, is not said.', other);
  if (stated === undefined)
    return missing(
      'It has no identity of its own whose rights could be narrow.',
      standing.itself,
      'identity-undeclared',
    );
  return unknown('What its identity may do is not said here.', stated);
}
