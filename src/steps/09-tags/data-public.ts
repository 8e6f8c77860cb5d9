import { defineCheck } from '../define.ts';
import { judgeSetting, type SetResource, settingsOf } from './data-setting.ts';
import { withData } from './examples.ts';

const database = (...lines: string[]): Record<string, string> =>
  withData('AWS::RDS::DBInstance', ['Engine: postgres', ...lines]);

export const check = defineCheck({
  id: 'data-public',
  scope: 'service',
  step: 'tags',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Keep databases off the internet',
  docs: {
    why: 'A database with a public address can be reached from anywhere its security groups do not shut out: one wide rule, and only its password is left.',
    fix: 'Set PubliclyAccessible to false, and let the service reach it from inside the network.',
    whenNone: 'It works on no database of which the repository says whether it is public.',
    bad: [
      { title: 'A public database', files: database('PubliclyAccessible: true') },
      { title: 'The same as a text', files: database('PubliclyAccessible: "true"') },
    ],
    good: [
      { title: 'A database without a public address', files: database('PubliclyAccessible: false') },
      { title: 'The same, written as a text', files: database('PubliclyAccessible: "false"') },
      { title: 'The network decides, so that it cannot be told', files: database('DBSubnetGroupName: inner') },
      { title: 'A parameter, so that it cannot be told', files: database('PubliclyAccessible: !Ref Open') },
    ],
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html'],
  },
  subjects: (service, facts): SetResource[] => settingsOf(service, facts, 'public'),
  judge: (subject) => judgeSetting(subject, 'has a public address'),
});
