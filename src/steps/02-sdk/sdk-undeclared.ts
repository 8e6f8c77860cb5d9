import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { SdkImport, UnreadCode } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

/** An SDK that is imported, or the code of which nobody can tell what it imports. */
type Imported = Subject & ({ readonly sdk: SdkImport } | { readonly sdk: null; readonly unread: UnreadCode });

/** Groups that are installed where people work, not where the code runs. */
const development =
  /^(build-system|ci|dev|dev-dependencies|develop|development|doc|docs|lint|linting|test|testing|tests|typing)$/;

/** What libraries build their clients on: it mostly comes with one of them, and not all of these are in the catalogue. */
const mostlyBrought: ReadonlySet<string> = new Set(
  'azure-common azure-core azure-mgmt-core botocore google-api-core google-auth google-cloud-core google-resumable-media grpc-google-iam-v1 msal msrest oauth2client s3transfer'.split(
    ' ',
  ),
);

const lambda = (files: Record<string, string>): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  ...files,
});

export const check = defineCheck({
  id: 'sdk-undeclared',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Declare every cloud SDK that the code imports',
  docs: {
    why: 'What no manifest declares is installed by chance: with another package, on the machine of whoever wrote it, or not at all. Then the import fails at start.',
    fix: "Add the distribution to the manifest that the artifact is built from. A distribution that the platform's own runtime brings (boto3 on Lambda) is not asked for here.",
    whenNone: 'Its code imports no cloud SDK that the catalogue knows.',
    bad: [
      {
        title: 'Powertools is imported and not declared',
        files: lambda({
          'src/requirements.txt': 'requests==2.32.3\n',
          'src/app.py': `from aws_lambda_powertools import Logger\n${handlerModule}`,
        }),
      },
      {
        title: 'An image without the SDK of the storage that it uses',
        files: {
          Dockerfile:
            'FROM python:3.13-slim\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "main.py"]\n',
          'requirements.txt': 'flask==3.1.0\n',
          'main.py': 'from google.cloud import storage\n',
        },
      },
    ],
    good: [
      {
        title: 'Declared under the name of its distribution',
        files: lambda({
          'src/requirements.txt': 'aws-lambda-powertools[tracer]==3.4.0\n',
          'src/app.py': `from aws_lambda_powertools import Logger\n${handlerModule}`,
        }),
      },
      { title: "boto3 comes with Lambda's runtime", files: lambda({ 'src/app.py': `import boto3\n${handlerModule}` }) },
      {
        title: 'botocore comes with boto3',
        files: {
          Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["python", "main.py"]\n',
          'requirements.txt': 'boto3==1.44.5\n',
          'main.py': 'import boto3\nfrom botocore.exceptions import ClientError\n',
        },
      },
      {
        title: 'The base of clients, of which it cannot be told whether another library brings it',
        files: {
          Dockerfile:
            'FROM python:3.13-slim\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "main.py"]\n',
          'requirements.txt': 'earthengine-api==1.5.9\n',
          'main.py': 'import google.auth\n',
        },
      },
      {
        title: 'Imported for type checking only',
        files: lambda({
          'src/app.py': `from typing import TYPE_CHECKING\nimport boto3\nif TYPE_CHECKING:\n    from aws_lambda_powertools.utilities.typing import LambdaContext\n${handlerModule}`,
        }),
      },
      {
        title: 'An import that may fail',
        files: lambda({
          'src/app.py': `import boto3\ntry:\n    import sagemaker\nexcept ImportError:\n    sagemaker = None\n${handlerModule}`,
        }),
      },
    ],
    sources: ['https://packaging.python.org/en/latest/discussions/install-requires-vs-requirements/'],
  },
  subjects: ({ sdkImports: { imports, unread } }): Imported[] => [
    ...imports.map((sdk) => ({ name: sdk.distribution, sdk })),
    ...(unread === null ? [] : [{ name: 'imports', sdk: null, unread }]),
  ],
  judge: (imported, service) => {
    if (imported.sdk === null) {
      const { reason, detail, evidence: where } = imported.unread;
      return unknown(reason, `What its code imports cannot be told: ${detail}.`, where);
    }
    const { sdk } = imported;
    const { distribution } = sdk;
    const declarations = service.manifests.filter((manifest) => manifest.role !== 'constraint');
    const dependencies = declarations.flatMap((manifest) => manifest.dependencies);
    const names = new Set([distribution, ...sdk.broughtBy]);
    const named = dependencies.filter((dependency) => names.has(dependency.name));
    const declared = named.find(({ group }) => group === null || !development.test(group));
    if (declared !== undefined) {
      const how = declared.name === distribution ? 'is declared' : `comes with ${declared.name}, which is declared`;
      return pass(`${distribution} ${how}.`, sdk.evidence, evidence(declared.place, declared.name));
    }
    const [aside] = named;
    if (aside !== undefined && !sdk.inRuntime) {
      const message = `${aside.name} is declared in the group ${aside.group} only, which may not be installed where the code runs.`;
      return unknown('conflicting-evidence', message, sdk.evidence, evidence(aside.place, aside.name));
    }
    if (sdk.inRuntime) return pass(`${distribution} comes with the platform's Python runtime.`, sdk.evidence);
    if (service.layers.length > 0) {
      return unknown(
        'external-code',
        `${distribution} is not declared; a layer (${service.layers.join(', ')}) may bring it.`,
        sdk.evidence,
      );
    }
    if (sdk.mayComeWith !== null) {
      const message = `${distribution} is not declared; the base image ${sdk.mayComeWith} may bring it.`;
      return unknown('external-code', message, sdk.evidence);
    }
    if (service.compute === null && service.manifests.length === 0) {
      const message = `${distribution} is imported, and nothing here says how this code is installed.`;
      return unknown('external-code', message, sdk.evidence);
    }
    const unread = service.manifests.flatMap((manifest) => manifest.faults)[0];
    if (unread !== undefined) {
      return unknown(
        'dynamic-value',
        `${distribution} is not declared where we could read; ${unread.message}.`,
        sdk.evidence,
        evidence(unread.place, unread.message),
      );
    }
    const command = service.installedByCommand(names);
    if (command !== null) {
      const message = `${distribution} is not declared; ${command.file} installs it by a command, for this code or for other.`;
      return unknown('external-code', message, sdk.evidence, command);
    }
    const brings = mostlyBrought.has(distribution) ? dependencies.find(({ group }) => group === null) : undefined;
    if (brings !== undefined) {
      const message = `${distribution} is imported and declared nowhere: it is there only if something else brings it, such as ${brings.name}.`;
      return unknown('external-code', message, sdk.evidence, evidence(brings.place, brings.name));
    }
    const manifest = declarations.find(({ file }) => file !== service.definedIn.file) ?? declarations[0];
    const message =
      manifest === undefined
        ? `${distribution} is imported, and nothing that is installed with it declares it.`
        : `${distribution} is imported, and ${manifest.file} does not declare it.`;
    const where = manifest === undefined ? [] : [evidence(startOf(manifest.file), distribution, 'absent')];
    const fix = {
      title: `Add ${distribution} to ${manifest?.file ?? 'a requirements.txt beside the code'}, pinned.`,
      safe: false,
      intents: [],
    };
    return fail(message, [sdk.evidence, ...where], { fix });
  },
});
