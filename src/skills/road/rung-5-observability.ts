import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { byChecks } from './by-checks.ts';
import { clusterRights } from './cluster-rights.ts';
import { pipelineRights } from './pipeline-rights.ts';
import { alarms, dashboards, identity, metricFilters, ofKind, secrets } from './resource-kinds.ts';
import type { Rung } from './rung.ts';
import { secretName, secretSetting } from './secret-settings.ts';
import { signIn } from './sign-in.ts';
import type { Standing } from './standing.ts';
import { statedIdentity } from './stated-identity.ts';
import { statedKey } from './stated-key.ts';
import { tellsOf } from './telling.ts';
import { usesOfKind } from './used-resources.ts';

export const observability: Rung = {
  rung: 5,
  title: 'Observable and locked down',
  notFor: () => null,
  requirements: [
    {
      id: 'structured-logs',
      toldBy: 'code',
      what: 'Structured logs',
      step: 'Log by a logger that writes JSON',
      checks: ['print-in-service', 'traceback-lost'],
      tell: structuredLogsOf,
    },
    {
      id: 'secrets',
      toldBy: 'code',
      what: 'A secrets manager for what is secret',
      step: 'Keep its secrets in a secrets manager, and read them from there',
      checks: ['secret-in-plain-variable', 'credential-hard-coded', 'explicit-keys', 'account-key', 'secret-logged'],
      tell: secretsOf,
    },
    {
      id: 'rights',
      toldBy: 'infrastructure',
      what: 'A locked-down identity',
      step: 'Narrow what its identity may do to what its code needs',
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
      what: 'Errors and traces that reach somebody',
      step: 'Send its errors and traces to a tracker, or trace it by the platform',
      checks: ['tracing-off'],
      tell: (standing) => tellsOf(standing, alertsOf(standing)),
    },
    {
      id: 'metrics',
      toldBy: 'code',
      what: 'Metrics of its own',
      step: 'Count what matters to its users as a metric',
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
      what: 'Users who sign in by a provider of identities',
      step: 'Let a provider of identities sign its users in',
      checks: [],
      isSign: true,
      tell: signIn,
    },
    {
      id: 'pipeline-rights',
      toldBy: 'pipelines',
      what: 'A pipeline that may only what it needs',
      step: 'Give its pipeline a token that may only read, and short-lived ones for the cloud',
      checks: ['workflow-permissions-broad'],
      isSign: true,
      tell: pipelineRights,
    },
  ],
};

function structuredLogsOf(standing: Standing): Answer {
  const { service, itself } = standing;
  const library = standing.libraries('structured-logs')[0];
  if (library !== undefined) return met('A library writes its logs as records.', library.evidence);
  const format = service.definition && presenceAt(service.definition.resource.properties, 'LoggingConfig', 'LogFormat');
  if (format?.stated.some((value) => value.kind === 'literal' && value.text === 'JSON') === true)
    return met('Its definition asks for logs in JSON.', itself);
  const written = standing.holding([
    'JsonFormatter',
    'JSONFormatter',
    'JSONRenderer',
    '"severity":',
    "'severity':",
    'serialize=True',
  ]);
  if (written !== undefined)
    return met('Its code formats logs as records.', evidence(startOf(written), written, 'guessed'));
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  const printed = byChecks(standing, ['print-in-service']);
  if (printed?.state === 'missing') return printed;
  return missing('Nothing in its code writes logs as records.', itself);
}

/** Texts of code that counts: by an SDK, or by an object for metrics that a plug-in brings. */
const metricCalls = [
  'put_metric_data',
  'CloudWatchMetrics',
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
  const embedded = standing.holding(metricCalls);
  if (embedded !== undefined) return met('Its code writes metrics.', evidence(startOf(embedded), embedded, 'guessed'));
  const filters = ofKind(own, metricFilters);
  if (filters.length > 0) return met('Metrics are taken from its logs.', ...filters);
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  return missing('Nothing in its code or its stack counts anything of its own.', itself);
}

const dashboardFile = /dashboards?[^/]*\.(json|ya?ml|tf|bicep|json\.tpl)$|(^|\/)dashboards?\/[^/]+\.json$/i;

function dashboardOf({ itself, own, near, files }: Standing): Answer {
  const defined = [...ofKind(own, dashboards), ...ofKind(near(), dashboards)];
  if (defined.length > 0) return met('A dashboard is defined.', ...defined);
  const asked = own.find(({ type, properties }) => type.startsWith('module:') && statedKey(properties, /dashboard/i));
  if (asked !== undefined) return met('A module is asked for a dashboard.', evidence(asked.key, asked.id));
  const [file] = files(dashboardFile);
  if (file !== undefined) return met('A dashboard is in a file.', evidence(startOf(file), file));
  return missing('No dashboard is defined.', itself);
}

function alertsOf(standing: Standing): Answer {
  const { own, near } = standing;
  const defined = [...ofKind(own, alarms), ...ofKind(near(), alarms)];
  // In the CDK a method of a metric makes an alarm: that is known by its file.
  const raised = defined.length > 0 ? defined : standing.alarms().filter(({ file }) => file.endsWith('.py'));
  if (raised.length > 0) return met('Something raises an alarm.', ...raised);
  const said = byChecks(standing, ['alarm-missing']);
  if (said?.state === 'missing') return said;
  return missing('Nothing raises an alarm when it fails.', standing.itself, 'alarm-missing');
}

function rightsOf(standing: Standing): Answer {
  const inCluster = clusterRights(standing);
  if (inCluster !== null) return inCluster;
  const said = byChecks(standing, [
    'administrator-access',
    'action-wildcard',
    'role-broad',
    'pass-role-open',
    'resource-wildcard',
  ]);
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

const leaks = [
  'secret-in-plain-variable',
  'credential-hard-coded',
  'credential-file-committed',
  'explicit-keys',
  'account-key',
  'secret-logged',
];

function secretsOf(standing: Standing): Answer {
  const { service, own, itself } = standing;
  const leaked = standing.verdicts(leaks).find(({ verdict }) => verdict === 'fail');
  if (leaked !== undefined) return missing(leaked.message, leaked.at ?? itself, leaked.check);
  const uses = usesOfKind(standing, secrets);
  if (uses.length > 0) return met('It is given its secrets by a secrets manager.', ...uses);
  const library = standing.libraries('secrets')[0];
  if (library !== undefined) return met('Its code asks a secrets manager.', library.evidence);
  const asked = standing
    .calls(['boto3', 'aioboto3'], ['secretsmanager', 'ssm'])
    .find(
      ({ path, positional: [name] }) => /(^|\.)client$/.test(path) && (name === 'secretsmanager' || name === 'ssm'),
    );
  if (asked !== undefined) return met('Its code asks a secrets manager.', asked.evidence);
  const kept = ofKind(own, secrets);
  if (kept.length > 0) return met('Its stack keeps secrets in a secrets manager.', ...kept);
  const handed = secretSetting(standing);
  if (handed !== undefined) return met('The settings of its platform or pipeline keep its secrets.', handed);
  const named = service.environment.find(({ name }) => secretName.test(name));
  if (named !== undefined)
    return missing(
      `${named.name} is handed to it as a variable.`,
      evidence(named.place, named.name),
      'secret-in-plain-variable',
    );
  const read = standing.secretVariable();
  if (read !== undefined)
    return missing(
      'Its code reads a secret from its environment, and nothing says that a secrets manager keeps it.',
      read,
    );
  return notApplicable('It is given no secret, as far as its definition and its code say.');
}
