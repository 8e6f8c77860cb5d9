import { evidence } from '../../evidence/evidence.ts';
import type { ServiceImage } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { settingOf } from './setting-of.ts';

interface Started extends Subject {
  readonly shape: ServiceImage['shape'];
}

/** A command that installs or resolves, with whether it only may: `uv run` finds all there where the build left it so. */
interface Resolving {
  readonly command: string;
  readonly only: boolean;
}

/** What a command of a start resolves; undefined for one that installs nothing. */
function resolves(words: readonly string[], environment: ReadonlyMap<string, string>): Resolving | undefined {
  const at = words.findIndex((word) => /(^|\/)(pip[\d.]*|uv|uvx|poetry|pipenv|pdm|conda|mamba)$/.test(word));
  if (at < 0) return undefined;
  const tool = (words[at] ?? '').replace(/^.*\//, '');
  const [verb = '', next = ''] = words.slice(at + 1).filter((word) => !word.startsWith('-'));
  const command = `${tool} ${verb}`;
  if (tool === 'uvx') return { command: tool, only: false };
  if (tool !== 'uv') return /^(install|sync|update)$/.test(verb) ? { command, only: false } : undefined;
  if (verb === 'sync' || (verb === 'pip' && /^(install|sync)$/.test(next))) return { command, only: false };
  if (verb === 'tool' && next === 'run') return { command: 'uv tool run', only: false };
  if (verb !== 'run') return undefined;
  const settled = words.some((word) => /^--(frozen|no-sync|locked|no-project)$/.test(word));
  const set = ['UV_FROZEN', 'UV_NO_SYNC', 'UV_LOCKED', 'UV_NO_PROJECT'].some((name) => environment.has(name));
  return settled || set ? undefined : { command, only: true };
}

const uv = ['COPY . .', 'RUN uv sync --frozen'];
const started = (
  cmd: string,
  lines: readonly string[] = [],
  files: Record<string, string> = {},
): Record<string, string> => ({
  'app.py': 'print()\n',
  ...files,
  Dockerfile: ['FROM python:3.13', ...lines, `CMD ${cmd}`, ''].join('\n'),
});

export const check = defineCheck({
  id: 'start-resolves-dependencies',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Install when the image is built, not when it starts',
  docs: {
    why: 'What is installed at start may be another version on each instance, takes its time on each cold start and each scale-out, and fails when the index cannot be reached. `uv run` locks and syncs before it runs: where the lock is stale, or the image was built without the development group, it installs at start too; that is an improvement where the build synced all of it.',
    fix: 'Install in a RUN line and start the program itself (`python -m app`, or `.venv/bin/gunicorn`); with uv give `--no-sync` or set UV_NO_SYNC=1.',
    whenNone: 'It runs in no image of the repository, or the image does not say what it starts.',
    bad: [
      {
        title: 'pip before the program',
        files: started('pip install -r requirements.txt && python app.py', ['COPY . .'], {
          'requirements.txt': 'flask\n',
        }),
      },
      {
        title: 'In the script that it starts',
        files: started('["./start.sh"]', ['COPY . .'], {
          'start.sh': '#!/bin/sh\npoetry install\nexec python app.py\n',
        }),
      },
      { title: 'uv syncs before it runs', files: started('["uv", "run", "app.py"]', uv) },
    ],
    good: [
      { title: 'Installed in the build', files: imageFiles('python:3.13', ['RUN pip install flask']) },
      { title: 'uv without a sync', files: started('["uv", "run", "--no-sync", "app.py"]', uv) },
      { title: 'uv told by the environment', files: started('["uv", "run", "app.py"]', ['ENV UV_NO_SYNC=1', ...uv]) },
      {
        title: 'Poetry only runs',
        files: started('["poetry", "run", "python", "app.py"]', ['COPY . .', 'RUN poetry install']),
      },
    ],
    sources: [
      'https://docs.astral.sh/uv/concepts/projects/sync/',
      'https://docs.docker.com/build/building/best-practices/#create-ephemeral-containers',
    ],
  },
  subjects: ({ image }): Started[] =>
    image === null || image.shape.starts.length === 0 ? [] : [{ name: image.file, shape: image.shape }],
  judge: ({ shape: { starts, environment, runs } }, service) => {
    const [first] = starts;
    const found = starts
      .map(({ words, evidence }) => ({ resolving: resolves(words, environment), evidence, words }))
      .find(({ resolving }) => resolving !== undefined);
    if (found?.resolving === undefined || first === undefined) {
      return pass('Nothing is installed when it starts.', first?.evidence ?? evidence(service.definedIn, service.name));
    }
    const { command, only } = found.resolving;
    const other = settingOf(service, /^(command|args|Command|EntryPoint|entrypoint|entryPoint)$/);
    if (other !== undefined) {
      return unknown(
        'conflicting-evidence',
        `The image starts with \`${command}\`, and its definition with something else.`,
        found.evidence,
        other,
      );
    }
    const withoutGroups = runs.some(({ commands }) =>
      commands.some(
        (words) =>
          words.includes('sync') && words.some((word) => /^--(no-dev|no-default-groups|only-group)$/.test(word)),
      ),
    );
    const groups = withoutGroups && !found.words.some((word) => /^--(no-dev|no-default-groups)$/.test(word));
    const message = only
      ? `\`${command}\` locks and syncs each time that it starts${groups ? ', and installs the groups that the build left out' : ''}.`
      : `\`${command}\` installs each time that it starts.`;
    return fail(message, [found.evidence], {
      severity: only && !groups ? 'improvement' : 'risk',
      fix: { title: only ? 'Give uv run --no-sync.' : 'Install in a RUN line of the image.', safe: false, intents: [] },
    });
  },
});
