import { daysBetween } from '../../evidence/day.ts';
import type { PythonStatement } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { deployedPython } from './deployed-python.ts';
import { featureVersion, isSince } from './feature-version.ts';

interface Stated extends Subject {
  readonly statement: PythonStatement;
  readonly python: string;
}

export const check = defineCheck({
  id: 'python-end-of-life',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Run on a Python that still gets security fixes',
  docs: {
    why: 'Five years after its release nobody mends a Python any more: holes that are found later stay open, images of it are no longer built, and libraries stop making wheels for it. It is an improvement only where a version file states it and nothing says what is deployed.',
    fix: 'Move to a supported release, the newest that the tests pass on, in the image and in every other place that states the version.',
    whenNone: 'No image and no version file states its Python; a managed runtime or environment has an end of its own.',
    bad: [
      { title: 'An image of a release that has ended', today: '2026-11-21', files: imageFiles('python:3.9-slim') },
      {
        title: 'A version file is all there is',
        today: '2026-11-21',
        files: { 'app.py': 'print()\n', 'requirements.txt': 'flask\n', '.python-version': '3.8.10\n' },
      },
    ],
    good: [
      { title: 'A supported release', today: '2026-11-21', files: imageFiles('python:3.12-slim') },
      { title: 'The day before the end', today: '2025-10-30', files: imageFiles('python:3.9-slim') },
      {
        title: 'An old version file beside a new image',
        today: '2026-11-21',
        files: imageFiles('python:3.13', [], { '.python-version': '3.8\n' }),
      },
      {
        title: 'An old stage that only builds',
        today: '2026-11-21',
        files: imageFiles('python:3.9 AS build', ['RUN pip wheel .', 'FROM python:3.13-slim']),
      },
    ],
    sources: ['https://devguide.python.org/versions/', 'https://peps.python.org/pep-0602/'],
  },
  subjects: (service): Stated[] => {
    const { managed } = service.runtime;
    const kept = service.image === null && (service.compute === 'data-pipeline' || service.compute === 'ml');
    if (managed !== null || kept) return [];
    const deployed = deployedPython(service);
    const statements =
      deployed === undefined ? service.pythonVersions.filter(({ kind }) => kind === 'version-file') : [deployed];
    return statements.flatMap((statement) => {
      const python = featureVersion(statement.specifier);
      return python === undefined ? [] : [{ name: statement.label, statement, python }];
    });
  },
  judge: ({ statement, python }, _service, { catalogue, today }) => {
    const here = statement.evidence;
    const { facts } = catalogue.load('python/versions');
    const oldest = facts.find(({ id }) => id.startsWith('3.'));
    const known = facts.find(({ id }) => id === python) ?? (oldest && !isSince(python, oldest.id) ? oldest : undefined);
    const end = known?.endOfLife;
    if (end === undefined || end === null) {
      return unknown('not-in-catalogue', `The catalogue does not know when Python ${python} ends.`, here);
    }
    if (end > today) return pass(`Python ${python} gets security fixes until ${end}.`, here);
    const days = daysBetween(end, today);
    const since = known?.id === python ? `since ${end}, ${days} days ago` : `for longer than ${days} days`;
    return fail(`Python ${python} has had no security fixes ${since}.`, [here], {
      severity: statement.kind === 'version-file' ? 'improvement' : 'risk',
      fix: {
        title: `Move ${statement.label} to a supported Python, after running the tests on it.`,
        safe: false,
        intents: [],
      },
    });
  },
});
