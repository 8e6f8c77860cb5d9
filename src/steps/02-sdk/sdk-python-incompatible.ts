import type { SdkPythonFloor } from '../../catalogue/dataset.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { Dependency } from '../../manifests/index.ts';
import { deployedPython } from '../01-runtime/deployed-python.ts';
import { featureVersion } from '../01-runtime/feature-version.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { compareReleases, oldestRelease } from '../release-order.ts';

interface Asked extends Subject {
  readonly dependency: Dependency;
  readonly floor: SdkPythonFloor;
}

const lambda = (runtime: string, requirements: string): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', `Runtime: ${runtime}`]),
  'src/app.py': `import boto3\n${handlerModule}`,
  'src/requirements.txt': requirements,
});

export const check = defineCheck({
  id: 'sdk-python-incompatible',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Ask for a release of the SDK that the Python can install',
  docs: {
    why: 'SDKs leave old Pythons behind: boto3 needs Python 3.10 since its release 1.43. pip does not install a release on a Python that its Requires-Python leaves out, so that the build ends; put into the archive by other ways, it fails at the first import that needs what the Python does not have.',
    fix: 'Move the service to a newer Python, or pin the last release that supports this one.',
    whenNone:
      'It asks for no release of an SDK of which we know what it needs, or the Python that it runs on is not known.',
    bad: [
      { title: 'boto3 1.44 on Python 3.9', files: lambda('python3.9', 'boto3==1.44.5\n') },
      {
        title: 'A lower bound that an image cannot meet',
        files: imageFiles('python:3.9-slim', ['COPY requirements.txt .', 'RUN pip install -r requirements.txt'], {
          'requirements.txt': 'boto3>=1.43\n',
        }),
      },
    ],
    good: [
      { title: 'The last release for Python 3.9', files: lambda('python3.9', 'boto3==1.42.97\n') },
      { title: 'A newer Python', files: lambda('python3.13', 'boto3==1.44.5\n') },
      { title: 'A range that holds older releases', files: lambda('python3.9', 'boto3>=1.26\n') },
      {
        title: 'Only on other Pythons',
        files: lambda(
          'python3.9',
          'boto3==1.44.5 ; python_version >= "3.10"\nboto3==1.42.97 ; python_version < "3.10"\n',
        ),
      },
    ],
    sources: [
      'https://aws.amazon.com/blogs/developer/python-support-policy-updates-for-aws-sdks-and-tools/',
      'https://packaging.python.org/en/latest/specifications/core-metadata/#requires-python',
    ],
  },
  subjects: (service, { catalogue }): Asked[] => {
    const stated = deployedPython(service);
    if (stated === undefined || featureVersion(stated.specifier) === undefined) return [];
    const floors = new Map(catalogue.load('python/sdk-python-floors').facts.map((fact) => [fact.id, fact]));
    const asked = service.manifests.flatMap(({ dependencies }) =>
      dependencies.flatMap((dependency) => {
        const floor = floors.get(dependency.name);
        const counts = dependency.group === null && dependency.source === 'index' && floor !== undefined;
        return counts ? [{ name: dependency.name, dependency, floor }] : [];
      }),
    );
    return [...Map.groupBy(asked, ({ name }) => name).values()].flatMap((same) => {
      // Where one is for some Pythons only, another one is for the others.
      const everywhere = same.filter(({ dependency }) => dependency.marker === null);
      const newest = everywhere.toSorted((a, b) => compareReleases(releaseOf(b), releaseOf(a)))[0];
      return newest === undefined || everywhere.length < same.length ? same.slice(0, 1).map(unlimited) : [newest];
    });
  },
  judge: ({ name, dependency, floor }, service) => {
    const stated = deployedPython(service);
    const python = stated && featureVersion(stated.specifier);
    const shown = evidence(dependency.place, `${name}${dependency.specifier}`);
    const last = python === undefined ? undefined : floor.last[python];
    const oldest = oldestRelease(dependency.specifier);
    if (stated === undefined || last === undefined || oldest === undefined || compareReleases(oldest, last) <= 0)
      return pass(`${name} can be installed on Python ${python}.`, shown);
    const asked = dependency.pinned ? oldest : dependency.specifier;
    return fail(
      `${name} ${asked} does not support Python ${python}, which this runs on: the last release that does is ${last}.`,
      [shown, stated.evidence],
      { fix: { title: `Move to a newer Python, or pin ${name} to ${last}.`, safe: false, intents: [] } },
    );
  },
});

function releaseOf({ dependency }: Asked): string {
  return oldestRelease(dependency.specifier) ?? '0';
}

function unlimited(asked: Asked): Asked {
  return { ...asked, floor: { ...asked.floor, last: {} } };
}
