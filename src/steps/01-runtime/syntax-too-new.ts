import { evidence } from '../../evidence/evidence.ts';
import type { PythonStatement } from '../../services/service.ts';
import type { CodeNeed } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { deployedPython, isDeployed } from './deployed-python.ts';
import { featureVersion, isSince } from './feature-version.ts';

interface Stated extends Subject {
  readonly statement: PythonStatement;
  /** The oldest Python that it lets the code run on. */
  readonly python: string;
}

const on = (runtime: string, code: string): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', `Runtime: ${runtime}`]),
  'src/app.py': `${code}\n${handlerModule}`,
});

export const check = defineCheck({
  id: 'syntax-too-new',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Run the code on a Python that has what it uses',
  docs: {
    why: 'A file with syntax that is newer than the Python that runs it is not read at all: it raises SyntaxError. A module or name that the standard library got later raises ModuleNotFoundError, ImportError or AttributeError. A developer with a newer Python than the platform sees none of it. It is an improvement only where a range of versions is stated, and not the one that runs.',
    fix: 'Move the runtime or image to the Python that the code needs, raise `requires-python` to it, or write it in the older way.',
    whenNone: 'Nothing states the Python that it runs on, or it is not known where its code starts.',
    bad: [
      {
        title: 'A match statement on Python 3.9',
        files: on('python3.9', 'def kind(value):\n    match value:\n        case 1:\n            return "one"\n'),
      },
      { title: 'A name that came later', files: on('python3.10', 'from datetime import UTC\n') },
    ],
    good: [
      { title: 'The Python that has it', files: on('python3.11', 'import tomllib\n') },
      {
        title: 'Another module where it is missing',
        files: on('python3.10', 'try:\n    import tomllib\nexcept ImportError:\n    import tomli as tomllib\n'),
      },
      {
        title: 'Where the version is asked for',
        files: on(
          'python3.10',
          'import sys\nif sys.version_info >= (3, 11):\n    from enum import StrEnum\nelse:\n    from strenum import StrEnum\n',
        ),
      },
      {
        title: 'A function of that name that is older',
        files: on(
          'python3.10',
          'import asyncio\n\nasync def run():\n    await asyncio.wait_for(asyncio.sleep(1), timeout=2)\n',
        ),
      },
    ],
    sources: [
      'https://docs.python.org/3/whatsnew/index.html',
      'https://docs.python.org/3/library/exceptions.html#SyntaxError',
    ],
  },
  subjects: (service): Stated[] => {
    if (service.compute === null || !service.entryPoints.some(({ found }) => found)) return [];
    const statement = deployedPython(service) ?? service.pythonVersions.find(({ specifier }) => oldestOf(specifier));
    const python = statement && oldestOf(statement.specifier);
    return statement === undefined || python === undefined ? [] : [{ name: service.name, statement, python }];
  },
  judge: ({ statement, python }, service, facts) => {
    const code = facts.code(service);
    const needs = code.newerThan(python).filter((need) => code.isCalled(need));
    const stated = statement.evidence;
    const [newest] = needs.toSorted((a, b) => (isSince(a.since, b.since) ? -1 : 1));
    if (newest === undefined) return pass(`Its code needs nothing newer than Python ${python}.`, stated);
    const others = needs.length === 1 ? '' : `, as ${needs.length - 1} more of its uses may`;
    const runs = isExact(statement)
      ? `this runs ${python}`
      : `${statement.label} (${statement.specifier}) allows ${python}`;
    const message = `${newest.what} needs Python ${newest.since}${others}, and ${runs}: ${consequence(newest)}.`;
    return fail(message, [evidence(newest.place, newest.what), stated, ...shownOf(needs, newest)], {
      severity: isDeployed(statement) ? 'risk' : 'improvement',
      fix: { title: `Run it on Python ${newest.since} or newer.`, safe: false, intents: [] },
    });
  },
});

/** `3.9` of `3.9.1` and of `>=3.9,<4`; undefined where no version is named from below. */
function oldestOf(specifier: string): string | undefined {
  return featureVersion(specifier) ?? /(?:>=|~=|==)\s*(3\.\d+)/.exec(specifier)?.[1];
}

function isExact({ specifier }: PythonStatement): boolean {
  return featureVersion(specifier) !== undefined;
}

function consequence({ kind, what }: CodeNeed): string {
  return kind === 'syntax' ? 'the file raises SyntaxError' : `${what} is not there`;
}

const mostShown = 5;

function shownOf(needs: readonly CodeNeed[], newest: CodeNeed): ReturnType<typeof evidence>[] {
  return needs
    .filter((need) => need !== newest)
    .slice(0, mostShown)
    .map(({ place, what }) => evidence(place, what));
}
