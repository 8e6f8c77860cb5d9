import type { SdkDistribution } from '../../catalogue/dataset.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { Dependency, Manifest } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Declared extends Subject {
  readonly dependency: Dependency;
  /** It is an improvement only. */
  readonly mild: boolean;
  /** Why that is, in words, where it is sure: not imported, in the platform's own runtime, which floats as well, or declared by a package for whoever installs it. */
  readonly why: string | null;
}

const withRequirements = (requirements: string, others: Record<string, string> = {}): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': handlerModule,
  'src/requirements.txt': requirements,
  ...others,
});

/** Conda's `boto3=1.34.0` means any 1.34.0, which for a release of three numbers is that release. */
function isPinnedIn({ format }: Pick<Manifest, 'format'>, { pinned, specifier }: Dependency): boolean {
  return pinned || (format === 'conda-environment' && /^==\d+(\.\d+){2,}\.\*$/.test(specifier));
}

export const check = defineCheck({
  id: 'sdk-unpinned',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Pin the version of every cloud SDK that is deployed',
  docs: {
    why: 'Without a pin or a lock the next build installs whatever was published last. SDKs change their defaults between releases (botocore 1.44 changed its retry mode), so the same commit behaves differently. It is an improvement only where the range has an upper bound, where the project is a package as well, whose ranges must stay open, where a platform keeps the SDK in its own runtime and lets it float too (boto3 on Lambda), or where the code does not import it.',
    fix: 'Pin it (`boto3==1.44.5`), or resolve once and deploy from a lock file. A package that others install keeps its ranges open and is not judged here.',
    whenNone: 'It declares no cloud SDK that is deployed with it.',
    bad: [
      { title: 'No version at all', files: withRequirements('aws-lambda-powertools\n') },
      { title: 'A lower bound alone', files: withRequirements('boto3>=1.34\n') },
    ],
    good: [
      { title: 'Pinned', files: withRequirements('boto3==1.44.5\n') },
      {
        title: 'Pinned by a constraints file',
        files: withRequirements('-c constraints.txt\nboto3\n', { 'src/constraints.txt': 'boto3==1.44.5\n' }),
      },
      {
        title: 'A range with a lock beside it',
        files: {
          Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nRUN uv sync --frozen\nCMD ["python", "main.py"]\n',
          'main.py': 'import boto3\n',
          'pyproject.toml': '[project]\nname = "jobs"\nversion = "1.0"\ndependencies = ["boto3>=1.44"]\n',
          'uv.lock': 'version = 1\n\n[[package]]\nname = "boto3"\nversion = "1.44.5"\n',
        },
      },
    ],
    sources: [
      'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
      'https://docs.aws.amazon.com/lambda/latest/dg/python-package.html',
    ],
  },
  subjects: (service, { catalogue }): Declared[] => {
    if (service.artifact === 'wheel') return [];
    const sdks = Map.groupBy(
      catalogue.load('python/sdk-distributions').facts.filter(({ sdk }) => sdk),
      ({ distribution }) => distribution,
    );
    const imported = new Set(service.sdkImports.imports.map((sdk) => sdk.distribution));
    const declared = service.manifests
      .filter((manifest) => manifest.role === 'declaration')
      .flatMap(({ format, dependencies }) => {
        const byPackage =
          format === 'setup-cfg' ||
          format === 'setup-py' ||
          dependencies.some((dependency) => dependency.group === 'build-system');
        return dependencies.flatMap((written): Declared[] => {
          const { name, group, source } = written;
          const facts = sdks.get(name);
          if (facts === undefined || group !== null || source !== 'index') return [];
          const dependency = { ...written, pinned: isPinnedIn({ format }, written) };
          const runtimes = facts.flatMap((fact) => fact.runtimes ?? []);
          const mild = byPackage || runtimes.length > 0 || !imported.has(name);
          return [{ name, dependency, mild, why: whyMild(service, facts, imported.has(name), byPackage) }];
        });
      });
    return [...new Map(declared.map((one) => [one.name, one])).values()];
  },
  judge: ({ name, dependency, mild, why }, service) => {
    const here = evidence(dependency.place, `${name}${dependency.specifier}`);
    if (dependency.pinned) return pass(`${name} is pinned.`, here);
    const others = service.manifests
      .flatMap((manifest) => manifest.dependencies.map((other) => ({ ...other, pinned: isPinnedIn(manifest, other) })))
      .filter((other) => other.name === name && other.group === null);
    const pin = others.find((other) => other.pinned);
    if (pin !== undefined)
      return pass(`${name} is pinned by ${pin.place.file}.`, here, evidence(pin.place, `${name}${pin.specifier}`));
    const unread = service.manifests.find((manifest) => manifest.role === 'lock' && manifest.faults.length > 0);
    if (unread !== undefined)
      return unknown('unreadable-file', `${unread.file}, which may pin ${name}, could not be read.`, here);
    const limits = others.map((other) => other.specifier);
    const bounded = limits.some((specifier) => /<|~=|==/.test(specifier));
    const stated = dependency.specifier === '' ? 'without a version' : `as ${dependency.specifier}`;
    const because = why === null ? '' : ` (${why})`;
    return fail(`${name} is declared ${stated}: each build may install another version${because}.`, [here], {
      severity: bounded || mild ? 'improvement' : 'risk',
      fix: {
        title: `Pin ${name} to the version that the tests pass on, or deploy from a lock file.`,
        safe: false,
        intents: [],
      },
    });
  },
});

/** What can be said for sure of why a version that moves does little harm; null where nothing can. */
function whyMild(
  { runtime: { managed }, artifact, isNowhereImported }: Service,
  facts: readonly SdkDistribution[],
  imported: boolean,
  byPackage: boolean,
): string | null {
  const roots = new Set(facts.map(({ id }) => id.split('.')[0] ?? id));
  if (!imported && isNowhereImported(roots)) return 'the code of this service does not import it';
  const inRuntime = facts.some(({ runtimes = [] }) => managed !== null && runtimes.includes(managed.platform));
  if (inRuntime && artifact === 'zip') return "the platform's own runtime moves it too";
  return byPackage ? 'a package leaves its ranges open' : null;
}
