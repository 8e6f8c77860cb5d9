import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

interface Copied extends Subject {
  readonly everything: Evidence;
  readonly ignoreFile: string | null;
}

export const check = defineCheck({
  id: 'ignore-file-missing',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Say what stays out of an image that takes the whole folder',
  docs: {
    why: '`COPY . .` takes whatever lies in the folder on the day of the build: `.git` with all its history, the virtual environment and `.env` of whoever builds, caches and tests. Secrets end in layers that others can pull, and every change of any file builds all again.',
    fix: 'Add a `.dockerignore` beside the Dockerfile or in the folder that it is built from, or name what is copied.',
    whenNone: 'It runs in no image of the repository, or the image takes named files only.',
    bad: [{ title: 'Everything, and nothing kept out', files: imageFiles('python:3.13', ['COPY . /app']) }],
    good: [
      {
        title: 'A .dockerignore',
        files: imageFiles('python:3.13', ['COPY . /app'], { '.dockerignore': '.git\n.venv\n' }),
      },
      {
        title: 'One for this Dockerfile alone',
        files: imageFiles('python:3.13', ['COPY . /app'], { 'Dockerfile.dockerignore': '.git\n' }),
      },
      {
        title: 'In the folder above, from which it is built',
        files: {
          'web/Dockerfile': 'FROM python:3.13\nCOPY . /app\nCMD ["python", "app.py"]\n',
          'web/app.py': 'print()\n',
          '.dockerignore': '.git\n',
        },
      },
      {
        title: 'Cloud Build uploads by its own file',
        files: imageFiles('python:3.13', ['COPY . /app'], { '.gcloudignore': '.git\n' }),
      },
    ],
    sources: [
      'https://docs.docker.com/build/concepts/context/#dockerignore-files',
      'https://docs.docker.com/build/building/best-practices/#exclude-with-dockerignore',
    ],
  },
  subjects: ({ image }): Copied[] => {
    const everything = image?.shape.everything ?? null;
    if (image === null || everything === null) return [];
    return [{ name: image.file, everything, ignoreFile: image.shape.ignoreFile }];
  },
  judge: ({ name, everything, ignoreFile }) => {
    if (ignoreFile !== null) {
      return pass(`${ignoreFile} says what stays out.`, everything, evidence(startOf(ignoreFile), ignoreFile));
    }
    const where = evidence(startOf(name), '.dockerignore', 'absent');
    return fail('It copies the whole folder, and no .dockerignore keeps anything out.', [everything, where], {
      fix: { title: 'Add a .dockerignore with .git, .venv, .env, caches and tests.', safe: false, intents: [] },
    });
  },
});
