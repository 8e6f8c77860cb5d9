import { defineCheck } from '../define.ts';
import { judgeSetting, type SetResource, settingsOf } from './data-setting.ts';
import { withData } from './examples.ts';

const database = (...lines: string[]): Record<string, string> =>
  withData('AWS::RDS::DBInstance', ['DBInstanceClass: db.t4g.micro', ...lines]);

export const check = defineCheck({
  id: 'data-unencrypted',
  scope: 'service',
  step: 'tags',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Encrypt data where the provider does not do it by itself',
  docs: {
    why: 'A copy of the storage or a snapshot of it can be read by whoever gets it, and encryption cannot be turned on later: a database has to be restored into another one. Buckets, tables and queues are encrypted by their providers and not judged here.',
    fix: 'Set StorageEncrypted (RDS) or Encrypted (EFS) to true before there is data in it.',
    whenNone: 'It works on no resource that its provider leaves unencrypted.',
    bad: [
      { title: 'A database that does not say', files: database('Engine: postgres') },
      { title: 'A database that turns it off', files: database('Engine: postgres', 'StorageEncrypted: false') },
      { title: 'A file system that turns it off', files: withData('AWS::EFS::FileSystem', ['Encrypted: false']) },
      {
        title: 'A file system that does not say',
        files: withData('AWS::EFS::FileSystem', ['ThroughputMode: elastic']),
      },
    ],
    good: [
      { title: 'An encrypted database', files: database('Engine: postgres', 'StorageEncrypted: true') },
      { title: 'The same as a text', files: database('Engine: mysql', 'StorageEncrypted: "true"') },
      { title: 'An encrypted file system', files: withData('AWS::EFS::FileSystem', ['Encrypted: true']) },
      {
        title: 'A parameter, so that it cannot be told',
        files: database('Engine: postgres', 'StorageEncrypted: !Ref Open'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    ],
  },
  subjects: (service, facts): SetResource[] => settingsOf(service, facts, 'at-rest'),
  judge: (subject) => judgeSetting(subject, 'is not encrypted'),
});
