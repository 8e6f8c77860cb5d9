import type { HeavyImport } from '../../catalogue/dataset.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import type { CodeImport } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Imported extends Subject {
  readonly fact: HeavyImport;
  readonly imports: readonly CodeImport[];
}

export const check = defineCheck({
  id: 'import-unused-at-start',
  scope: 'service',
  step: 'coldstart',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Leave out imports that nothing uses and that take time',
  docs: {
    why: 'A module at the top of a file is loaded in each cold start, before the first answer. Of large libraries that is a good part of a second on a small function; where nothing uses them, it is for nothing, and so is their weight in the package.',
    fix: 'Remove the import, and the library from the dependencies if nothing else needs it.',
    whenNone:
      'It is no function whose entry point was found, or it imports none of the libraries whose loading time is known.',
    bad: [
      {
        title: 'A library that nothing uses',
        files: {
          ...functionFiles('import pandas as pd\n\ndef handler(event, context):\n    return event\n'),
          'requirements.txt': 'pandas==2.3.3\n',
        },
      },
      {
        title: 'A name of it that nothing uses',
        files: {
          ...functionFiles(
            'import json\nfrom requests import Session\n\ndef handler(event, context):\n    return json.dumps(event)\n',
          ),
          'requirements.txt': 'requests==2.32.5\n',
        },
      },
    ],
    good: [
      {
        title: 'Used',
        files: functionFiles(
          'import pandas as pd\n\ndef handler(event, context):\n    return pd.DataFrame(event).to_json()\n',
        ),
      },
      {
        title: 'Unused here, but used by another module',
        files: {
          ...functionFiles(
            'import requests\nimport other\n\ndef handler(event, context):\n    return other.get(event)\n',
          ),
          'other.py': 'import requests\n\ndef get(event):\n    return requests.get(event["url"], timeout=3).text\n',
        },
      },
      {
        title: 'Imported for what it does',
        files: functionFiles(
          'import boto3  # warms the cache\nimport requests\n\ndef handler(event, context):\n    return requests.get(event, timeout=1).text\n',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
      'https://docs.python.org/3/using/cmdline.html#cmdoption-X',
    ],
  },
  subjects: (service, facts): Imported[] => {
    if (service.compute !== 'function' || !service.entryPoints.some((entry) => entry.found)) return [];
    const all = facts.code(service).imports();
    return facts.catalogue.load('python/heavy-imports').facts.flatMap((fact) => {
      const imports = all.filter(({ root }) => root === fact.id);
      return imports.length === 0 ? [] : [{ name: fact.id, fact, imports }];
    });
  },
  judge: ({ fact, imports }, service, facts) => {
    const [first] = imports;
    const shown = first === undefined ? evidence(service.definedIn, fact.id) : evidence(first.place, first.text);
    if (imports.some(({ used }) => used)) return pass(`${fact.id} is used.`, shown);
    const bringer = facts
      .code(service)
      .imports()
      .find(({ root }) => fact.loadedBy.includes(root));
    if (bringer !== undefined) return pass(`${bringer.root} loads ${fact.id} anyway.`, shown);
    if (!isThere(fact.id, service, facts))
      return unknown('external-code', `Nothing uses ${fact.id}, and nothing here says that it is installed.`, shown);
    if (service.layers.length > 0) return unknown('external-code', `Nothing here uses ${fact.id}; a layer may.`, shown);
    return fail(
      `${fact.id} is imported at start, which takes about ${fact.milliseconds} ms on a server, and nothing uses it.`,
      [shown],
      {
        fix: { title: 'Remove the import.', safe: false, intents: [] },
      },
    );
  },
});

/** True of a library that a dependency file names or that comes with the platform's runtime: of others the import only fails. */
function isThere(name: string, { manifests, artifact, runtime }: Service, { catalogue }: Facts): boolean {
  if (manifests.some(({ dependencies }) => dependencies.some((one) => one.name === name))) return true;
  const sdk = catalogue.load('python/sdk-distributions').facts.find(({ id }) => id === name);
  const platform = runtime.managed?.platform;
  return artifact === 'zip' && platform !== undefined && sdk?.runtimes?.includes(platform) === true;
}
