import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { SdkImport, Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Brought extends Subject {
  readonly sdk: SdkImport;
}

const lambda = (files: Record<string, string>, properties: readonly string[] = []): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13', ...properties]),
  'src/app.py': `import boto3\n${handlerModule}`,
  ...files,
});

export const check = defineCheck({
  id: 'sdk-from-runtime',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws'],
  severity: 'improvement',
  title: "Bring the SDK along rather than lean on the runtime's own",
  docs: {
    why: "Lambda's runtime has a boto3 of its own, and AWS changes it without a deployment: it lags behind what you test with, and new defaults and parameters arrive on a day that nobody chose. AWS advises to package the SDK where its version matters.",
    fix: 'Declare boto3 with its version in the manifest that the function is built from, or in a layer.',
    whenNone: "It imports no SDK that Lambda's runtime brings along, or its code stands in the template.",
    bad: [
      { title: 'No manifest at all', files: lambda({}) },
      { title: 'A manifest that leaves it out', files: lambda({ 'src/requirements.txt': 'requests==2.32.3\n' }) },
    ],
    good: [
      { title: 'Declared', files: lambda({ 'src/requirements.txt': 'boto3==1.44.5\n' }) },
      {
        title: 'botocore comes with the boto3 that is declared',
        files: lambda({
          'src/app.py': `import botocore.config\n${handlerModule}`,
          'src/requirements.txt': 'boto3==1.44.5\n',
        }),
      },
      {
        title: 'A layer of elsewhere may have it, which cannot be told',
        files: lambda({}, ['Layers:', '  - arn:aws:lambda:eu-west-1:123456789012:layer:sdk:3']),
      },
      {
        title: 'Declared in the folder above, from which it is built',
        files: lambda({ 'requirements.txt': 'boto3~=1.44\n' }),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/python-package.html',
    ],
  },
  subjects: ({ sdkImports, codeRoot }): Brought[] => {
    if (codeRoot === null) return []; // code in the template brings nothing along
    const brought = sdkImports.imports.filter(
      ({ inRuntime, distribution }) => inRuntime && /^boto(3|core)$/.test(distribution),
    );
    const names = new Set(brought.map(({ distribution }) => distribution));
    // What another one of them installs needs no word of its own.
    return brought
      .filter(({ broughtBy }) => !broughtBy.some((one) => names.has(one)))
      .map((sdk) => ({ name: sdk.distribution, sdk }));
  },
  judge: ({ name, sdk }, service) => {
    const names = new Set([name, ...sdk.broughtBy]);
    const declared = service.manifests
      .filter(({ role }) => role !== 'constraint')
      .flatMap(({ dependencies }) => dependencies)
      .find((dependency) => dependency.group === null && names.has(dependency.name));
    if (declared !== undefined) {
      return pass(`${declared.name} is declared.`, sdk.evidence, evidence(declared.place, declared.name));
    }
    const unknownLayers = layersUnread(service);
    if (unknownLayers.length > 0) {
      const message = `${name} is not declared; a layer (${unknownLayers.join(', ')}) may bring it.`;
      return unknown('external-code', message, sdk.evidence);
    }
    const unread = service.manifests.flatMap(({ faults }) => faults)[0];
    if (unread !== undefined) {
      const message = `${name} is not declared where we could read; ${unread.message}.`;
      return unknown('dynamic-value', message, sdk.evidence, evidence(unread.place, unread.message));
    }
    const manifest = service.manifests.find(({ role }) => role === 'declaration');
    const where = manifest === undefined ? [] : [evidence(startOf(manifest.file), name, 'absent')];
    const message = `${name} is not declared: the function runs with whatever version Lambda's runtime has that day.`;
    return fail(message, [sdk.evidence, ...where], {
      fix: {
        title: `Add ${name} to ${manifest?.file ?? 'a requirements.txt beside the code'}, pinned.`,
        safe: false,
        intents: [],
      },
    });
  },
});

/** Layers that hold an extension and nothing for Python. */
const extensions = /:layer:LambdaInsightsExtension/;

/** The layers of which we don't know what they hold: those of elsewhere, and those of the stack without a manifest. */
function layersUnread({ layers, definition, manifests, codeRoot }: Service): string[] {
  const home = codeRoot === null || codeRoot === '.' ? '' : `${codeRoot}/`;
  const read = manifests.some(({ file, role }) => role === 'declaration' && !file.startsWith(home));
  return layers.filter(
    (layer) => !extensions.test(layer) && !(read && definition?.stack.resources.has(layer) === true),
  );
}
