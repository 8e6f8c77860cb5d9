import type { RemovedModule } from '../../catalogue/dataset.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { ModuleImport, Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { deployedPython } from './deployed-python.ts';
import { allows, featureVersion, isSince } from './feature-version.ts';

interface Removed extends Subject {
  readonly fact: RemovedModule;
  /** The imports of it, by place. */
  readonly imports: readonly [ModuleImport, ...ModuleImport[]];
}

const on = (runtime: string, code: string, files: Record<string, string> = {}): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', `Runtime: ${runtime}`]),
  'src/app.py': `${code}\n${handlerModule}`,
  ...files,
});

export const check = defineCheck({
  id: 'stdlib-module-removed',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Import no module that this Python no longer has',
  docs: {
    why: "Python 3.12 and 3.13 took modules out of the standard library, distutils, imp, cgi and telnetlib among them. Of such a module Python's documentation says: “This module is no longer part of the Python standard library.” The import raises ModuleNotFoundError: a blocker where the entry point itself imports it, a risk where it happens later.",
    fix: 'Use what the documentation names instead, or install a distribution that brings the module back (setuptools for distutils, legacy-cgi, audioop-lts …).',
    whenNone: 'It imports no module that was taken out of the standard library.',
    bad: [
      { title: 'distutils on Python 3.12', files: on('python3.12', 'from distutils.version import LooseVersion') },
      { title: 'cgi in an image of Python 3.13', files: imageFiles('python:3.13', [], { 'app.py': 'import cgi\n' }) },
    ],
    good: [
      { title: 'On the last Python that has it', files: on('python3.11', 'from distutils.util import strtobool') },
      {
        title: 'setuptools still brings distutils',
        files: on('python3.12', 'from distutils.util import strtobool', {
          'src/requirements.txt': 'setuptools==80.9.0\n',
        }),
      },
      {
        title: 'A distribution brings it back',
        files: on('python3.13', 'import cgi', { 'src/requirements.txt': 'legacy-cgi==2.6.3\n' }),
      },
      {
        title: 'One that is guarded beside one that is still there',
        files: on('python3.12', 'import cgi\ntry:\n    import imp\nexcept ImportError:\n    imp = None'),
      },
    ],
    sources: [
      'https://docs.python.org/3/library/removed.html',
      'https://docs.python.org/3/whatsnew/3.12.html#removed',
      'https://docs.python.org/3/whatsnew/3.13.html#whatsnew313-pep594',
    ],
  },
  subjects: (service, { catalogue }): Removed[] => {
    const { facts } = catalogue.load('python/removed-modules');
    const { imports } = service.importsOf(new Set(facts.map(({ id }) => id)));
    const byModule = Map.groupBy(imports, ({ root }) => root);
    return facts.flatMap((fact) => {
      const [first, ...others] = byModule.get(fact.id) ?? [];
      return first === undefined ? [] : [{ name: fact.id, fact, imports: [first, ...others] }];
    });
  },
  judge: (subject, service) => {
    const { fact, imports } = subject;
    const [first] = imports;
    const restored = service.manifests
      .flatMap(({ dependencies }) => dependencies)
      .find(({ name, group }) => group === null && fact.restoredBy.includes(name));
    if (restored !== undefined) {
      return pass(`${restored.name} brings ${fact.id}.`, first.evidence, evidence(restored.place, restored.name));
    }
    const stated = deployedPython(service) ?? service.pythonVersions.find(({ specifier }) => featureVersion(specifier));
    const python = stated && featureVersion(stated.specifier);
    if (stated === undefined || python === undefined) return ofRange(subject, service);
    if (!isSince(python, fact.removed)) {
      return pass(
        `${fact.id} is there until Python ${fact.removed}; this runs ${python}.`,
        first.evidence,
        stated.evidence,
      );
    }
    if (mayComeAlong(fact, service)) {
      const message = `Python ${python} has no ${fact.id}; ${fact.restoredBy.join(' or ')}, which may come along with another dependency, brings it.`;
      return unknown('external-code', message, first.evidence, stated.evidence);
    }
    const atStart = imports.find(
      (one) => !one.deferred && service.entryPoints.some((entry) => entry.found && entry.file === one.evidence.file),
    );
    const message = `${fact.id} is “no longer part of the Python standard library”: it was removed in Python ${fact.removed}, and this runs ${python}.`;
    return fail(message, [(atStart ?? first).evidence, stated.evidence], {
      severity: atStart !== undefined && deployedPython(service) !== undefined ? 'blocker' : 'risk',
      fix: { title: mend(fact), safe: false, intents: [] },
    });
  },
});

/** Where only a range of versions is stated, or nothing. */
function ofRange({ fact, imports }: Removed, service: Service): Judgement {
  const first = imports.find(({ deferred }) => !deferred);
  if (first === undefined) {
    const message = `${fact.id} is imported where a function is called, which code for several versions may not do on Python ${fact.removed}.`;
    return pass(message, imports[0].evidence);
  }
  const range = service.pythonVersions.find(({ specifier }) => allows(specifier, fact.removed) === true);
  const [any] = service.pythonVersions;
  if (range !== undefined && !mayComeAlong(fact, service)) {
    const message = `${range.label} allows Python ${fact.removed} (${range.specifier}), which has no ${fact.id} any more.`;
    return fail(message, [first.evidence, range.evidence], { fix: { title: mend(fact), safe: false, intents: [] } });
  }
  if (range === undefined && any !== undefined) {
    return pass(
      `${any.label} leaves out Python ${fact.removed}, which has no ${fact.id}.`,
      first.evidence,
      any.evidence,
    );
  }
  const message =
    range === undefined
      ? `${fact.id} is gone since Python ${fact.removed}, and nothing says which Python runs this.`
      : `${fact.id} is gone since Python ${fact.removed}; ${fact.restoredBy.join(' or ')} may come along with another dependency.`;
  return unknown('external-code', message, first.evidence);
}

/** True for distutils where dependencies without a lock may install setuptools. */
function mayComeAlong({ restoredBy }: RemovedModule, { manifests }: Service): boolean {
  if (!restoredBy.includes('setuptools')) return false;
  const locked = manifests.some(({ role, faults }) => role === 'lock' && faults.length === 0);
  return !locked && manifests.some(({ dependencies, faults }) => dependencies.length > 0 || faults.length > 0);
}

function mend({ id, instead, restoredBy }: RemovedModule): string {
  const other = instead === null ? 'Do without it' : `Use ${instead}`;
  return restoredBy.length === 0 ? `${other} in place of ${id}.` : `${other}, or declare ${restoredBy.join(' or ')}.`;
}
