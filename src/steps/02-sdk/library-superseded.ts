import { daysBetween } from '../../evidence/day.ts';
import type { SdkImport } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

interface Imported extends Subject {
  readonly sdk: SdkImport;
}

/** A library without a release for so long gets no fixes any more. */
const abandonedAfterDays = 3 * 365;

const lambda = (code: string, requirements: string): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': `${code}\n${handlerModule}`,
  'src/requirements.txt': requirements,
});

export const check = defineCheck({
  id: 'library-superseded',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Use the SDK that its provider still develops',
  docs: {
    why: 'A superseded SDK gets no new services, and sooner or later no fixes: what it signs in with, the APIs behind it and the Pythons that it runs on go away without notice. It is a risk where its last release is more than three years old.',
    fix: 'Move to the SDK that replaces it; most providers publish a guide for that.',
    whenNone: 'Its code imports no cloud SDK that the catalogue knows.',
    bad: [
      { title: 'The first SDK for AWS', today: '2026-11-21', files: lambda('import boto', 'boto==2.49.0\n') },
      {
        title: 'The old sign-in of Azure',
        today: '2026-11-21',
        files: lambda('from adal import AuthenticationContext', 'adal==1.2.7\n'),
      },
      {
        title: 'One in maintenance',
        today: '2026-11-21',
        files: lambda('from aws_xray_sdk.core import patch_all', 'aws-xray-sdk==2.15.0\n'),
      },
    ],
    good: [
      { title: 'What replaced it', files: lambda('import boto3', 'boto3==1.44.5\n') },
      { title: 'Declared and not imported', files: lambda('import boto3', 'boto3==1.44.5\nboto==2.49.0\n') },
      {
        title: 'Only where the other one is missing',
        files: lambda('import boto3\ntry:\n    import msal\nexcept ImportError:\n    import adal', 'boto3==1.44.5\n'),
      },
      {
        title: 'A library with a like name',
        files: lambda(
          'import boto3\nfrom azure.storage.blob import BlobClient',
          'boto3==1.44.5\nazure-storage-blob==12.31.1\n',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-daemon-timeline.html',
      'https://github.com/googleapis/oauth2client',
      'https://pypi.org/project/adal/',
    ],
  },
  subjects: ({ sdkImports }): Imported[] => sdkImports.imports.map((sdk) => ({ name: sdk.distribution, sdk })),
  judge: ({ name, sdk }, _service, { catalogue, today }) => {
    const fact = catalogue
      .load('python/sdk-distributions')
      .facts.find(({ distribution, supersededBy }) => distribution === name && supersededBy !== undefined);
    if (fact?.supersededBy === undefined) return pass(`Nothing supersedes ${name}.`, sdk.evidence);
    const { supersededBy, version, built } = fact;
    const last = version === undefined || built === undefined ? '' : `; its release ${version} is of ${built}`;
    const abandoned = built !== undefined && daysBetween(built, today) > abandonedAfterDays;
    return fail(`${name} is superseded by ${supersededBy}${last}.`, [sdk.evidence], {
      severity: abandoned ? 'risk' : 'improvement',
      fix: { title: `Move from ${name} to ${supersededBy}.`, safe: false, intents: [] },
    });
  },
});
