import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import { defineCheck } from '../define.ts';
import { pass, unknown } from '../judgement.ts';
import { judgeSetting, type SetResource, settingsOf } from './data-setting.ts';
import { withData } from './examples.ts';

const table = (...lines: string[]): Record<string, string> =>
  withData('AWS::DynamoDB::Table', ['BillingMode: PAY_PER_REQUEST', ...lines]);

/** Data that is made again when it is gone: caches, locks, connections, what was seen before, results of tests. */
const madeAgain = /cache|lock|connection|idempoten|dedup|rate.?limit|throttl|test.?result|temp(orary)?(?![a-z])/i;

export const check = defineCheck({
  id: 'data-unprotected',
  scope: 'service',
  step: 'tags',
  clouds: ['aws', 'gcp'],
  severity: 'improvement',
  title: 'Keep the data of a service restorable',
  docs: {
    why: 'What a faulty release, a script or an attacker overwrites or deletes is gone for good where nothing keeps an earlier state: a table of DynamoDB without point-in-time recovery, a database without automated backups. Databases whose providers back them up by themselves (RDS in CloudFormation, Azure Database for PostgreSQL, Cosmos DB) are judged by what turns that off.',
    fix: 'Turn on PointInTimeRecoverySpecification (DynamoDB), BackupRetentionPeriod (RDS) or backup_configuration (Cloud SQL), and try a restore once.',
    whenNone: 'It works on no table or database whose provider keeps no earlier state by itself.',
    bad: [
      { title: 'A table that does not say', files: table() },
      {
        title: 'A table that turns it off',
        files: table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false }'),
      },
      {
        title: 'A database that keeps no backups',
        files: withData('AWS::RDS::DBInstance', ['Engine: postgres', 'BackupRetentionPeriod: 0']),
      },
    ],
    good: [
      {
        title: 'A table with point-in-time recovery',
        files: table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }'),
      },
      {
        title: 'A database that is backed up by itself',
        files: withData('AWS::RDS::DBInstance', ['Engine: postgres']),
      },
      { title: 'A table of locks', files: table('TableName: orders-locks') },
      {
        title: 'A parameter, so that it cannot be told',
        files: table('PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Open }'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      'https://cloud.google.com/sql/docs/postgres/backup-recovery/backups',
    ],
  },
  subjects: (service, facts): SetResource[] => settingsOf(service, facts, 'restore'),
  judge: (subject, { definition }) => {
    const { resource } = subject;
    if (madeAgain.test(namesOf(resource))) {
      return pass(`${resource.id} seems to hold what is made again.`, evidence(resource.key, resource.id, 'guessed'));
    }
    const judged = judgeSetting(subject, 'cannot be restored to before a fault');
    const plan = judged.verdict === 'fail' && definition !== null ? backupPlanIn(definition.stack) : undefined;
    if (plan === undefined) return judged;
    const text = `${plan.id} backs resources up; whether ${resource.id} is one of them does not show.`;
    return unknown('conflicting-evidence', text, evidence(plan.key, plan.id));
  },
});

/** What a resource is called, in its template and by its own name. */
function namesOf(resource: Resource): string {
  const names = ['TableName', 'name'].flatMap((path) => property(resource, path) ?? []);
  return [resource.id, ...names.map((name) => readText(name).text)].join(' ');
}

/** A plan of AWS Backup, which may choose resources by their tags: https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html */
function backupPlanIn(stack: Stack): Resource | undefined {
  return [...stack.resources.values()].find(({ type }) =>
    /^(AWS::Backup::Backup|aws_backup_)(Selection|selection)$/.test(type),
  );
}
