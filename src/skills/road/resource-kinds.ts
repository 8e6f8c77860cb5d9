import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';

/**
 * What some resources are to a rung: by their normalised kind (the catalogue's resource-kinds), or by their type where there
 * is no kind, as for modules of others.
 */
export interface Kinds {
  readonly kinds: RegExp;
  readonly types?: RegExp;
}

/** What a service may be reached through, or what it stands in. */
export const network: Kinds = {
  kinds:
    /^(api|api-\w+|distribution|dns-record|edge-function|function-url|internet-gateway|listener|listener-rule|load-balancer|nat-gateway|network|network-connector|network-endpoint|security-group|security-group-rule|subnet|target-group)$/,
  types: /^module:.*\b(vpc|network|alb|load-balancer|apigateway(-v2)?|api-gateway|lb-http|gateway)\b/i,
};

/** What takes requests and hands them on. */
export const entrance: Kinds = {
  kinds: /^(api|api-route|api-stage|api-method|distribution|function-url|listener|load-balancer|target-group)$/,
  types: /^module:.*\b(alb|load-balancer|apigateway(-v2)?|api-gateway|lb-http|gateway)\b/i,
};

/** Managed databases and tables. */
export const database: Kinds = {
  kinds:
    /^(analytics-application|cache|catalog-table|database|database-cluster|database-instance|database-schema|search-collection|search-domain|table|vector-index|warehouse)$/,
  types:
    /^module:.*(\brds\b|aurora|dynamodb|postgres|mysql|mssql|cosmos|\bsql-db\b|cloud-?sql|database|redis|elasticache)/i,
};

/** Whatever keeps data. */
export const storage: Kinds = {
  kinds:
    /^(analytics-application|bucket|bucket-object|cache|catalog-database|catalog-table|database|database-cluster|database-instance|database-schema|file-system|search-collection|search-domain|storage-account|table|vector-bucket|vector-index|volume|warehouse)$/,
  types:
    /^module:.*(s3-bucket|\brds\b|aurora|dynamodb|postgres|mysql|mssql|cosmos|\bsql-db\b|cloud-?sql|database|storage|redis|\befs\b)/i,
};

/** What runs code. */
export const computing: Kinds = {
  kinds:
    /^(cluster|compute-environment|container-service|function|instance|job|scaling-group|task-definition|web-application|web-environment)$/,
};

export const identity: Kinds = { kinds: /^(identity|role|instance-profile|role-assignment|policy)$/ };

/** Where logs and metrics are kept. */
export const logs: Kinds = {
  kinds: /^(log-group|log-subscription|trace-group)$/,
  types: /^module:.*(log-?analytics|insights|monitoring)/i,
};

export const metricFilters: Kinds = { kinds: /^log-metric-filter$/ };

export const secrets: Kinds = { kinds: /^(key-vault|parameter|secret)$/, types: /^module:.*(secret|key-?vault)/i };

export const alarms: Kinds = {
  kinds: /^(alarm|anomaly-detector|objective)$/,
  types:
    /alarm|alert|ServiceLevelObjective|monitoring_slo|AnomalyDetector|PrometheusRule|^(datadog|newrelic|grafana|pagerduty|opsgenie|checkly|betteruptime|sentry)_/i,
};

export const dashboards: Kinds = {
  kinds: /^dashboard$/,
  types: /dashboard|Microsoft\.Portal\/|Insights\/workbooks|grafana/i,
};

/** True for a resource of a kind. What is only looked up counts too: it is there, unless a condition says that it may not be. */
export function isOfKind({ kind, type, existing, condition }: Resource, { kinds, types }: Kinds): boolean {
  if (existing === true && condition !== null) return false;
  return (kind !== null && kinds.test(kind)) || types?.test(type) === true;
}

/** Those of some resources that are of a kind, as evidence. */
export function ofKind(resources: readonly Resource[], kinds: Kinds): Evidence[] {
  return resources
    .filter((resource) => isOfKind(resource, kinds))
    .map(({ key, id, type }) => evidence(key, `${type} ${id}`));
}
