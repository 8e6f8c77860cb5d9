import type { PythonStatement } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isDeployed } from './deployed-python.ts';
import { allows, featureVersion } from './feature-version.ts';

/** A statement held against the Python that is deployed, or against the first exact one where nothing is deployed. */
interface Comparison extends Subject {
  readonly statement: PythonStatement;
  readonly reference: PythonStatement;
}

const project = (python: string): string => `[project]\nname = "thumbnails"\nrequires-python = "${python}"\n`;

export const check = defineCheck({
  id: 'python-versions-disagree',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'State one Python version everywhere',
  docs: {
    why: 'The code is written and tested on one Python and runs on another: syntax, standard library and native packages differ, and the difference shows in production.',
    fix: 'Decide on the version that is deployed, and state it in each of the places named.',
    whenNone: 'Fewer than two places state a version of Python.',
    bad: [
      {
        title: 'The project asks for a newer Python than the function runs on',
        files: {
          'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.11']),
          'app.py': handlerModule,
          'pyproject.toml': project('>=3.12'),
        },
      },
      {
        title: 'The image has another Python than the developers',
        files: {
          Dockerfile: 'FROM python:3.11-slim\nCOPY . .\nCMD ["python", "app.py"]\n',
          'app.py': 'print("ready")\n',
          '.python-version': '3.13\n',
        },
      },
    ],
    good: [
      {
        title: 'The deployed version is within the range asked for',
        files: {
          'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
          'app.py': handlerModule,
          'pyproject.toml': project('>=3.11,<3.15'),
        },
      },
      {
        title: 'A patch version of the same Python',
        files: {
          Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["python", "app.py"]\n',
          'app.py': 'print("ready")\n',
          '.python-version': '3.13.2\n',
          'pyproject.toml': project('>=3.13.1'),
        },
      },
    ],
    sources: [
      'https://packaging.python.org/en/latest/specifications/pyproject-toml/#requires-python',
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html',
    ],
  },
  subjects: (service): Comparison[] => {
    const exact = service.pythonVersions.filter((statement) => featureVersion(statement.specifier) !== undefined);
    const reference = exact.find(isDeployed) ?? exact[0];
    if (reference === undefined) return [];
    return service.pythonVersions
      .filter((statement) => statement !== reference)
      .map((statement) => ({ name: statement.label, statement, reference }));
  },
  judge: ({ statement, reference }) => {
    const wanted = featureVersion(reference.specifier) ?? reference.specifier;
    const agrees = allows(statement.specifier, wanted);
    const [here, there] = [statement.evidence, reference.evidence];
    if (agrees === undefined) {
      return unknown(
        'unsupported-construct',
        `${statement.label} says “${statement.specifier}”, which is no version.`,
        here,
      );
    }
    if (agrees) return pass(`${statement.label} allows the ${wanted} of ${reference.label}.`, here, there);
    const message = isDeployed(reference)
      ? `${statement.label} says ${statement.specifier}, but ${reference.label} runs Python ${wanted}.`
      : `${statement.label} says ${statement.specifier}, but ${reference.label} says ${wanted}.`;
    const fix = {
      title: `State the same version in ${statement.label} and ${reference.label}.`,
      safe: false,
      intents: [],
    };
    return fail(message, [here, there], { fix, severity: statement.kind === 'version-file' ? 'improvement' : 'risk' });
  },
});
