import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { withData } from './examples.ts';

const plan = ['TimeToLiveSpecification: { AttributeName: until, Enabled: true }'];

const withPlan = (): Files => {
  const files = withData('AWS::DynamoDB::Table', plan);
  return {
    ...files,
    'template.yaml': `${files['template.yaml'] ?? ''}  Chosen:\n    Type: AWS::Backup::BackupSelection\n    Properties: { BackupPlanId: a }\n`,
  };
};

const sql = (...settings: string[]): Files => ({
  'main.py': 'print("ready")\n',
  Dockerfile: 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n',
  'main.tf': `resource "google_sql_database_instance" "shop" {
  name             = "shop"
  database_version = "POSTGRES_17"
  settings {
    tier = "db-f1-micro"
${settings.map((line) => `    ${line}\n`).join('')}  }
}

variable "project" {}

resource "google_cloud_run_v2_service" "web" {
  name     = "web"
  location = "europe-west3"
  template {
    containers {
      image = "gcr.io/\${var.project}/web"
      env {
        name  = "DATABASE"
        value = google_sql_database_instance.shop.connection_name
      }
    }
  }
}
`,
});

test.for<[title: string, files: Files, ...expected: object[]]>([
  [
    'a table of what expires',
    withData('AWS::DynamoDB::Table', plan),
    { verdict: 'fail', severity: 'improvement', subject: 'Data', at: { file: 'template.yaml', line: 10 } },
  ],
  ['a table that a plan of elsewhere in the stack may choose', withPlan(), { verdict: 'unknown' }],
  ['a cache', withData('AWS::DynamoDB::Table', ['TableName: price-cache']), { verdict: 'pass' }],
  ['what the provider keeps by itself', withData('AWS::S3::Bucket', ['BucketName: a']), { verdict: 'not-applicable' }],
  [
    'an instance of a cluster',
    withData('AWS::RDS::DBInstance', ['DBClusterIdentifier: a']),
    { verdict: 'not-applicable' },
  ],
  [
    'Cloud SQL without backups',
    sql(),
    {
      verdict: 'fail',
      subject: 'google_sql_database_instance.shop',
      message: expect.stringContaining('backup_configuration.enabled is not set'),
    },
  ],
  ['Cloud SQL with backups', sql('backup_configuration { enabled = true }'), { verdict: 'pass' }],
])('%s', async ([, files, ...expected]) => {
  const found = await findingsOn('data-unprotected', files);
  expect(found.length > 1 ? found.filter(({ verdict }) => verdict !== 'not-applicable') : found).toMatchObject(
    expected,
  );
});
