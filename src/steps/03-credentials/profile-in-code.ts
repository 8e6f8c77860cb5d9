import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

const session = (line: string): Record<string, string> =>
  functionFiles(
    `import os\nimport boto3\n\n${line}\n\ndef handler(event, context):\n    return session.client("s3").list_buckets()\n`,
  );

export const check = defineCheck({
  id: 'profile-in-code',
  scope: 'service',
  step: 'credentials',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other'],
  severity: 'risk',
  title: 'Leave the name of a profile out of the code',
  docs: {
    why: 'A profile is a section in the files of one machine. Where the service runs there is none: boto3 raises ProfileNotFound, and every request fails.',
    fix: 'Build the session without profile_name, and set AWS_PROFILE on the machines that need one.',
    whenNone: 'Its code builds no session of boto3 from a profile.',
    bad: [
      { title: 'A profile by its name', files: session('session = boto3.Session(profile_name="dev")') },
      {
        title: 'A profile for all clients',
        files: session('boto3.setup_default_session(profile_name="dev")\nsession = boto3'),
      },
    ],
    good: [
      { title: 'None', files: session('session = boto3.Session(profile_name=None)') },
      {
        title: 'The name that the environment gives, if any',
        files: session('session = boto3.Session(profile_name=os.environ.get("AWS_PROFILE"))'),
      },
      {
        title: 'On a condition it cannot be told',
        files: session('session = boto3.Session(profile_name="dev") if os.environ.get("LOCAL") else boto3.Session()'),
      },
    ],
    sources: ['https://docs.aws.amazon.com/boto3/latest/guide/credentials.html#configuring-credentials'],
  },
  subjects: (service, facts): CallSubject[] => {
    if (service.compute === null) return [];
    const calls = facts.code(service).calls({ packages: ['boto3', 'aioboto3'], needles: ['profile_name'] });
    return calls.filter(({ keywords, isMain }) => keywords.has('profile_name') && !isMain).map(callSubject);
  },
  judge: ({ call }) => {
    const shown = callEvidence(call);
    const name = call.keywords.get('profile_name');
    if (name === undefined || name.value === null) return pass('It names no profile.', shown);
    if (/^os\.(environ|getenv)/.test(name.path)) return pass('The environment names the profile.', shown);
    if (typeof name.value !== 'string' || call.conditional)
      return unknown('dynamic-value', `Whether ${call.text} is given ${name.text} where it runs is not seen.`, shown);
    return fail(`${call.text} needs the profile ${name.value}, which is not there where the service runs.`, [shown], {
      fix: { title: 'Leave out profile_name.', safe: false, intents: [] },
    });
  },
});
