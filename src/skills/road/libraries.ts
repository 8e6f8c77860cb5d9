import type { ModuleImport } from '../../services/service.ts';

/** What a library that a service imports says about it. */
export type LibraryRole =
  | 'web'
  | 'database'
  | 'storage'
  | 'structured-logs'
  | 'telemetry'
  | 'metrics'
  | 'secrets'
  | 'idempotency'
  | 'retries'
  | 'sign-in'
  | 'scheduler'
  | 'deployment';

/** By role: the modules, dots and all; each stands for what lies below it too. */
const libraries: Readonly<Record<LibraryRole, readonly string[]>> = {
  web: 'aiohttp.web bottle chainlit connexion dash django.http django.urls django.conf.urls django.views falcon fastapi flask gradio grpc litestar quart robyn sanic starlette streamlit tornado.web'.split(
    ' ',
  ),
  database:
    'MySQLdb aiomysql aiopg alembic asyncpg beanie cassandra databases django.db django.contrib.gis flask_sqlalchemy google.cloud.sql motor mongoengine mysql neo4j odmantic oracledb peewee piccolo playhouse pony psycopg psycopg2 psycopg_pool pymongo pymysql pyodbc sqlalchemy sqlmodel tortoise'.split(
      ' ',
    ),
  storage:
    'azure.cosmos azure.data.tables azure.storage google.cloud.bigquery google.cloud.bigtable google.cloud.datastore google.cloud.firestore google.cloud.firestore_v1 google.cloud.ndb google.cloud.spanner google.cloud.storage firebase_admin pynamodb redis s3fs smart_open valkey'.split(
      ' ',
    ),
  'structured-logs':
    'aws_lambda_powertools.Logger aws_lambda_powertools.logging azure.monitor.opentelemetry ecs_logging google.cloud.logging google.cloud.logging_v2 json_log_formatter json_logging jsonlogger logfire opencensus.ext.azure.log_exporter pythonjsonlogger structlog google_cloud_logger'.split(
      ' ',
    ),
  telemetry:
    'aiozipkin aws_lambda_powertools.Tracer aws_lambda_powertools.tracing aws_xray_sdk azure.monitor bugsnag datadog datadog_lambda ddtrace elasticapm google.cloud.error_reporting google.cloud.logging google.cloud.monitoring google.cloud.trace honeybadger jaeger_client logfire newrelic opencensus opentelemetry prometheus_client py_zipkin raven rollbar scout_apm sentry_sdk'.split(
      ' ',
    ),
  metrics:
    'aws_embedded_metrics aws_lambda_powertools.Metrics aws_lambda_powertools.metrics azure.monitor.opentelemetry.exporter.AzureMonitorMetricExporter datadog datadog_lambda.metric google.cloud.monitoring google.cloud.monitoring_v3 opencensus.stats opencensus.ext.azure.metrics_exporter opentelemetry.metrics opentelemetry.sdk.metrics prometheus_client prometheus_fastapi_instrumentator prometheus_flask_exporter starlette_exporter statsd'.split(
      ' ',
    ),
  retries: 'backoff google.api_core.retry opnieuw retry retrying stamina tenacity urllib3.util.retry'.split(' '),
  'sign-in':
    'allauth authlib cognitojwt fastapi_azure_auth firebase_admin.auth flask_cognito flask_dance flask_oidc google.oauth2.id_token identity jwcrypto mozilla_django_oidc msal oauth2_provider oauthlib oic onelogin pyoidc social_core social_django'.split(
      ' ',
    ),
  secrets:
    'aws_lambda_powertools.utilities.parameters azure.keyvault google.cloud.secretmanager google.cloud.secretmanager_v1 hvac aws_secretsmanager_caching'.split(
      ' ',
    ),
  idempotency: ['aws_lambda_powertools.utilities.idempotency'],
  // Functions that a stack runs while it is deployed: they wait for what it makes.
  deployment: ['cfnresponse', 'cfn_resource', 'crhelper', 'aws_cfn_custom_resource_resolver'],
  scheduler: ['apscheduler', 'schedule'],
};

/** First parts of the names of all of these modules. */
export const libraryRoots: ReadonlySet<string> = new Set(
  Object.values(libraries).flatMap((modules) => modules.map((module) => module.split('.')[0] ?? module)),
);

/** The imports of libraries of a role. */
export function importsOf(role: LibraryRole, imports: readonly ModuleImport[]): ModuleImport[] {
  const modules = libraries[role];
  return imports.filter(({ path }) => modules.some((module) => path === module || path.startsWith(`${module}.`)));
}

/** The first import of a library of a role, or undefined. */
export function importOf(role: LibraryRole, imports: readonly ModuleImport[]): ModuleImport | undefined {
  return importsOf(role, imports)[0];
}
