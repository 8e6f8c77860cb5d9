import { evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import type { CodeRead } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface ReadVariable extends Subject {
  /** The first place at which it is read. */
  readonly read: CodeRead;
}

const reading = (before: string): string =>
  `import os\n\n${before}\n\ndef handler(event, context):\n    return event\n`;

export const check = defineCheck({
  id: 'environment-unset',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes'],
  severity: 'risk',
  title: 'Set each environment variable that the code reads without a default',
  docs: {
    why: '`os.environ["NAME"]` raises KeyError where the variable is not set. At the top of a module that ends the start of the service, in the handler each of its invocations. A variable that only the developer’s machine or another function has is found out after the deployment.',
    fix: 'Set the variable where the service is defined, or read it with `os.environ.get` and a default.',
    whenNone: 'Its code reads no variable that it needs, or its environment is not defined by infrastructure code.',
    bad: [
      { title: 'Nothing sets it', files: functionFiles(reading('TABLE = os.environ["TABLE"]')) },
      {
        title: 'Another name is set',
        files: functionFiles(
          'import os\n\ndef handler(event, context):\n    return os.environ["TABLE_NAME"]\n',
          'Environment:',
          '  Variables:',
          '    TABLE: orders',
        ),
      },
    ],
    good: [
      {
        title: 'The template sets it',
        files: functionFiles(
          reading('TABLE = os.environ["TABLE"]'),
          'Environment:',
          '  Variables:',
          '    TABLE: orders',
        ),
      },
      { title: 'The platform sets it', files: functionFiles(reading('REGION = os.environ["AWS_REGION"]')) },
      {
        title: 'The code sets it where it is not there',
        files: functionFiles(reading('os.environ.setdefault("MODE", "fast")\nMODE = os.environ["MODE"]')),
      },
      {
        title: 'What a macro adds to the environment cannot be told',
        files: functionFiles(
          reading('TABLE = os.environ["TABLE"]'),
          'Environment:',
          '  Variables:',
          '    Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://shared/variables.yaml } }',
        ),
      },
      {
        title: 'A script that names it may set it, which cannot be told',
        files: {
          ...functionFiles(reading('TABLE = os.environ["TABLE"]')),
          'deploy.sh':
            'aws lambda update-function-configuration --function-name f --environment "Variables={TABLE=orders}"\n',
        },
      },
    ],
    sources: [
      'https://docs.python.org/3/library/os.html#os.environ',
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://learn.microsoft.com/azure/app-service/reference-app-settings',
      'https://cloud.google.com/run/docs/container-contract',
    ],
  },
  subjects: (service, facts): ReadVariable[] => {
    const entered = service.entryPoints.some(({ found }) => found);
    if (service.compute === null || !entered || service.environmentGaps === null) return [];
    const firsts = new Map<string, CodeRead>();
    for (const read of facts.code(service).environment().reads) {
      if (!firsts.has(read.name)) firsts.set(read.name, read);
    }
    return [...firsts.values()].map((read) => ({ name: read.name, read }));
  },
  judge: ({ name, read }, service, facts) => {
    const shown = evidence(read.place, read.text);
    const set = service.environment.find((variable) => variable.name === name);
    if (set !== undefined) return pass(`${name} is set.`, shown, evidence(set.place, name));
    if (isOfPlatform(name, service, facts)) return pass(`${name} is set by the platform.`, shown);
    if (service.image?.shape.environment.has(name) === true) return pass(`${name} is set in the image.`, shown);
    const { handled, loads } = facts.code(service).environment();
    if (handled.has(name)) return pass(`The code looks whether ${name} is set, or sets it.`, shown);
    if (loads) return unknown('dynamic-value', `The code loads variables, ${name} perhaps among them.`, shown);
    const [gap] = service.environmentGaps ?? [];
    if (gap !== undefined) {
      const message = `Nothing that was read sets ${name}; ${gap.text} may.`;
      return unknown('dynamic-value', message, shown, gap);
    }
    const elsewhere = service.namedElsewhere(name);
    if (elsewhere !== null) {
      const message = `Its definition does not set ${name}; ${elsewhere.file}, which names it, may.`;
      return unknown('external-code', message, shown, elsewhere);
    }
    const { definedIn } = service;
    return fail(
      `${read.text} raises KeyError: nothing sets ${name} for ${service.name}.`,
      [shown, evidence(definedIn, service.name, 'absent')],
      { fix: { title: `Set ${name} in ${definedIn.file}.`, safe: false, intents: [] } },
    );
  },
});

function isOfPlatform(name: string, { cloud }: Service, { catalogue }: Facts): boolean {
  const { facts } = catalogue.load('platform-variables');
  return facts.some(
    ({ id, clouds }) =>
      (clouds.length === 0 || clouds.includes(cloud)) && new RegExp(`^${id.replaceAll('*', '.*')}$`).test(name),
  );
}
